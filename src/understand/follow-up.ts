/** What goes on from the line before: "and in 2024?", "only Chinese ones", "more", "no, I meant Astana", 前一天的也来一份. */
import { entitiesOf } from "../language/open.ts";
import { type Days, daysIn } from "../language/when/days.ts";
import { lowered } from "../language/when/pattern.ts";
import { zonesIn } from "../language/when/zones.ts";
import { addDays, type Day } from "../time.ts";
import { kindMeant } from "./kind-meant.ts";
import { QUESTIONS } from "./questions.ts";
import type { Scene, Shown } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { subjectIn } from "./subject.ts";
import { shifted as shiftedTime, shiftIn } from "./time-shift.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";
import { daysAsFilters, daysAsTyped, period, quoted } from "./write.ts";

const CORRECTING =
  /^(?:(?:no+|nope|nah|wrong|sorry|oops|actually|not (?:that|this|what i meant)|that's not (?:it|what i meant|right)|i mean[t]?|i said|i was asking about|rather|нет|неа|неверно|не то|не так|ой|да не|да нет|не|я (?:имел[аи]? в виду|про|о|об|сказал[аи]?|говорил[аи]?(?: про)?)|имел[аи]? в виду|точнее|вернее|хотя нет|不对|不是|错了|不,|我(?:说|指|问|要)的是|我是(?:说|指|问)|应该是|搞错了|更正)[\s,.!-]*){1,4}/u;
const GOING_ON =
  /^(?:and|what about|how about|same|the same|only|just|also|but|ok,? and|now|then|а|и|а если|а что|то же|такую же|только|теперь|ну а|那么?|同样|只|再|也|这些)(?![\p{Script=Latin}\p{Script=Cyrillic}'])/u;
export const MORE =
  /^(?:and |show |show me |give me |tell me |any |some |let's see )?(?:more|what else|go on|anything else|continue|next|next page|the rest|keep going|more results|more please|more of (?:them|these|those))$|^(?:更多|还有(?:吗|呢|没有|别的吗)?|继续|再来(?:一些|几篇|几条|点)?|其他的?(?:呢)?|下一页|翻页|接着|往下|多来点)$|^(?:(?:покажи|дай|а) )?(?:ещ[её]|еще|дальше|далее|больше|продолжай|что еще|следующ(?:ая|ую)(?: страниц[ау])?|остальное|остальные)$/u;
export const BACK = /^(?:back|previous|previous page|prev|上一页|назад|предыдущая(?: страница)?)$/u;
const BEFORE =
  /day before(?! yesterday)|previous day|prior day|day earlier|前一天|前一日|头一天|за день до|днем раньше|предыдущ(?:ий|его) д(?:ень|ня)|накануне/u;
const AFTER =
  /day after(?! tomorrow)|next day|following day|后一天|第二天|次日|на следующий день|следующий день|днем позже/u;
const SOURCES =
  /^(?:(?:what(?:'s| is| are)? )?(?:the |your )?sources?|where (?:is|was) (?:this|that|it) from|says who|links?)$|^(?:来源|出处)(?:呢|是什么|在哪里?)?$|^(?:(?:а |какой )?источники?|откуда (?:это|информация)|где источник)$/u;
export const YEAR_ALONE =
  /^(?:(?:а |and )?(?:за|в|in|for|of) )?(?:19|20)\d\d(?:年|-?й|-?м|\.)?(?: год[уа]?| year)?(?:的?呢?)?$/u;
const FRESH = ["summary", "latest", "happened", "watch", "help", "settings"] as const;

/** The sentence as a continuation of what was before; undefined when it stands on its own. */
export function followUp(scene: Scene): Understood | undefined {
  const { sentence, before } = scene;
  const bare = sentence.low
    .replace(/[?!.。]+$/u, "")
    .replace(/(?:,? ?(?:please|pls|thanks|пожалуйста)|谢谢)$/u, "")
    .trim();
  const correcting = CORRECTING.exec(bare)?.[0];
  if (!before) return MORE.test(bare) || SOURCES.test(bare) ? lost(bare) : undefined;
  const name = /^\S+/.exec(before.line)?.[0] ?? "";
  const kind = kindMeant(bare, before);
  if (kind) return kind;
  if (name === "ask" && (MORE.test(bare) || SOURCES.test(bare))) return does(`ask ${sentence.text}`);
  if (MORE.test(bare)) return turned(before, 1);
  if (BACK.test(bare)) return turned(before, -1);
  const page = sentence.slots.pages[0];
  if (page && bare.length < 24) return turned(before, 0, page.value);
  const alone = YEAR_ALONE.test(bare) || (name === "daily" && shiftIn(bare) !== undefined);
  if (correcting === undefined && !alone && !goesOn(sentence, bare)) return undefined;
  return changed(scene, correcting?.length ?? 0, name);
}

function lost(bare: string): Understood | undefined {
  return bare === "next" || bare === "continue" || MORE.test(bare) || SOURCES.test(bare)
    ? puts(QUESTIONS.before)
    : undefined;
}

function goesOn(sentence: Sentence, bare: string): boolean {
  if (FRESH.some((mark) => mark !== "settings" && sentence.has(mark)) && sentence.slots.newest.length === 0)
    return false;
  if (sentence.ids.length > 0 || sentence.addresses.length > 0) return false;
  const words = bare.split(" ").length + (bare.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  if (words > 9) return false;
  if (BEFORE.test(bare) || AFTER.test(bare)) return true;
  if (GOING_ON.test(bare) || /呢$/u.test(bare)) return true;
  const { languages, days, newest, publishers } = sentence.slots;
  const taken = [...languages, ...days, ...newest, ...publishers];
  return (
    taken.length > 0 &&
    !sentence.has("news") &&
    subjectIn(sentence, taken, ["polite", "find", "send"], true) === ""
  );
}

/** Another page of a list. */
function turned({ line }: Shown, by: number, to?: number): Understood {
  const now = Number(/page[:=](\d+)/.exec(line)?.[1] ?? 1);
  const page = to ?? Math.max(1, now + by);
  const bare = line.replace(/\s*(?:--)?page[:=]\d+/, "");
  const [name = ""] = bare.split(" ");
  if (name === "search" || name === "digest") return does(`${bare}${page > 1 ? ` page:${page}` : ""}`);
  if (name === "latest") {
    const count = Number(/^latest (\d+)/.exec(bare)?.[1] ?? 10);
    return does(bare.replace(/^latest(?: \d+)?/, `latest ${Math.min(50, count * 2)}`));
  }
  return puts(QUESTIONS.before);
}

function changed(scene: Scene, cut: number, name: string): Understood | undefined {
  const { sentence, before, today } = scene;
  if (!before) return undefined;
  // "Not in June but in May": what was denied counts no more.
  const denied =
    /(?:(?:not|не|不是)(?: (?:in|on|at|за|в|про|о))? ?[^,.;]{1,24}?)(?:,? ?(?:but|а|,是|而是)|[,，])\s*/u.exec(
      sentence.low.slice(Math.max(0, cut - 4)),
    );
  const from = Math.max(
    cut,
    denied && denied.index <= 4 ? Math.max(0, cut - 4) + denied.index + denied[0].length : 0,
  );
  const later = <T extends { start: number }>(found: readonly T[]): readonly T[] =>
    found.filter(({ start }) => start >= from - 2);
  const slots = sentence.slots;
  const days =
    shifted(sentence.low, before.line, today) ?? later(slots.days)[0]?.value ?? yearIn(sentence.low);
  const taken = [
    { value: "", start: 0, end: from },
    ...slots.days,
    ...slots.languages,
    ...slots.publishers,
    ...slots.newest,
    ...yearSpans(sentence.low),
    ...(name === "daily" || name === "watch"
      ? [...slots.times, ...slots.weekdays, ...slots.zones, ...slots.every]
      : []),
  ];
  const said = subjectIn(sentence, taken, ["polite", "find", "wrote", "news", "when", "send"], true);
  const subject = meaningless(said) ? "" : said;
  const language = later(slots.languages)[0]?.value.language;
  const publisher = later(slots.publishers)[0]?.value.names.en;
  if (name === "daily") return daily(scene, before.line, later);
  if (name === "digest") return digest(before.line, { days, subject, language, publisher }, today);
  if (name === "search" || name === "latest")
    return search(before.line, { days, subject, language, publisher, newest: slots.newest.length > 0 });
  if (name === "ask")
    return subject || days
      ? does(
          `ask ${asked(before.line.replace(/^ask\s+/, ""), subject || yearOf(sentence.low) || sentence.text)}`,
        )
      : undefined;
  if (name === "watch" && subject)
    return confirms(before.line.replace(/^(watch(?:\s+(?:--)?every[:=]\d+)?)\s+.*$/u, `$1 ${subject}`));
  return undefined;
}

const meaningless = (subject: string): boolean =>
  /^(?:(?:and|what|about|how|same|the|for|only|just|ones?|please|also|it|that|this|those|these|them|in|with|if|а|и|что|если|то|же|самое|только|за|этого|до|день|про|такую|ту|呢|那|这些|里面|其中|只|看|的|也|来|一份|同样|前一天|后一天|day|before|after|week|previous|next|раньше|следующий|предыдущий|накануне|днем|на)[\s,]*)+$/iu.test(
    subject,
  );

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)(?! ?(?:年?\d|-\d))/gu;
function yearSpans(low: string) {
  return [...low.matchAll(YEAR)].map(({ 0: value, index }) => ({
    value,
    start: index,
    end: index + 4 + (low[index + 4] === "年" ? 1 : 0),
  }));
}
const yearOf = (low: string): string | undefined => low.match(YEAR)?.[0];
function yearIn(low: string): Days | undefined {
  const year = yearOf(low);
  return year ? { first: `${year}-01-01`, last: `${year}-12-31`, named: `${year}-01-01` } : undefined;
}

/** The day or days before or after those of the line before. */
function shifted(low: string, line: string, today: Day): Days | undefined {
  const by = BEFORE.test(low) ? -1 : AFTER.test(low) ? 1 : 0;
  if (by === 0) return undefined;
  const days = daysIn(lowered(line), today)[0]?.value;
  const first = addDays(days?.first ?? today, by);
  return { first, last: first, named: first };
}

interface Change {
  readonly days: Days | undefined;
  readonly subject: string;
  readonly language: string | undefined;
  readonly publisher: string | undefined;
  readonly newest?: boolean;
}

const FILTER = (names: string): RegExp =>
  new RegExp(`(?:^|\\s)(?:--)?(?:${names})[:=](?:"[^"]*"|\\S+)`, "gu");

function search(line: string, { days, subject, language, publisher, newest }: Change): Understood {
  let [, name = "search", query = ""] = /^(\S+)\s*(.*)$/u.exec(line) ?? [];
  query = query.replace(FILTER("page"), "");
  if (subject) {
    const swapped = name === "latest" ? undefined : swap(query, subject);
    query = swapped ?? subject;
    name = "search";
  }
  const set = (names: string, ...values: readonly string[]): void => {
    query = [query.replace(FILTER(names), ""), ...values].join(" ");
  };
  if (days) set("on|after|before", ...daysAsFilters(days));
  if (language) set("lang", `lang:${language}`);
  if (publisher) set("source", `source:${quoted(publisher)}`);
  if (newest && name === "search") set("sort", "sort:new");
  return does(`${name} ${query}`.replace(/\s+/g, " ").trim());
}

function digest(line: string, { days, subject, language, publisher }: Change, today: Day): Understood {
  const [, when = today, topic = ""] = /^digest(?:\s+(\S+))?\s*(.*)$/u.exec(line) ?? [];
  if (days?.impossible) return puts(QUESTIONS.day);
  const about = (subject ? (swap(topic, subject) ?? subject) : topic).replace(FILTER("page"), "");
  const kept = language ? about.replace(FILTER("lang"), "") : about;
  return does(
    [
      "digest",
      days ? period(days, today) : when,
      kept,
      language && `lang:${language}`,
      publisher && `source:${quoted(publisher)}`,
    ]
      .filter(Boolean)
      .join(" ")
      .replace(/\s+/g, " "),
  );
}

/** The schedule of the line before with what the sentence changes. */
function daily(
  scene: Scene,
  line: string,
  later: <T extends { start: number }>(found: readonly T[]) => readonly T[],
): Understood | undefined {
  const { slots } = scene.sentence;
  const time = later(slots.times).at(-1)?.value ?? laterHour(scene.sentence.low, line);
  const weekdays = later(slots.weekdays)[0]?.value.days;
  const zone = later(slots.zones)[0]?.value.zone;
  const language = later(slots.languages)[0]?.value.language;
  if (!time && !weekdays && !zone && !language) return undefined;
  const set = (text: string, name: string, value: string | undefined): string =>
    value === undefined ? text : `${text.replace(FILTER(name), "")} ${name}:${value}`;
  let changed = time ? line.replace(/^daily(?:\s+\d{1,2}[:.]\d{2})?/u, `daily ${time}`) : line;
  changed = set(changed, "days", weekdays && daysAsTyped(weekdays));
  changed = set(changed, "zone", zone);
  changed = set(changed, "lang", language);
  return confirms(changed.replace(/\s+/g, " "));
}

/** The hour of the line before, so much later or earlier, or in another part of the day. */
function laterHour(low: string, line: string): string | undefined {
  const time = /^daily\s+(\d{1,2}[:.]\d{2})/u.exec(line)?.[1];
  const by = shiftIn(low);
  return time !== undefined && by !== undefined ? shiftedTime(time, by) : bareHour(low, line);
}

/** "No, in the evening": the hour of the line before in another part of the day. */
function bareHour(low: string, line: string): string | undefined {
  const [, hour = "", minute = ""] = /^daily\s+(\d{1,2})[:.](\d{2})/u.exec(line) ?? [];
  if (hour === "") return undefined;
  const evening = /evening|night|pm|вечер|ноч|晚|下午/u.test(
    low.replace(/not [^,]*,|не [^,]*,|不是[^,]*,/u, ""),
  );
  if (evening && Number(hour) < 12) return `${Number(hour) + 12}:${minute}`;
  return !evening && /morning|am|утр|早|上午/u.test(low) && Number(hour) >= 12
    ? `${String(Number(hour) - 12).padStart(2, "0")}:${minute}`
    : undefined;
}

/** The words before with the one place or country in them changed for another; undefined when they have none. */
function swap(words: string, subject: string): string | undefined {
  const low = lowered(words);
  const [city, another] = zonesIn(low);
  const [newCity] = zonesIn(lowered(subject));
  if (city && !another && newCity)
    return `${words.slice(0, placeStart(low, city))}${subject}${words.slice(city.end)}`;
  const [name, other] = entitiesOf(words);
  const [instead] = entitiesOf(subject);
  if (!name || other || instead?.kind !== name.kind) return undefined;
  return `${words.slice(0, name.start)}${subject}${words.slice(name.end)}`.trim();
}

/** Where a city's name begins, behind the preposition that was read with it. */
function placeStart(low: string, { start, end }: { start: number; end: number }): number {
  return start + (/^(?:in|to|from|for|в|на|из|под) /u.exec(low.slice(start, end))?.[0].length ?? 0);
}

/** The last question with another year or place, or with the new words besides. */
function asked(question: string, addition: string): string {
  const year = yearOf(addition);
  if (year && yearOf(question)) return question.replace(yearOf(question) ?? "", year);
  return (
    swap(question, addition) ?? `${question.replace(/[?？]+$/u, "")} ${addition.replace(/[?？]+$/u, "")}?`
  );
}
