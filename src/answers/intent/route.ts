/** Free words → the command line that does what they ask for. */
import type { Caller, Command } from "../../command.ts";
import type { Library } from "../../library/library.ts";
import { find } from "../../parse.ts";
import { readDate } from "../../search/query/dates.ts";
import type { Search } from "../../search/search.ts";
import { isFollowUp } from "../thread.ts";
import { createClassifier, type Guess } from "./classifier.ts";
import { asks, certainWish, dayIn, type Intent, type Wish } from "./rules.ts";
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

/** Belief from which a guess is acted upon when what it does is harmless, and when it is not or the form speaks against it. */
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
 * likelier command is named.
 */
export function createRouter(rooms: Rooms): (said: string, caller: Caller) => Promise<Routed> {
  let classifier: Promise<(text: string) => Guess | undefined> | undefined;
  return async (said) => {
    const text = plainWords(said);
    if (text === "") return { line: "help" };
    const exact = exactLine(text, rooms);
    if (exact) return { line: exact };
    classifier ??= createClassifier();
    const guess = (await classifier)(text);
    const certain = guess !== undefined && guess.sure >= CERTAIN;
    const wish = certainWish(text);
    if (wish && !(certain && guess.intent !== wish.intent)) {
      // "Look up how many came" is a question.
      const asked = wish.intent === "search" && asks(wish.about);
      return { line: await lineOf(asked ? { ...wish, intent: "ask" } : wish, rooms) };
    }
    const itself = guess !== undefined && ABOUT_ITSELF.has(guess.intent);
    if (isFollowUp(text) && !(certain && itself)) return { line: `ask ${text}` };
    const worded = asks(text) || /[?？]$/.test(text);
    // A question is for the articles, unless it speaks of the bot, its news or a day of them, and of nothing else.
    const other = itself ? guess.about === "" && guess.sure >= SURE : certain;
    if (worded && !other) return { line: `ask ${text}` };
    if (!guess || guess.intent === "search") return { line: `search ${text}` };
    const about = { digest: dayIn(text) ?? "", watch: guess.about }[guess.intent as string] ?? text;
    const line = await lineOf({ intent: guess.intent, about }, rooms);
    // A watch changes what is posted in the channel: not when in doubt.
    const enough = guess.intent === "watch" ? CERTAIN : SURE;
    return guess.sure >= enough ? { line } : { line: `search ${text}`, meant: line };
  };
}

/** A line that starts with a command's name and goes on as that command does. */
function exactLine(text: string, { commands, library }: Rooms): string | undefined {
  const bare = text.replace(/^\/?(?:sco\s+)?/i, "");
  const [first = "", ...rest] = bare.split(/\s+/);
  const named = find(first, commands);
  const command = named?.name === "help" ? commands.find(({ name }) => name === first) : named;
  const id = bare.match(/[a-z\d]+/gi)?.find((word) => library.get(word.toLowerCase()));
  if (command && !command.shell && continues(command.name, rest, library)) return bare;
  if (id === undefined) return undefined;
  if (/relat|similar|相关|类似|похож/iu.test(bare)) return `related ${id.toLowerCase()}`;
  return bare.length < 60 ? `read ${id.toLowerCase()}` : undefined;
}

/** Whether what follows a command's name is what it takes, rather than the rest of a sentence. */
function continues(name: string, rest: readonly string[], library: Library): boolean {
  if (rest.length === 0) return true;
  if (name === "read" || name === "related" || name === "why")
    return library.get(rest[0]?.toLowerCase() ?? "") !== undefined;
  if (name === "latest") return /^\d+$/.test(rest[0] ?? "") || rest[0]?.startsWith("--") === true;
  if (name === "digest") return rest.length === 1 && readDate(rest[0] ?? "") !== null;
  if (name === "help" || name === "status" || name === "sources") return rest.length <= 2;
  if (name === "daily") return /^(?:set|show|change|stop|off|on|now|preview|\d.*)$/i.test(rest[0] ?? "");
  if (name === "search" || name === "watch") return /[:"“]/.test(rest.join(" "));
  return true;
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
