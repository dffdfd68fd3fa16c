/** The sentence by rules alone: the first that holds, from what is precise to what is only likely. */
import type { Command } from "../command.ts";
import { QUESTIONS } from "../i18n/understand.ts";
import { slicer } from "../slices.ts";
import { build } from "./build.ts";
import { followUp } from "./follow-up.ts";
import { refusalOf } from "./refusals.ts";
import { denies, remark, staysAsItIs } from "./remarks.ts";
import type { Scene } from "./scene.ts";
import { short } from "./signs.ts";
import { moodOf } from "./small-talk.ts";
import { shiftIn } from "./time-shift.ts";
import { byDescription } from "./to-read.ts";
import { does, puts, type Understood } from "./understood.ts";
import { type Want, wantOf } from "./wants.ts";
import { type Wish, wishOf } from "./wish.ts";

export interface Ruled {
  readonly wish: Wish;
  readonly understood: Understood;
  /** Nothing else can be meant. */
  readonly sure?: true;
}

/** What came of the rules: a command's name, a question put back, or small talk. */
export const outcome = ({ understood: { line, mood } }: Ruled): string =>
  line === null ? (mood ? "smalltalk" : "unclear") : (/^\S+/.exec(line)?.[0] ?? "");

/** @param command the command whose name the sentence begins with */
export async function byRules(scene: Scene, command: Command | undefined): Promise<Ruled> {
  const { sentence, before } = scene;
  const { low } = sentence;
  const unclear = (understood: Understood): Ruled => ({ wish: "unclear", understood });
  const talk = staysAsItIs(sentence) ? "kept" : undefined;
  if (talk) return { wish: "smalltalk", understood: { line: null, certain: true, mood: talk }, sure: true };
  if (denies(sentence)) return { ...unclear(puts(QUESTIONS.denied)), sure: true };
  const plain = moodOf(low);
  if (plain) return { wish: "smalltalk", understood: { line: null, certain: true, mood: plain }, sure: true };
  const mood = remark(sentence);
  if (mood) return { wish: "smalltalk", understood: { line: null, certain: true, mood } };
  const refusal = refusalOf(low);
  if (refusal) return { ...unclear(puts(refusal)), sure: true };
  if (STOP.test(low)) return { ...unclear(puts(QUESTIONS.stop)), sure: true };
  const number = /^\d{1,2}$/.test(low) && before ? before.ids[Number(low) - (before.first ?? 1)] : undefined;
  if (number) return { wish: "read", understood: does(`read ${number}`), sure: true };
  // To share an article in another channel there is a button below it.
  if (
    sentence.ids.length === 1 &&
    sentence.slots.channels.length === 1 &&
    sentence.has("send") &&
    short(sentence)
  )
    return { wish: "read", understood: does(`read ${sentence.ids[0]?.value}`), sure: true };
  const counted = COUNTS_ARTICLES.test(low) ? "coverage" : IN_ORDER.test(low) ? "story" : undefined;
  if (counted) return { wish: counted, understood: await build(counted, scene), sure: true };
  const described = await byDescription(scene);
  if (described) return { wish: described.line ? "read" : "unclear", understood: described };
  const rest = slicer();
  const going = followUp(scene);
  if (going) return { wish: "followup", understood: going };
  await rest();
  if (bareTime(scene)) return unclear(puts(QUESTIONS.schedule));
  if (bareShift(scene)) return unclear(puts(QUESTIONS.change));
  const timed = sentence.slots.times.length > 0 || sentence.slots.weekdays.length > 0;
  const want = forced(command, wantOf(sentence, before !== undefined), timed);
  await rest();
  const understood = await build(want, scene);
  // Who begins with a command's name, and can mean it, means it.
  return {
    wish: wishOf(want),
    understood,
    ...((command?.name === want || want === "leave-out") && { sure: true as const }),
  };
}

/** "How many articles mention Xinjiang", "all on the forum in the order it happened": nothing else is meant. */
const COUNTS_ARTICLES =
  /^how many (?:articles|stories|pieces|outlets) (?:mention|are about|are on|talk about|cover|deal with|wrote about)|^有?多少篇(?:文章|报道|稿子)?(?:是)?(?:提到|提及|写|讲|关于|涉及)|^сколько (?:статей|публикаций|материалов|изданий) (?:упомина|пишут|писали|о |об |про )/u;
const IN_ORDER =
  /in the order (?:it|they|things) happened|in chronological order|в хронологическом порядке|в том порядке, как|按发生的?(?:顺序|先后)/u;

const STOP =
  /^(?:stop|停|停下|停止|стоп|хватит|cancel|取消|отмена|off|enough|unsubscribe|undo(?: that| it)?|revert|撤回|撤销|还原|верни как было|退订|отписаться)[!.]*$/u;

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
  if (command?.name === "brief" && (plain || want === "digest")) return "brief";
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
