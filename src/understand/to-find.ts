/** Wishes to find and read → `search`, `ask`, `latest`, `digest`. */
import { QUESTIONS } from "../i18n/understand.ts";
import { findAll, type TextMatch } from "../language/when/pattern.ts";
import { addDays, type Day, weekdayOf } from "../time.ts";
import { yearIn, yearSpans } from "./follow-up-line.ts";
import { formsIn } from "./form-rows.ts";
import type { Opener } from "./peel.ts";
import { rowsIn } from "./rows.ts";
import { filtersOf, impossible, type Scene } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { again } from "./signs.ts";
import { BARE_COUNTS } from "./slot-rows.ts";
import { subjectIn } from "./subject.ts";
import { topicIn } from "./topic.ts";
import { does, puts, type Understood } from "./understood.ts";
import { type LineFilters, period, withFilters } from "./write.ts";

const FINDING: readonly Opener[] = ["polite", "find", "wrote", "news"];
const DIGESTING: readonly Opener[] = ["polite", "find", "wrote", "send", "summary", "news", "stop"];

export function search(scene: Scene): Understood {
  const { sentence } = scene;
  const { slots } = sentence;
  if (impossible(sentence)) return puts(QUESTIONS.day);
  const years = slots.days.length === 0 ? yearSpans(sentence.low) : [];
  const table = formsIn(sentence.low).filter(({ value }) => value === "csv");
  const taken: TextMatch<unknown>[] = [
    ...years,
    ...table,
    ...slots.languages,
    ...slots.publishers,
    ...slots.days,
    ...slots.newest,
    ...slots.without,
    ...slots.titles,
    ...slots.counts.filter(({ start, end }) => COUNTED.test(sentence.low.slice(start, end))),
    ...before(sentence),
  ];
  const query = topicIn(sentence, taken, scene.opening ? [...FINDING, "read"] : FINDING, true, "search");
  const named = filtersOf(sentence, { days: !ahead(scene) });
  const filters: LineFilters = {
    ...named,
    days: named.days ?? (years.length === 1 ? yearIn(sentence.low) : undefined),
    newest: slots.newest.length > 0 || (sentence.has("latest") && sentence.opens("latest")),
    without: slots.without.map(({ value }) => value),
    titles: slots.titles.map(({ value }) => value),
  };
  if (query === "" && filters.titles?.length === 0) {
    if (slots.publishers.length + slots.leftOut.length + slots.languages.length > 0) return latest(scene);
    return filters.days ? digest(scene) : puts(QUESTIONS.search);
  }
  return does(`search ${withFilters(query, filters)}${table.length > 0 ? " as:csv" : ""}`);
}

/** "For the speech tomorrow": nothing was written on a day that is still to come, so it tells what for. */
const ahead = ({ sentence: { slots }, today }: Scene): boolean => {
  const first = slots.days[0]?.value.first;
  return slots.days.length === 1 && first !== undefined && first > today;
};

/** Something is wanted again and again: whoever says so does not want it posted now. */
const RECURS =
  /(?<!\p{L})(?:(?:once|twice|one) (?:a|per|every) (?:hour|day|week|month|year)|(?:раза?) в (?:час|день|сутки|неделю|месяц|год)|every (?:hour|month|year|other|second)|hourly|ежечасно|ежемесячно|кажд(?:ый|ую|ые) (?:час|месяц|год))(?!\p{L})|每(?:个)?(?:小时|月|年)|隔(?:天|日|周)/u;

const SETTINGS = /^(?:daily|watch|unwatch|watching|following|settings)(?: |$)/u;

/** What somebody put aside, for a brief of it. */
const SAVED =
  /(?<!\p{L})(?:saved|bookmark\p{L}*|put aside|reading list|сохран[её]нн\p{L}+|отложенн\p{L}+|избранн\p{L}+|закладк\p{L}*|(?:из )?списка чтения)(?!\p{L})|收藏|书签|阅读清单|存的(?:稿|文)/u;

/** How many articles, and no part of what they are about: "last three", 五篇. */
const COUNTED = /[篇条则]|latest|newest|last|recent|последн|нов|свеж/u;

/** What stands before the part that opens with a wish to find: it tells what for. */
function before({ low }: Sentence): TextMatch<string>[] {
  const start = /[,:;.] ?(?=查一?下|搜一?下|帮我[查找搜]|find |search |look up |найди|поищи)/u.exec(
    low,
  )?.index;
  return start === undefined ? [] : [{ value: "", start: 0, end: start }];
}

export function ask({ sentence }: Scene): Understood {
  const opened =
    /^(?:(?:please|pls|hey|hi|hello|quick question|question|ask|tell me|请问|问一下|我想问一下|想问|подскажите|подскажи|спроси|пожалуйста|скажите|скажи)[,:]? ?)+/iu;
  const question = sentence.text
    .replace(opened, "")
    .replace(/^[\s,:]+/, "")
    .trim();
  return does(`ask ${question === "" ? sentence.text : question}`);
}

/** Words that say "what is new" and name nothing. */
const GENERIC =
  /^(?:(?:latest|newest|most recent|freshest|fresh|recent|recently|lately|new|news|last|(?:top )?headlines?|please|what's|whats|what|is|are|the|got|any|anything|hit me with|have|has|been|you|there|came|in|published|thing|things|just|on|for|in|from|up|with|самое|самые|последн\p{L}*|свеж\p{L}*|нов(?:ого|ое|ые|ых|енького|ости|остей)|есть|там|что|пришло|стат(?:ей|ьи)|новостей)(?![\p{L}])|最新|最近|近期|是|都|有没有|没有|有|些|什么|哪些|啥|没|吗|更新|了|头条|刚出|刚刚|刚|新鲜|资讯|新闻|文章|消息|新|的|吧|呢|看看|[\s,?!.])+/iu;

export function latest(scene: Scene): Understood {
  const { sentence } = scene;
  const { slots } = sentence;
  if (impossible(sentence)) return puts(QUESTIONS.day);
  const counts = [...slots.counts, ...rowsIn(BARE_COUNTS, sentence.low)];
  const taken = [
    ...counts,
    ...slots.languages,
    ...slots.publishers,
    ...slots.days,
    ...slots.newest,
    ...slots.without,
  ];
  const openers: readonly Opener[] = ["polite", "find", "wrote", "news", "send", "summary"];
  const topic = topicIn(sentence, taken, openers, true, "latest").replace(GENERIC, "").trim();
  const without = slots.without.map(({ value }) => value);
  if (topic !== "" || without.length > 0)
    return does(`search ${withFilters(topic, { ...filtersOf(sentence), without, newest: true })}`);
  const count = counts[0]?.value;
  const line = `latest${count === undefined ? "" : ` ${count}`}`;
  return does(withFilters(line, filtersOf(sentence)));
}

export function digest(scene: Scene): Understood {
  return ofPeriod("digest", scene);
}

export function brief(scene: Scene): Understood {
  return ofPeriod("brief", scene);
}

/** The wish is one for the summary of some days, or for a brief of them. */
function ofPeriod(command: "digest" | "brief", { sentence, today, before }: Scene): Understood {
  const { slots } = sentence;
  if (impossible(sentence)) return puts(QUESTIONS.day);
  if ((RECURS.test(sentence.low) || again(sentence)) && onceIn(sentence).length === 0)
    return puts(QUESTIONS.summary);
  const days = slots.days[0]?.value ?? weekdayBefore(sentence, today);
  if (days?.first && days.first > today) return puts(QUESTIONS.future);
  const forms = formsIn(sentence.low).filter(({ value }) => command === "brief" && value !== "csv");
  // As the option of the command writes it.
  const written = findAll(
    /(?:^|\s)(?:--)?locale[:=](zh|en|ru)(?!\p{L})/gu,
    sentence.low,
    ([, locale]) => locale,
  );
  const taken = [
    ...slots.days,
    ...slots.weekdays,
    ...slots.languages,
    ...slots.publishers,
    ...onceIn(sentence),
    ...sentence.spans("press"),
    ...written,
    ...forms,
  ];
  const saved = command === "brief" && SAVED.test(sentence.low);
  const topic = saved ? "saved" : topicIn(sentence, taken, DIGESTING, false, "digest");
  if (!days && !saved && doubtful(sentence, subjectIn(sentence, taken, DIGESTING, false)))
    return puts(QUESTIONS.summary);
  // Who has just been shown what is set up, and says more than a day, may want that changed.
  if (topic !== "" && SETTINGS.test(before?.line ?? "")) return puts(QUESTIONS.summary);
  const articles = slots.languages.filter(({ value }) => value.of);
  const query = withFilters(topic, {
    languages: articles.map(({ value }) => value.language),
    publishers: slots.publishers.map(({ value }) => value),
    leftOut: slots.leftOut.map(({ value }) => value),
  });
  const when = days ? period(days, today) : saved ? "" : today;
  const own = slots.languages.find(({ value }) => !value.of);
  const language = written[0]?.value ?? own?.value.language;
  const locale = language ? `locale:${language}` : "";
  const options = [
    saved && sentence.has("channel") ? "for:channel" : "",
    forms[0] ? `as:${forms[0].value}` : "",
    command === "digest" && sentence.has("translate") ? "--translate" : "",
  ];
  return does([command, when, query, locale, ...options].filter(Boolean).join(" "));
}

/** News of some days: of a subject they are looked for, since a day they are the newest, else the summary of the days. */
export function ofDays(scene: Scene): Understood {
  const { sentence } = scene;
  const { days, languages, publishers } = sentence.slots;
  const subject = topicIn(
    sentence,
    [...days, ...languages, ...publishers],
    [...FINDING, "summary"],
    true,
    "digest",
  );
  if (subject !== "") return search(scene);
  const open = days.some(({ value }) => value.last === undefined || value.first === undefined);
  return open ? latest(scene) : digest(scene);
}

/** Much is said besides, or of stopping and holding back: whoever speaks of a summary may not want to see one. */
function doubtful(sentence: Sentence, topic: string): boolean {
  const said = topic.split(/\s+/).length + (topic.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  return (
    said > 5 || (topic !== "" && (["stop", "pause", "told"] as const).some((mark) => sentence.has(mark)))
  );
}

/** "Thursday's summary" is of the latest Thursday. */
function weekdayBefore({ slots }: Sentence, today: Day) {
  const day = slots.weekdays[0]?.value.days[0];
  if (day === undefined) return undefined;
  const at = addDays(today, -(((weekdayOf(today) - day + 6) % 7) + 1));
  return { first: at, last: at, named: at };
}

function onceIn({ low }: Sentence): TextMatch<string>[] {
  const match =
    /(?:,? ?(?:just|only) once|one[- ]?off|,? ?(?:don't|do not) schedule(?: it)?|no schedule|один раз|разово|расписани\p{L}{0,3} не (?:надо|нужно)|(?:就|只)发?一次|不用(?:天天|每天)发?)/gu;
  return [...low.matchAll(match)].map(({ 0: value, index }) => ({
    value,
    start: index,
    end: index + value.length,
  }));
}
