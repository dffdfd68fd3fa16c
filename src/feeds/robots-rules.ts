/** The part of a robots.txt that applies to this bot, small enough that parsing and matching it are quick whatever a site sends. */

const MOST_RULES = 2_000;
/** Of all rules of a group together. */
const MOST_CHARACTERS = 50_000;
const LONGEST_RULE = 1_000;
const MOST_WILDCARDS = 20;
/** Of all rules with a wildcard together: each of these characters may be compared with each of an address. */
const MOST_WILD_CHARACTERS = 10_000;

/** A line that says something: one of the four that count, with its value, or another, which ends a list of agents. */
const LINES =
  /^[\t \u00A0\uFEFF]*(?:(user-agent|disallow|allow|crawl-delay)[\t \u00A0]*:([^#\r\n]*)|[^\s:#][^:#\r\n]*:)/gim;

/**
 * A robots.txt with only the rules for this bot, all under `*`: those of the groups that name it, else of those for
 * all (RFC 9309, 2.2.1). A `Disallow` beyond the limits forbids all that has its literal beginning, an `Allow`
 * beyond them is dropped; a group with too many rules forbids what none of its others allows.
 */
export function rulesFor(name: string, text: string): string {
  const groups = { [name]: createGroup(), "*": createGroup() };
  let agents = new Set<string>();
  let listing = false;
  for (const [, field, rest = ""] of text.matchAll(LINES)) {
    const kind = field?.toLowerCase();
    const value = rest.trim();
    if (kind === "user-agent") {
      if (!listing) agents = new Set();
      const [agent = ""] = value.toLowerCase().split("/", 1);
      if (Object.hasOwn(groups, agent.trim())) agents.add(agent.trim());
    } else if (kind) {
      for (const agent of agents) groups[agent]?.add(kind, value);
    }
    listing = kind === "user-agent";
  }
  const own = groups[name]?.text();
  return own || (groups["*"]?.text() ?? "");
}

function createGroup() {
  // A rule that is said again counts once; the longest that matches decides, so that their order is of no account.
  const rules = new Set<string>();
  let delay: number | undefined;
  let said = false;
  let left = MOST_CHARACTERS;
  let wild = MOST_WILD_CHARACTERS;

  function within(kind: string, pattern: string): string {
    const wildcards = pattern.split("*", MOST_WILDCARDS + 2).length - 1;
    const weight = wildcards > 0 ? pattern.length : 0;
    if (pattern.length <= LONGEST_RULE && wildcards <= MOST_WILDCARDS && weight <= wild) {
      wild -= weight;
      return pattern;
    }
    if (kind === "allow") return "";
    const [beginning = ""] = pattern.split("*", 1);
    // A `$` in the middle is a character; at the end it would be a wildcard.
    return beginning.slice(0, LONGEST_RULE).replace(/\$$/, "") || "/";
  }

  return {
    add(kind: string, value: string): void {
      said = true;
      if (kind === "crawl-delay") {
        if (!Number.isNaN(Number(value))) delay = Number(value);
        return;
      }
      if (value === "" || left <= 0) return;
      const pattern = within(kind, encoded(value.replace(/\*+/g, "*").slice(0, LONGEST_RULE + 1)));
      if (pattern === "") return;
      rules.add(`${kind}: ${pattern}`);
      left -= pattern.length;
      if (left > 0 && rules.size < MOST_RULES) return;
      left = 0;
      rules.add("disallow: /");
    },
    /** "" when nothing was said to these agents. */
    text(): string {
      if (!said) return "";
      const pause = delay === undefined ? [] : [`crawl-delay: ${delay}`];
      return ["user-agent: *", ...pause, ...rules].join("\n");
    },
  };
}

/** As addresses have it, so that lengths are those that are matched. */
function encoded(pattern: string): string {
  return encodeURI(pattern.toWellFormed())
    .replace(/%25/g, "%")
    .replace(/%[0-9a-f]{2}/gi, (each) => each.toUpperCase());
}
