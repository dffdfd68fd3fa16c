/** What goes on from the line before: "and in 2024?", "only Chinese ones", "more", "no, I meant Astana", 前一天的也来一份. */
import type { Language } from "../article.ts";
import { QUESTIONS } from "../i18n/understand.ts";
import { type Days, daysIn } from "../language/when/days.ts";
import { findAll, lowered } from "../language/when/pattern.ts";
import { smallNumber } from "../language/when/small-numbers.ts";
import { addDays, type Day, readDay } from "../time.ts";
import { corrected, correctionIn, shownOtherwise } from "./corrected.ts";
import { exchange } from "./exchange.ts";
import {
  asked,
  dailyChanged,
  digestChanged,
  searchChanged,
  yearIn,
  yearOf,
  yearSpans,
} from "./follow-up-line.ts";
import { kindMeant } from "./kind-meant.ts";
import type { Scene, Shown } from "./scene.ts";
import { readSentence, type Sentence } from "./sentence.ts";
import { words } from "./signs.ts";
import { subjectIn } from "./subject.ts";
import { shiftIn } from "./time-shift.ts";
import { topicIn } from "./topic.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";

const CORRECTING =
  /^(?:(?:no+(?![\p{L}'])|nope|nah|wrong(?: (?:country|city|place|one|dates?|day|month|year|person|topic|time))?(?: -)?|sorry|oops|actually|not (?:that|this|what i meant)|that's not (?:it|what i meant|right)|i mean[t]?|i said|i (?:wanted|was after|am after|asked for)|i was asking about|rather|нет|неа|неверно|не то|не так|ой|да не|да нет|не|я (?:имел[аи]? в виду|про|о|об|сказал[аи]?|говорил[аи]?(?: про)?)|имел[аи]? в виду|точнее|вернее|хотя нет|(?:мне )?нуж(?:ен|на|но|ны)(?= )|(?:说)?(?:错了|不对)[\s,]*(?:应该)?是|不对|不是|说错了?|错了|不,|我(?:说|指|问|要)的是|我是(?:说|指|问)|应该是|搞错了|更正)[\s,.!-]*){1,4}/u;
const GOING_ON =
  /^(?:and|what about|how about|same|the same|only|just|also|but|ok,? and|now|then|а|и|а если|а что|то же|такую же|только|теперь|ну а|那么?(?![篇条个些])|同样|只|再|也|这些)(?![\p{Script=Latin}\p{Script=Cyrillic}'])/u;
export const MORE =
  /^(?:and |show |show me |give me |tell me |any |some |let's see )?(?:more|what else|go on|carry on|anything else|continue|next|next page|the rest|keep going|more results|more please|more of (?:them|these|those))$|^(?:更多|还有(?:吗|呢|没有|别的吗)?|继续|再来(?:一些|几篇|几条|点)?|其他的?(?:呢)?|下一页|翻页|接着|往下|多来点)$|^(?:(?:покажи|дай|а) )?(?:ещ[её]|еще|дальше|далее|больше|продолжай|что еще|следующ(?:ая|ую)(?: страниц[ау])?|остальное|остальные)$/u;
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

/**
 * The sentence as a continuation of what was before; undefined when it stands on its own.
 * @param sure it is known to go on, whatever it looks like
 */
export function followUp(said: Scene, sure = false): Understood | undefined {
  const scene = withoutDenied(said);
  const { sentence, before } = scene;
  const bare = sentence.low
    .replace(/(?<![?!.。])[?!.。]+$/u, "")
    .replace(/(?:,? ?(?:please|pls|thanks|пожалуйста)|谢谢)$/u, "")
    .trim();
  const correcting = CORRECTING.exec(bare)?.[0];
  const correction = sure || correcting !== undefined ? correctionIn(said) : undefined;
  const meant = correction && corrected(correction);
  if (meant) return meant;
  const exchanged = before && exchange(said.sentence.text, before.line);
  if (exchanged) return exchanged;
  const translated =
    before?.opened && sentence.has("this") && sentence.slots.languages.some(({ value }) => !value.of);
  if (translated && bare.split(" ").length <= 8) return does(`read ${before.opened} --translate`);
  if (
    before &&
    /^(?:(?:that's |this is |it's )?not (?:it|this|that|what i (?:wanted|meant|asked(?: for)?))|(?:это )?не то(?:,? что (?:я )?(?:искал|просил|хотел)\p{L}*)?|не это|(?:这个?)?不是(?:我)?(?:想?要|找|说)?的(?:这个|那个)?)$/u.test(
      bare,
    )
  )
    return puts(QUESTIONS.search);
  if (!before) return MORE.test(bare) || SOURCES.test(bare) ? lost(bare) : undefined;
  const name = /^\S+/.exec(before.line)?.[0] ?? "";
  const kind = kindMeant(bare, before);
  if (kind) return kind;
  const goes = GOING_ON.test(bare) || /呢$/u.test(bare);
  const other = sure || goes ? shownOtherwise(said) : undefined;
  if (other) return other;
  if (name === "ask" && (MORE.test(bare) || SOURCES.test(bare))) return does(`ask ${sentence.text}`);
  if (DROPS_DAYS.test(bare)) return does(withoutDays(before.line));
  const added = name === "search" ? ADDS.exec(bare)?.[1] : undefined;
  if (added) return does(`${before.line} ${added}`);
  if (MORE.test(bare)) return turned(before, 1);
  if (BACK.test(bare)) return turned(before, -1);
  const page = sentence.slots.pages[0];
  if (page && bare.length < 24) return turned(before, 0, page.value);
  const alone = YEAR_ALONE.test(bare) || (name === "daily" && shiftIn(bare) !== undefined);
  if (!sure && correcting === undefined && !alone && !goesOn(sentence, bare, name)) return undefined;
  return correction ? changed(correction.scene, 0, name) : changed(scene, correcting?.length ?? 0, name);
}

/** "Drop the date", 去掉2025年的限制. */
const DROPS_DAYS =
  /^(?:and |now |ok,? |а |теперь )?(?:(?:drop|remove|without|forget|ignore|lift|clear|take (?:out|off)|убери(?:те)?|сними(?:те)?|без) (?:the |any |all )?(?:\p{L}+ )?(?:dates?|years?|days?|time(?: ?(?:limit|frame|span))?|periods?|дат\p{L}{0,2}|год\p{L}?|период\p{L}?|срок\p{L}{0,2})(?: (?:limit|filter|restriction|ограничени\p{L}))?|(?:去掉|取消|不限|不要|别限)(?:\d{4}年|[\p{Script=Han}\d]{0,6})?的?(?:时间|日期|年份|期限|限制)(?:限制|条件|了)?)$/u;
const withoutDays = (line: string): string =>
  line.replace(/\s(?:--)?(?:on|after|before|period)[:=](?:"[^"]*"|\S+)/gu, "");
/** "Add Kyrgyzstan to that", 加上吉尔吉斯斯坦一起搜. */
const ADDS =
  /^(?:(?:and )?add (?=.+ (?:to (?:it|that|this|the search)|as well|too)$)|добав(?:ь|ьте) (?:ещ[её] |туда |сюда )?|(?:再|也)?加上|把)(.{2,40}?)(?: (?:to (?:it|that|this|the search)|as well|too)|也?(?:一起|一块)?(?:加上|加进去|搜|查)?)?$/u;

/** "25 May, not 26": what is denied at the end counts no more. */
const DENIED_END =
  /(?:,| -)? (?:and )?(?:not|а не|не) [^,.;?!]{1,24}$|[,，、 ]?(?:而)?不是[^,，。;?!]{1,16}$/iu;
function withoutDenied(scene: Scene): Scene {
  const { text } = scene.sentence;
  const denied = scene.before && DENIED_END.exec(text);
  if (!denied || denied.index < 4) return scene;
  return { ...scene, sentence: readSentence(text.slice(0, denied.index), scene) };
}

function lost(bare: string): Understood | undefined {
  return bare === "next" || bare === "continue" || MORE.test(bare) || SOURCES.test(bare)
    ? puts(QUESTIONS.before)
    : undefined;
}

function goesOn(sentence: Sentence, bare: string, name: string): boolean {
  if (FRESH.some((mark) => mark !== "settings" && sentence.has(mark)) && sentence.slots.newest.length === 0)
    return false;
  if (sentence.ids.length > 0 || sentence.addresses.length > 0) return false;
  const words = bare.split(" ").length + (bare.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  if (words > 9) return false;
  const { times, weekdays, zones } = sentence.slots;
  if (name === "daily" && words <= 6 && times.length + weekdays.length + zones.length > 0) return true;
  if (BEFORE.test(bare) || AFTER.test(bare)) return true;
  if (GOING_ON.test(bare) || /呢$/u.test(bare)) return true;
  const { languages, days, newest, publishers, leftOut, without } = sentence.slots;
  const taken = [...languages, ...days, ...newest, ...publishers, ...leftOut, ...without];
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
  const bare = line.replace(/(?<!\s)\s*(?:--)?page[:=]\d+/, "");
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
  const count = name === "latest" ? countIn(sentence.low.slice(from)) : undefined;
  if (count !== undefined) return does(before.line.replace(/^latest(?: \d+)?/u, `latest ${count}`));
  const named =
    shifted(sentence.low, before.line, today) ??
    later(slots.days)[0]?.value ??
    monthIn(sentence.low.slice(from), today) ??
    dayIn(sentence.low, before.line) ??
    yearIn(sentence.low);
  const days = named?.first && openEnded(before.line) ? { first: named.first, named: named.named } : named;
  const taken = [
    { value: "", start: 0, end: from },
    ...slots.days,
    ...slots.languages,
    ...slots.publishers,
    ...slots.newest,
    ...slots.without,
    ...yearSpans(sentence.low),
    ...findAll(DAY_ALONE, sentence.low, ([day]) => day),
    ...(named && slots.days.length === 0
      ? [
          {
            value: "",
            start: from,
            end: monthIn(sentence.low.slice(from), today) ? sentence.low.length : from,
          },
        ]
      : []),
    ...(name === "daily" || name === "watch"
      ? [...slots.times, ...slots.weekdays, ...slots.zones, ...slots.every]
      : []),
  ];
  const said = subjectIn(sentence, taken, ["polite", "find", "wrote", "news", "when", "send"], true);
  // Of a longer sentence the model tells whether any of it is a subject.
  const about =
    words(sentence.low) > 4 ? topicIn(sentence, taken, ["polite", "find", "news"], true, "search") : said;
  const subject = meaningless(said) || languageOf(said) || about === "" ? "" : said;
  const written = later(slots.languages)[0]?.value;
  const language = written?.language ?? languageOf(said);
  const publisher = later(slots.publishers)[0]?.value.names.en;
  if (name === "daily") return dailyChanged(scene, before.line, later);
  if (name === "settings" && language && before.line.includes("language"))
    return confirms(`settings language ${language}`);
  if (name === "digest")
    return digestChanged(
      before.line,
      { days, subject, language, publisher, own: written?.of === false },
      today,
    );
  if (name === "search" || name === "latest")
    return searchChanged(before.line, {
      ...{ days, subject, language, publisher },
      newest: slots.newest.length > 0,
      without: slots.without[0]?.value,
      leftOut: slots.leftOut,
    });
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

/** So many articles, and nothing else: seven, 二十条, двадцать штук. */
function countIn(low: string): number | undefined {
  const [, written = ""] =
    /^\s*(?:(?:only|just|about|me|show|give|to|make it|только|про|всего|штук|до|мало|多|多给几条|来|要|给我|[,，])\s*){0,4}(\d{1,2}|\p{Script=Han}{1,3}?|\p{L}+)\s*(?:of them|articles|ones|please|pls|штук\p{L}?|стат\p{L}+|[篇条個个则])?[\s.!]*$/u.exec(
      low,
    ) ?? [];
  const n = smallNumber(written);
  return n >= 1 && n <= 50 ? n : undefined;
}

/** A month by its name alone. */
function monthIn(low: string, today: Day): Days | undefined {
  const bare = low.replace(/^[\s,]*(?:об?|за|в|in|for|of|only|just|только|a|а)?\s*/u, "").trim();
  if (!/^\p{L}{3,9}(?: (?:last year|this year|прошлого года|этого года))?$/u.test(bare)) return undefined;
  for (const before of ["in", "за", "в"]) {
    const [found] = daysIn(`${before} ${bare}`, today);
    if (found && found.start <= before.length + 1 && found.end === bare.length + before.length + 1)
      return found.value;
  }
  return undefined;
}

/** The line before begins on a day and has no end. */
const openEnded = (line: string): boolean => /\safter:/u.test(line) && !/\s(?:before|on):/u.test(line);

const meaningless = (subject: string): boolean =>
  /^(?:(?:and|what|about|how|same|the|for|only|just|ones?|please|also|it|that|this|those|these|them|in|with|if|а|и|что|если|то|же|самое|только|за|этого|до|день|про|такую|ту|呢|那|这些|里面|其中|只|看|的|也|来|一份|同样|前一天|后一天|也要|要|怎么样|如何|收窄|缩小|放宽|限定|限|时间|范围|到|至|limit|narrow|restrict|down|out|of|to|from|stories|results|оставь|остальное|убери|сузь|ограничь|day|before|after|week|previous|next|раньше|следующий|предыдущий|накануне|днем|на)[\s,]*)+$/iu.test(
    subject,
  );

/** "The 25th": of the month that the line before is of. */
const DAY_ALONE = /(?<!\d)(?:the )?(\d{1,2})(?:st|nd|rd|th|-?го(?: числа)?|号|日)(?![\p{L}\d])/gu;
function dayIn(low: string, line: string): Days | undefined {
  const [, month] = /(?<!\d)(\d{4}-\d\d)-\d\d/.exec(line) ?? [];
  const [day] = findAll(DAY_ALONE, low, ([, written = ""]) => written.padStart(2, "0"));
  if (!month || !day) return undefined;
  const named = `${month}-${day.value}`;
  return readDay(named) ? { first: named, last: named, named } : { named, impossible: true };
}

/** Nothing but the name of a language. */
function languageOf(said: string): Language | undefined {
  const [, zh, en, ru] =
    /^(?:(?:in )?(?:(chinese|китайск\p{L}+|по-китайски|中文|汉语)|(english|английск\p{L}+|по-английски|英文|英语)|(russian|русск\p{L}+|по-русски|俄文|俄语))的?)$/iu.exec(
      said,
    ) ?? [];
  return zh ? "zh" : en ? "en" : ru ? "ru" : undefined;
}

/** The day or days before or after those of the line before. */
function shifted(low: string, line: string, today: Day): Days | undefined {
  const by = BEFORE.test(low) ? -1 : AFTER.test(low) ? 1 : 0;
  if (by === 0) return undefined;
  const days = daysIn(lowered(line), today)[0]?.value;
  const first = addDays(days?.first ?? today, by);
  return { first, last: first, named: first };
}
