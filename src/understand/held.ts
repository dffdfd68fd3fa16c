/** What was understood, held back where it would change or post something that was not plainly asked for. */
import { QUESTIONS } from "../i18n/understand.ts";
import type { Words } from "../i18n/words.ts";
import { lowered } from "../language/when/pattern.ts";
import { settingInDoubt } from "./evidence.ts";
import { leftOver } from "./left-over.ts";
import { has, type SentenceMark } from "./marks.ts";
import { grumbles } from "./remarks.ts";
import type { Scene } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { again } from "./signs.ts";
import { doubtfullyAsked, joked, onlySpokenOf } from "./spoken-of.ts";
import { puts, type Understood } from "./understood.ts";
import type { Wish } from "./wish.ts";

/** How likely a change must be that is called certain. */
const FIRMLY = 0.8;
const POSTS = /^(?:digest|brief)(?!\S)/;

/** The words that ask for a change, by the beginning of its line; of another any will do. */
const ASKING: readonly (readonly [line: RegExp, marks: readonly SentenceMark[]])[] = [
  [/^daily (?:off|pause)|^unwatch/, ["stop", "pause"]],
  [/^daily resume/, ["resume", "set", "change"]],
  [/^daily/, ["send", "set", "summary", "change"]],
  [/^watch/, ["watch", "alert", "send"]],
  [/^forget/, ["forget"]],
];

/** Words of what is sent again and again, or no longer. */
const SENDING: readonly SentenceMark[] = ["stop", "pause", "resume", "watch", "told", "quiet", "alert"];

/** Such a word in the subject was not taken off. */
const SUBJECT_ASKS: readonly SentenceMark[] = ["stop", "watch", "send", "this"];

/** What is asked back where a change was read. */
const OF_CHANGES: ReadonlySet<Words> = new Set([QUESTIONS.change, QUESTIONS.schedule, QUESTIONS.summary]);
const LISTS = /^(?:search|sources|watching|latest|feeds)(?!\S)/;
const TOUCHED: readonly SentenceMark[] = ["stop", "pause", "alert", "summary", "watch"];

/** @param likely how likely the wish is, from 0 to 1; 1 where rules and model agree */
export function held(understood: Understood, scene: Scene, wish: Wish, likely: number): Understood {
  const { line, confirm } = understood;
  if (line === null)
    return wish !== "followup" &&
      understood.ask &&
      OF_CHANGES.has(understood.ask) &&
      onlySpokenOf(scene.sentence)
      ? puts(QUESTIONS.among)
      : understood;
  // What goes on denies what was shown, not the summary: "not yesterday's", "I had set it to nine".
  const goesOn = wish === "followup" && scene.before !== undefined;
  if (POSTS.test(line))
    return !goesOn && (grumbles(scene.sentence) || joked(scene.sentence) || ofSending(scene.sentence, line))
      ? puts(QUESTIONS.summary)
      : understood;
  if (!confirm) {
    // Talk of what is set up or stopped is no search for these words.
    const talk = !goesOn && LISTS.test(line) && TOUCHED.some((mark) => scene.sentence.has(mark));
    return talk && onlySpokenOf(scene.sentence) ? puts(QUESTIONS.among) : understood;
  }
  if (!goesOn && onlySpokenOf(scene.sentence)) return puts(QUESTIONS.among);
  const doubt = goesOn ? undefined : settingInDoubt(line, scene.sentence);
  if (doubt) return puts(doubt);
  return { ...understood, certain: understood.certain && plainly(line, scene, likely) };
}

/** Something is said of sending, besides what the summary is about: an hour, days that come back, to stop, to watch. */
function ofSending(sentence: Sentence, line: string): boolean {
  const { low, slots } = sentence;
  if (sentence.has("once")) return false;
  if (slots.times.length > 0 || slots.every.length > 0 || again(sentence)) return true;
  const about = lowered(line);
  return SENDING.some((mark) =>
    sentence.spans(mark).some(({ start, end }) => !about.includes(low.slice(start, end))),
  );
}

/** Said with a word for it, likely, beyond doubt, and without a word that was not understood. */
function plainly(line: string, { sentence }: Scene, likely: number): boolean {
  const [, subject = ""] = /^(?:un)?watch (.*)$|topic:(.*)$/u.exec(line)?.filter(Boolean) ?? [];
  const [, marks] = ASKING.find(([begins]) => begins.test(line)) ?? [];
  return (
    likely >= FIRMLY &&
    (marks === undefined || marks.some((mark) => sentence.has(mark))) &&
    !doubtfullyAsked(sentence) &&
    !SUBJECT_ASKS.some((mark) => has(lowered(subject), mark)) &&
    leftOver(sentence, line).length === 0
  );
}
