/** robots.txt (RFC 9309): which pages a site wants to be left alone, and how long it wants between two of them. */
import robotsParser from "robots-parser";
import type { Clock } from "../clock.ts";
import { BotError } from "../errors.ts";
import type { Guard } from "../net/guard.ts";
import { rulesFor } from "./robots-rules.ts";

type Robot = ReturnType<typeof robotsParser.default>;
/** Node gives the function itself where the package's types promise it as a property. */
const parse = robotsParser as unknown as typeof robotsParser.default;

export interface Robots {
  /** Whether a page may be read; asks the site's robots.txt when it is not known, or older than a day. */
  allows(url: string, home: string | null, signal: AbortSignal): Promise<boolean>;
  /** Milliseconds that the site wants between two requests, as far as is known. */
  delayMs(url: string): number;
}

const NAME = "sco-bot";
const DAY_MS = 24 * 3_600_000;
/** A robots.txt that could not be had is asked for again after this. */
const AGAIN_MS = 3_600_000;
const MOST_BYTES = 512 * 1024;
const LONGEST_DELAY_MS = 5 * 60_000;
/** Those that were asked about last. */
const MOST_SITES = 300;
/** The limit of the sitemaps protocol; a longer address is left alone. */
const LONGEST_ADDRESS = 2_048;
/** Each character of a rule with a wildcard may be compared with each of an address: a second has some hundred million. */
const MOST_COMPARISONS = 4_000_000;

interface Known {
  /** Null: it could not be had, and nothing is read meanwhile. */
  readonly rules: Robot | null;
  /** Characters of its rules with a wildcard. */
  readonly wild: number;
  /** By the clock that never jumps. */
  readonly until: number;
}

interface Site {
  readonly asked: Promise<Known>;
  delayMs: number;
}

/** @param heeded false for an operator who has leave: everything is allowed, and nothing asked */
export function createRobots(guard: Pick<Guard, "fetch" | "trusts">, clock: Clock, heeded: boolean): Robots {
  /** By origin, see `keyOf`. */
  const sites = new Map<string, Site>();

  /** At an allowed private host the guard answers its own feeds and nobody else: what it refused others is not its own. */
  function keyOf(url: string, home: string | null): string {
    const { origin, host } = new URL(url);
    const own = home !== null && URL.canParse(home) && new URL(home).host === host;
    return own || !guard.trusts(origin) ? origin : `${origin} from elsewhere`;
  }

  async function look(origin: string, home: string | null, signal: AbortSignal): Promise<Known> {
    const address = `${origin}/robots.txt`;
    try {
      const answer = await guard.fetch(address, { home, signal, maxBytes: MOST_BYTES });
      if (answer.status >= 500) return { rules: null, wild: 0, until: clock.monotonic() + AGAIN_MS };
      const text = answer.status < 300 ? Buffer.from(answer.bytes).toString("utf8") : "";
      const rules = rulesFor(NAME, text);
      const wild = rules
        .split("\n")
        .filter((line) => line.includes("*"))
        .join("").length;
      return { rules: parse(address, rules), wild, until: clock.monotonic() + DAY_MS };
    } catch (thrown) {
      if (!(thrown instanceof BotError)) throw thrown;
      return { rules: null, wild: 0, until: clock.monotonic() + AGAIN_MS };
    }
  }

  /** Until the answer is there, the pause is the one that was known before. */
  function ask(url: string, home: string | null, signal: AbortSignal, delayMs: number): Site {
    const key = keyOf(url, home);
    const asked = look(new URL(url).origin, home, signal);
    const site: Site = { asked, delayMs };
    asked.then(
      ({ rules }) => {
        if (rules) site.delayMs = Math.min((rules.getCrawlDelay(NAME) ?? 0) * 1_000, LONGEST_DELAY_MS);
      },
      () => {
        if (sites.get(key) === site) sites.delete(key);
      },
    );
    return site;
  }

  return {
    delayMs: (url) => Math.max(0, sites.get(new URL(url).origin)?.delayMs ?? 0),
    async allows(url, home, signal) {
      if (!heeded) return true;
      if (url.length > LONGEST_ADDRESS) return false;
      const key = keyOf(url, home);
      let site = sites.get(key);
      if (
        !site ||
        (await site.asked.catch(() => ({ until: Number.NEGATIVE_INFINITY }))).until <= clock.monotonic()
      )
        site = ask(url, home, signal, site?.delayMs ?? 0);
      sites.delete(key);
      sites.set(key, site);
      const [oldest] = sites.keys();
      if (sites.size > MOST_SITES && oldest !== undefined) sites.delete(oldest);
      const { rules, wild } = await site.asked;
      if (wild * url.length > MOST_COMPARISONS) return false;
      return rules !== null && rules.isAllowed(url, NAME) !== false;
    },
  };
}
