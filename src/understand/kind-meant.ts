/** "No, I asked for a watch": another thing to do with the subject of the line before. */
import { QUESTIONS } from "../i18n/understand.ts";
import { type Shown, topicBefore } from "./scene.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";

const KIND =
  /^(?:(?:no|nope|not that|нет|не то|不是|不对|不)[\s,.!-]*)?(?:(?:i|we) (?:asked for|wanted|meant|need(?:ed)?|said)|я (?:просил\p{L}?|хотел\p{L}?|имел\p{L}? в виду)|(?:мне )?нужн[аоы]|我(?:是)?(?:要|想要|要的是|说的是|想)的?) ?(?:an?|the|to|be)? ?(.{2,24})$/u;
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:watch|alerts?|notifications?|关注|提醒|слежени|уведомлени|подписк|следить)/u, "watch"],
  [/^(?:compar|对比|сравн)/u, "compare"],
  [/^(?:timeline|story|专题|时间线|сюжет|хронологи)/u, "story"],
  [/^(?:trend|趋势|динамик)/u, "trends"],
  [/^(?:search|list|articles|搜索|поиск|список|стать)/u, "search"],
];
/** A summary of each day has a time too: it is asked for. */
const EACH_DAY = /^(?:daily|schedule|every day|每天|每日|定时|ежедневн|расписани|каждый день)/u;
/** The same subject with the kind of thing that was meant. */
export function kindMeant(bare: string, before: Shown): Understood | undefined {
  const said = KIND.exec(bare)?.[1];
  if (!said) return undefined;
  if (EACH_DAY.test(said)) return puts(QUESTIONS.schedule);
  const command = KINDS.find(([is]) => is.test(said))?.[1];
  const topic = topicBefore(before);
  if (!command || !topic) return undefined;
  return command === "watch" ? confirms(`watch ${topic}`) : does(`${command} ${topic}`);
}
