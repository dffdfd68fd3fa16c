/** What goes on from the line before though it looks like nothing of that kind: a watch of it, it every day, it as a file. */
import { corrected, correctionIn, shownOtherwise } from "./corrected.ts";
import { followUp } from "./follow-up.ts";
import { absolute } from "./follow-up-line.ts";
import { formsIn } from "./form-rows.ts";
import { type Scene, topicBefore } from "./scene.ts";
import { again, timed } from "./signs.ts";
import { daily } from "./to-follow.ts";
import { topicIn } from "./topic.ts";
import { confirms, does, type Understood } from "./understood.ts";
import { period, quoted } from "./write.ts";

/** Commands of one subject, which another may take the place of. */
const OF_SUBJECT = new Set(["story", "compare", "coverage", "trends", "quotes", "brief"]);
const EXPORTS = /(?<!\p{L})(?:export|download|as a? ?file|a file|файлом|экспорт|выгрузи)\p{L}*|导出|文件/u;

/** The sentence as it goes on from what was shown; undefined where it cannot. */
export function goingOn(said: Scene): Understood | undefined {
  const correction = correctionIn(said);
  const meant = correction && corrected(correction);
  if (meant) return meant;
  const scene = correction?.scene ?? said;
  const { sentence, before, today } = scene;
  if (!before) return undefined;
  const { low, slots } = sentence;
  const topic = topicBefore(before);
  if (before.line.startsWith("search ") && (formsIn(low).length > 0 || EXPORTS.test(low)))
    return does(`${before.line.replace(/\s(?:--)?(?:as|page)[:=]\S+/gu, "")} as:csv`);
  const file = formsIn(low).find(({ value }) => value !== "csv");
  if (file && before.line.startsWith("digest "))
    return does(
      `${before.line.replace(/^digest(?: (\S+))?/u, (_, when = today) => `brief ${absolute(when, today)}`)} as:${file.value}`,
    );
  if (topic && sentence.has("watch") && !sentence.has("stop")) return confirms(`watch ${topic}`);
  if (topic && (again(sentence) || timed(sentence)) && sentence.has("send")) {
    const understood = daily(scene);
    const line = understood.line?.replace(/ topic:(?:"[^"]*"|\S+)/u, "");
    return line ? { ...understood, line: `${line} topic:${quoted(topic)}` } : understood;
  }
  const name = /^\S+/u.exec(before.line)?.[0] ?? "";
  if (!OF_SUBJECT.has(name)) return followUp(said, true);
  const other = shownOtherwise(scene);
  if (other) return other;
  const days = slots.days[0]?.value;
  const subject = topicIn(
    sentence,
    [...slots.days, ...slots.languages],
    ["polite", "find", "news"],
    true,
    "search",
  );
  const option = / (?:--)?(?:period|by|as|locale)[:=](?:"[^"]*"|\S+)/gu;
  const kept = days
    ? [` period:${quoted(period(days, today))}`]
    : [...before.line.matchAll(option)].map(([one]) => one);
  const own = before.line.replace(option, "").slice(name.length).trim();
  return does(`${name} ${subject || own}${kept.join("")}`.trim());
}
