/** Free words → the command line that does what they ask for. */

import { isFollowUp } from "../answers/thread.ts";
import type { Library } from "../articles/library.ts";
import type { Command } from "../command.ts";
import { find } from "../inbox/parse.ts";
import { readDate } from "../search/query/dates.ts";
import type { Search } from "../search/search.ts";
import { createClassifier, type Guess } from "./classifier.ts";
import { addresses, asks, certainWish, dayIn, type Intent, type Wish } from "./rules.ts";
import { plainWords } from "./words.ts";

export interface Routed {
  readonly line: string;
  /** How to say exactly what may have been meant; set when it is a guess. */
  readonly meant?: string;
}

interface Rooms {
  readonly commands: readonly Command[];
  readonly library: Library;
  readonly search: Search;
}

/** Belief from which a guess is named, is acted upon where that is harmless, and overrules the form of the words. */
const LIKELY = 0.5;
const SURE = 0.7;
const CERTAIN = 0.9;

const ABOUT_ITSELF: ReadonlySet<Intent> = new Set([
  "help",
  "latest",
  "digest",
  "watching",
  "daily",
  "sources",
  "status",
]);

/**
 * Rules decide where the form of the words leaves little doubt, unless the classifier is certain of something else;
 * where there is no rule, it decides. When it is unsure too, the words are searched, which harms nothing, and the
 * likelier command is named. The classifier is trained with the first words.
 */
export function createRouter(rooms: Rooms): (said: string) => Promise<Routed> {
  let classifier: Promise<(text: string) => Guess | undefined> | undefined;
  return async (said) => {
    const text = plainWords(said);
    if (text === "") return { line: "help" };
    const exact = exactLine(text, rooms);
    if (exact) return { line: exact };
    classifier ??= createClassifier();
    const guess = (await classifier)(text);
    const asked = asks(text);
    const addressed = addresses(said);
    // A watch changes what is posted in the channel: "keeps an eye on the border" is news as well, unless somebody
    // speaks to the bot.
    const certain =
      guess !== undefined && guess.sure >= CERTAIN && (guess.intent !== "watch" || (addressed && !asked));
    const wish = certainWish(text);
    const agreed = guess?.intent === "watch" && guess.sure >= (asked ? CERTAIN : SURE);
    const doubted = wish?.intent === "watch" && !addressed && !certain && !agreed;
    if (wish && !doubted && !(certain && guess.intent !== wish.intent)) {
      // "Look up how many came" is a question.
      const question = wish.intent === "search" && asks(wish.about);
      return { line: await lineOf(question ? { ...wish, intent: "ask" } : wish, rooms) };
    }
    const itself = guess !== undefined && ABOUT_ITSELF.has(guess.intent);
    if (isFollowUp(text) && !(certain && itself)) return { line: `ask ${text}` };
    // A question is for the articles, unless it speaks of the bot, its news or a day of them, and of nothing else.
    const other = itself ? guess.about === "" && guess.sure >= SURE : certain;
    if ((asked || /[?？]$/.test(text)) && !other) return { line: `ask ${text}` };
    const guessed =
      guess && guess.intent !== "search" && guess.sure >= LIKELY ? wishOf(guess, text) : undefined;
    const likely = doubted ? wish : guessed;
    if (!likely) return { line: `search ${text}` };
    const line = await lineOf(likely, rooms);
    const enough = likely.intent === "watch" ? certain : guess !== undefined && guess.sure >= SURE;
    return enough ? { line } : { line: `search ${text}`, meant: line };
  };
}

function wishOf({ intent, about }: Guess, text: string): Wish {
  if (intent === "digest") return { intent, about: dayIn(text) ?? "" };
  return { intent, about: intent === "watch" ? about : text };
}

/** Why an article that is named by its id was found with these words. */
const WHY = [
  /\bwhy\b.*?\b(?:did|does|do|is|was|has|comes?|came)\b.*?\s(?:for|with|by|under|match)\s+(?<query>.+?)[?.!]*$/i,
  /(?:搜索?|查找?|检索)["“「]?(?<query>[^,，"”」]+?)["”」]?(?:的?时候?)?[,，]?(?:为什么|为何|为啥|怎么|会|能|出来|找到|得到).*/u,
  /почему\s.*?(?:запрос\p{L}*|поиск\p{L}*|иска\p{L}+|найти|по словам|словам)\s+(?<query>.+?)[?.!]*$/iu,
];

/** A line that starts with a command's name and goes on as that command does. */
function exactLine(text: string, rooms: Rooms): string | undefined {
  const { commands, library } = rooms;
  const bare = text.replace(/^\/?(?:sco\s+)?/i, "");
  const [first = "", ...rest] = bare.split(/\s+/);
  const named = find(first, commands);
  const command = named?.name === "help" ? commands.find(({ name }) => name === first) : named;
  const id = bare.match(/[a-z\d]+/gi)?.find((word) => library.get(word.toLowerCase()));
  const query = id && WHY.map((form) => form.exec(bare)?.groups?.query).find((words) => words !== undefined);
  if (query) return `why ${id.toLowerCase()} ${query}`;
  if (command && !command.shell && continues(command, rest, rooms)) return bare;
  if (id === undefined) return undefined;
  if (/relat|similar|相关|类似|похож/iu.test(bare)) return `related ${id.toLowerCase()}`;
  return bare.length < 60 ? `read ${id.toLowerCase()}` : undefined;
}

/** Whether what follows a command's name is what it takes, rather than the rest of a sentence. */
function continues(
  { name, options }: Command,
  rest: readonly string[],
  { commands, library }: Rooms,
): boolean {
  const [next = ""] = rest;
  if (rest.length === 0 || next.startsWith("--")) return true;
  if (name === "read" || name === "related" || name === "why")
    return library.get(next.toLowerCase()) !== undefined;
  if (name === "latest") return /^\d+$/.test(next);
  if (name === "digest") return rest.length === 1 && readDate(next) !== null;
  if (name === "help") return rest.length === 1 && find(next, commands) !== undefined;
  if (name === "daily") return /^(?:set|show|change|stop|off|on|now|preview|\d.*)$/i.test(next);
  if (name === "search" || name === "watch") return /[:"“]/.test(rest.join(" "));
  const [first] = Object.values(options);
  return first?.kind === "choice"
    ? [...first.choices, ...Object.keys(first.also ?? {})].includes(next.toLowerCase())
    : first !== undefined;
}

async function lineOf({ intent, about }: Wish, { commands, search, library }: Rooms): Promise<string> {
  const has = (name: string) => commands.some((command) => command.name === name);
  if (intent === "daily") return "help daily";
  if (intent === "digest") return about === "" ? "digest" : `digest ${about}`;
  if (ABOUT_ITSELF.has(intent)) return intent;
  if (about === "")
    return intent === "ask" || intent === "search" ? "help" : `help ${has(intent) ? intent : ""}`.trim();
  if (intent === "watch" && !has("watch")) return `search ${about}`;
  if (intent === "read") {
    const { hits } = await search.search(about, { limit: 1, now: 0, zone: "UTC" });
    const id = hits[0]?.id;
    return id !== undefined && library.get(id) ? `read ${id}` : `search ${about}`;
  }
  return `${intent} ${about}`;
}
