/** Understand's door: whatever is typed or said → what is wanted, as a command line. Reads only; nothing is done here. */
import type { Caller, Command, Doors } from "../command.ts";
import { QUESTIONS } from "../i18n/understand.ts";
import type { Words } from "../i18n/words.ts";
import { boundsFault } from "../inbox/bounds.ts";
import { nearest } from "../inbox/nearest.ts";
import { find } from "../inbox/parse.ts";
import { lowered } from "../language/when/pattern.ts";
import { slicer } from "../slices.ts";
import { dayOf } from "../time.ts";
import { build } from "./build.ts";
import { byRules, outcome } from "./by-rules.ts";
import { exactLine } from "./exact.ts";
import { held } from "./held.ts";
import { type Choose, likely } from "./likely.ts";
import { goesOnClearly } from "./overheard.ts";
import { grumbles, toOthers } from "./remarks.ts";
import type { Scene, Shown } from "./scene.ts";
import { plainText, readSentence } from "./sentence.ts";
import { slotsIn } from "./slots.ts";
import { ofAddress } from "./to-feeds.ts";
import { does, puts, type Understood } from "./understood.ts";
import { asWished } from "./wish.ts";

export interface Interpretation extends Understood {
  /** The command that a mistyped first word was probably meant to be, as a line. */
  readonly meant?: string;
  /** It was a command line already: this is what to run. `line` says the same with absolute days. */
  readonly exact?: string;
}

export interface Utterance {
  readonly caller: Pick<Caller, "zone" | "platform">;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly before?: Shown | undefined;
}

type Rooms = Pick<Doors, "commands" | "library" | "search">;

/** How far above the next an article stands that is opened by its subject. */
const PLAINLY = 1.5;

/** Commands that say nothing without what they are about. */
const BARE: Readonly<Record<string, Words>> = {
  search: QUESTIONS.search,
  ask: QUESTIONS.question,
  watch: QUESTIONS.watch,
  unwatch: QUESTIONS.stop,
  read: QUESTIONS.which,
  related: QUESTIONS.which,
  why: QUESTIONS.which,
  story: QUESTIONS.subject,
  compare: QUESTIONS.subject,
};

/** The last text's is kept: a line is looked at as it was typed and as plain text, which are mostly the same. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}

export interface Interpreter {
  (said: string, asking: Utterance): Promise<Interpretation>;
  /** Whether words that nobody addressed to the bot clearly go on from the list before. */
  goesOn(said: string, asking: Utterance): boolean;
}

/**
 * Makes the reader of everything that is typed or said. It never rejects, and takes time linear in the text.
 * @param choose which wish it is, where the rules may be wrong
 */
export function createReader(rooms: Rooms, choose: Choose = likely): Interpreter {
  const { commands, library } = rooms;
  const goesOn: Interpreter["goesOn"] = (said, { caller, now, before }) => {
    if (before === undefined || boundsFault([said]) || toOthers(said)) return false;
    const sentence = readSentence(plainText(said), { library, today: dayOf(now, caller.zone) });
    return goesOnClearly(sentence, before);
  };
  const read = async (said: string, { caller, now, before }: Utterance): Promise<Interpretation> => {
    const fault = boundsFault([said]);
    if (fault) return puts(fault);
    const today = dayOf(now, caller.zone);
    const slots = remembered((text: string) => {
      const plain = text.normalize("NFKC");
      return slotsIn(plain, lowered(plain), { today, publishers: library.publishers });
    });
    const rest = slicer();
    const known = { commands, library, shell: caller.platform === "terminal", slots };
    const text = plainText(said);
    const typed = exactLine(said.trim(), known);
    const { command, exact } = typed.command ? typed : exactLine(text, known);
    const bare = exact && BARE[exact.line];
    // The command itself refuses, with a line to try and the exit code of bad input.
    if (bare) return { ...puts(bare), exact: exact.line };
    const posts = exact?.command.name === "digest" || exact?.command.name === "brief";
    if (exact && !posts) return { ...does(exact.line), exact: exact.line };
    if (text === "") return said.trim() === "" ? does("help") : { line: null, certain: true, mood: "praise" };
    if (toOthers(said)) return { line: null, certain: true, mood: "aside" };
    await rest();
    const sentence = readSentence(text, { library, today });
    const scene: Scene = {
      sentence,
      today,
      library,
      before,
      find: (query) => findIn(rooms.search, query, now, caller.zone),
      findAmong: (query, ids) => findAmong(rooms.search, query, ids, now, caller.zone),
    };
    // What begins as a summary's line does may speak of one: "сводка надоела".
    if (exact && !grumbles(sentence)) {
      if (exact.command.name === "brief") return { ...does(exact.line), exact: exact.line };
      return { ...(await build("digest", scene)), certain: true, exact: exact.line };
    }
    const atAddress = await ofAddress(scene);
    if (atAddress) return atAddress;
    await rest();
    const ruled = await byRules(scene, command);
    await rest();
    const { wish, likely } = ruled.sure ? { wish: ruled.wish, likely: 1 } : choose(scene, ruled);
    const agreed =
      wish === ruled.wish ||
      wish === outcome(ruled) ||
      (wish === "unclear" && ruled.understood.line === null);
    await rest();
    const wished = agreed ? undefined : await asWished(wish, scene);
    await rest();
    // Rules and model read apart: where they agree nothing is guessed.
    const understood = held(wished ?? ruled.understood, scene, wish, agreed ? 1 : likely);
    return mistyped(understood, text, commands);
  };
  return Object.assign(read, { goesOn });
}

/** The article that a query plainly means: the only one, or one far above the next. */
async function findIn(
  search: Rooms["search"],
  query: string,
  now: number,
  zone: string,
): Promise<string | undefined> {
  await search.ready();
  const { hits } = await search.search(query, { limit: 2, now, zone });
  const [first, second] = hits;
  return first && (!second || first.score >= PLAINLY * second.score) ? first.id : undefined;
}

/** How many articles that match a description are looked through for one of the list. */
const LOOKED_THROUGH = 50;

async function findAmong(
  search: Rooms["search"],
  query: string,
  ids: readonly string[],
  now: number,
  zone: string,
): Promise<string | undefined> {
  await search.ready();
  const { hits } = await search.search(query, { limit: LOOKED_THROUGH, now, zone });
  return hits.find(({ id }) => ids.includes(id))?.id;
}

/** A search whose first word is nearly a command's may have been meant as that. */
function mistyped(built: Understood, text: string, commands: readonly Command[]): Interpretation {
  const [first = "", ...rest] = text.split(" ");
  if (!built.line?.startsWith(`search ${first}`) || rest.length > 11 || find(first, commands)) return built;
  const names = commands
    .filter(({ shell }) => !shell)
    .flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const meant = nearest(first, names);
  return meant ? { ...built, certain: false, meant: [meant, ...rest].join(" ") } : built;
}
