/** Understand's door: whatever is typed or said → what is wanted, as a command line. Reads only; nothing is done here. */
import { articleAt } from "../articles/addresses.ts";
import type { Caller, Command, Doors } from "../command.ts";
import type { Words } from "../i18n/words.ts";
import { boundsFault } from "../inbox/bounds.ts";
import { nearest } from "../inbox/nearest.ts";
import { find } from "../inbox/parse.ts";
import { lowered } from "../language/when/pattern.ts";
import { dayOf } from "../time.ts";
import { build } from "./build.ts";
import { exactLine } from "./exact.ts";
import { followUp } from "./follow-up.ts";
import { goesOnClearly } from "./overheard.ts";
import { QUESTIONS } from "./questions.ts";
import { refusalOf } from "./refusals.ts";
import { denies, remark, staysAsItIs, toOthers } from "./remarks.ts";
import type { Scene, Shown } from "./scene.ts";
import { plainText, readSentence } from "./sentence.ts";
import { slotsIn } from "./slots.ts";
import { moodOf } from "./small-talk.ts";
import { shiftIn } from "./time-shift.ts";
import { byDescription } from "./to-read.ts";
import { does, puts, type Understood } from "./understood.ts";
import { type Want, wantOf } from "./wants.ts";

export interface Reading extends Understood {
  /** The command that a mistyped first word was probably meant to be, as a line. */
  readonly meant?: string;
  /** It was a command line already: this is what to run. `line` says the same with absolute days. */
  readonly exact?: string;
}

export interface Asking {
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

export interface Reader {
  (said: string, asking: Asking): Promise<Reading>;
  /** Whether words that nobody addressed to the bot clearly go on from the list before. */
  goesOn(said: string, asking: Asking): boolean;
}

/** Makes the reader of everything that is typed or said. It never rejects, and takes time linear in the text. */
export function createReader(rooms: Rooms): Reader {
  const { commands, library } = rooms;
  const goesOn: Reader["goesOn"] = (said, { caller, now, before }) => {
    if (before === undefined || boundsFault([said]) || toOthers(said)) return false;
    const sentence = readSentence(plainText(said), { library, today: dayOf(now, caller.zone) });
    return goesOnClearly(sentence, before);
  };
  const read = async (said: string, { caller, now, before }: Asking): Promise<Reading> => {
    const fault = boundsFault([said]);
    if (fault) return puts(fault);
    const today = dayOf(now, caller.zone);
    const slots = (text: string) => {
      const plain = text.normalize("NFKC");
      return slotsIn(plain, lowered(plain), { today, publishers: library.publishers });
    };
    const known = { commands, library, shell: caller.platform === "terminal", slots };
    const text = plainText(said);
    const typed = exactLine(said.trim(), known);
    const { command, exact } = typed.command ? typed : exactLine(text, known);
    const bare = exact && BARE[exact.line];
    // The command itself refuses, with a line to try and the exit code of bad input.
    if (bare) return { ...puts(bare), exact: exact.line };
    if (exact && exact.command.name !== "digest") return { ...does(exact.line), exact: exact.line };
    if (text === "") return said.trim() === "" ? does("help") : { line: null, certain: true, mood: "praise" };
    if (toOthers(said)) return { line: null, certain: true, mood: "aside" };
    const sentence = readSentence(text, { library, today });
    const scene: Scene = {
      sentence,
      today,
      library,
      before,
      find: (query) => findIn(rooms.search, query, now, caller.zone),
      findAmong: (query, ids) => findAmong(rooms.search, query, ids, now, caller.zone),
    };
    if (exact) return { ...(await build("digest", scene)), certain: true, exact: exact.line };
    const [address] = sentence.addresses;
    if (address) {
      const id = await articleAt(address.value, library);
      // Of a page that is no article here `read` tells what is near it.
      if (!id) return does(`read ${address.value}`);
      return does(`${sentence.has("related") ? "related" : "read"} ${id}`);
    }
    if (staysAsItIs(sentence)) return { line: null, certain: true, mood: "kept" };
    if (denies(sentence)) return puts(QUESTIONS.denied);
    const mood = moodOf(sentence.low) ?? remark(sentence);
    if (mood) return { line: null, certain: true, mood };
    const refusal = refusalOf(sentence.low);
    if (refusal) return puts(refusal);
    if (
      /^(?:stop|停|停下|停止|стоп|хватит|cancel|取消|отмена|off|enough|unsubscribe|undo(?: that| it)?|revert|撤回|撤销|还原|верни как было|退订|отписаться)[!.]*$/u.test(
        sentence.low,
      )
    )
      return puts(QUESTIONS.stop);
    const number =
      /^\d{1,2}$/.test(text) && before ? before.ids[Number(text) - (before.first ?? 1)] : undefined;
    if (number) return does(`read ${number}`);
    const described = await byDescription(scene);
    if (described) return described;
    const going = followUp(scene);
    if (going) return going;
    if (bareTime(scene)) return puts(QUESTIONS.schedule);
    if (bareShift(scene)) return puts(QUESTIONS.change);
    const timed = sentence.slots.times.length > 0 || sentence.slots.weekdays.length > 0;
    const want = forced(command, wantOf(sentence, before !== undefined), timed);
    const built = await build(want, scene);
    return mistyped(built, text, commands);
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

/** A line that begins with "search" is a search, and one that begins with "digest" a digest, whatever else it is like. */
function forced(command: Command | undefined, want: Want, timed: boolean): Want {
  const plain = [
    "search",
    "ask",
    "days",
    "happened",
    "latest",
    "from",
    "open",
    "title",
    "read",
    "related",
  ].includes(want);
  if (command?.name === "search" && want !== "ask" && (plain || want === "digest" || want === "watch"))
    return "search";
  if (command?.name === "digest" && plain) return "digest";
  if (command?.name === "daily" && (plain || want === "digest")) return timed ? "daily" : want;
  if (command?.name === "watch" && plain) return "watch";
  return want;
}

/** "Send it at 8": a time and nothing to send. */
function bareTime({ sentence }: Scene): boolean {
  const { low, slots } = sentence;
  if (
    /^(?:please |пожалуйста,? )?(?:remind (?:me|us)|напомни(?:те)?|提醒我)/u.test(low) &&
    slots.weekdays.length === 0
  )
    return slots.times.length > 0;
  return (
    slots.times.length > 0 &&
    low.length < 30 &&
    !slots.weekdays.length &&
    !sentence.has("summary") &&
    !sentence.has("zone") &&
    !sentence.has("quiet") &&
    sentence.has("send") &&
    !sentence.has("news") &&
    !sentence.has("stop") &&
    !sentence.has("watch")
  );
}

/** "Can it come an hour earlier": the time that it shall have is not said. */
function bareShift({ sentence }: Scene): boolean {
  const { low, slots } = sentence;
  return (
    shiftIn(low) !== undefined &&
    slots.times.length === 0 &&
    low.length < 50 &&
    (sentence.has("summary") || sentence.has("send") || /(?<!\p{L})daily(?!\p{L})/u.test(low)) &&
    !sentence.has("news")
  );
}

/** A search whose first word is nearly a command's may have been meant as that. */
function mistyped(built: Understood, text: string, commands: readonly Command[]): Reading {
  const [first = "", ...rest] = text.split(" ");
  if (!built.line?.startsWith(`search ${first}`) || rest.length > 11 || find(first, commands)) return built;
  const names = commands
    .filter(({ shell }) => !shell)
    .flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const meant = nearest(first, names);
  return meant ? { ...built, certain: false, meant: [meant, ...rest].join(" ") } : built;
}
