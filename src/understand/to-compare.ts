/** Wishes to see how a subject is told over days, languages and publishers → `story`, `compare`, `coverage`, `trends`. */
import { QUESTIONS } from "../i18n/understand.ts";
import { anywhere, findAll, type TextMatch, words } from "../language/when/pattern.ts";
import { addDays } from "../time.ts";
import type { SentenceMark } from "./marks.ts";
import type { Opener } from "./peel.ts";
import { filtersOf, impossible, isThis, type Scene, topicBefore } from "./scene.ts";
import { topicIn } from "./topic.ts";
import { does, puts, type Understood } from "./understood.ts";
import { period, quoted, withFilters } from "./write.ts";

export type Overview = "story" | "compare" | "coverage" | "trends";

const OPENERS: readonly Opener[] = ["polite", "find", "wrote", "news"];
/** The words that ask for each. */
export const MARK: Readonly<Record<Overview, SentenceMark>> = {
  story: "develops",
  compare: "compares",
  coverage: "covers",
  trends: "trend",
};

/** Who tells it, in a comparison: "Chinese and Russian media", 中俄媒体, китайские и российские СМИ. */
export const SIDES: readonly RegExp[] = [
  words(
    "(?:(?:the )?(?:chinese|russian|english|western|kazakh|indian|local|foreign|state)(?:-language)?(?:,? and|,? or|,? vs\\.?|,? versus|,? with|,? against|,)? ?){1,6}(?:outlets?|media(?! forum)|press|papers?|newspapers?|sources?|coverage|reports?|articles?|ones?|versions?)",
  ),
  anywhere(
    "(?:中文|英文|俄文|中国|俄罗斯|中|俄|英|外|各国|各语种|国内外|国外|官方|[和与跟、]){1,6}的?(?:媒体|报纸|报道|稿件|版本)",
  ),
  words(
    "(?:(?:китайск*|российск*|русск*|русскоязычн*|английск*|англоязычн*|западн*|казахстанск*)(?: и|,)? ?){1,6}(?:сми|пресс*|издани*|материал*|источник*|медиа|газет*|стать*|публикаци*)",
  ),
];
/** Words of telling: they are no part of what is told. */
const TELLING: readonly RegExp[] = [
  words(
    "^is|how|do|does|did|has|have|been|is|are|describes?|tells?|told|portrays?|frames?|treats?|see|reports?|coverage of|coverage|cover|the story of|story|events around|events|(?:per|by|each|every) (?:day|week)|over time|interest in|put|side by side|stories about|unfolded",
  ),
  anywhere(
    "怎么|如何|报道|描述|说法|看待|对(?=.{2})|一下|(?<=对比|对照|比较)下|在(?=.{1,20}上)|这件事|事件|的?变化|最近|每天",
  ),
  words(
    "как|подают|подает|подали|пишут|писать|освещени*|освеща*|подач*|описыва*|рассказыва*|вокруг|событи*|по дням|в неделю|в месяц|в день|публикаци*|упоминани*|истори*|всё|все",
  ),
];

/** Told apart by country and not by language. */
const BY_COUNTRY: readonly RegExp[] = [
  words(
    "(?:by|per|across) countr(?:y|ies)|countr(?:y|ies) by country|in each country|по (?:странам|государствам)|(?:в|у|из )?разных стран(?:ах)?|сравни(?:те)? страны|страны",
  ),
  anywhere("按国家|分国家|各国(?:之间|的?媒体)?|不同国家|国别|哪国"),
];

const BY_LANGUAGE: readonly RegExp[] = [
  words(
    "by language|per language|language by language|between languages|по языкам|на разных языках|разные языки|языки",
  ),
  anywhere("按语言|分语言|按语种|各语[种言]|不同语[种言]"),
];

const spansOf = (forms: readonly RegExp[], low: string): TextMatch<string>[] =>
  forms.flatMap((form) => findAll(form, low, ([whole]) => whole));

/** @param command which of the four is wanted */
export function overview(command: Overview): (scene: Scene) => Understood {
  return (scene) => {
    const { sentence, before, today } = scene;
    const { slots, low } = sentence;
    if (impossible(sentence)) return puts(QUESTIONS.day);
    const compares = command === "compare";
    const byCountry = compares ? spansOf(BY_COUNTRY, low) : [];
    const byLanguage = compares ? spansOf(BY_LANGUAGE, low) : [];
    const taken = [
      ...sentence.spans(MARK[command]),
      ...spansOf(TELLING, low),
      ...(compares ? spansOf(SIDES, low) : []),
      ...byCountry,
      ...byLanguage,
      ...slots.languages,
      ...slots.days,
      ...slots.publishers,
    ];
    const said = topicIn(sentence, taken, OPENERS, true, command).replace(
      /^(?:和|与|跟|and)\s+|的(?=\s|$)| (?:story|affair|saga)$/gu,
      "",
    );
    const place = sentence.places[0]?.value.at[0];
    const pointed = sentence.ids[0]?.value ?? (place && before?.ids[place - 1]);
    const subject = pointed || (isThis(said) ? (topicBefore(before) ?? "") : said);
    if (command === "story" || compares)
      return subject === ""
        ? puts(QUESTIONS.subject)
        : does(
            `${command} ${subject}${byCountry.length > 0 ? " by:country" : ""}${byLanguage.length > 0 ? " by:language" : ""}`,
          );
    const { days, ...others } = filtersOf(sentence);
    if (command === "coverage") return does(`coverage ${withFilters(subject, { ...others, days })}`.trim());
    // The last month is what it shows by itself.
    const usual = days?.lately && days.first === addDays(today, -29);
    const span = days && !usual ? ` period:${quoted(period(days, today))}` : "";
    return does(`trends ${withFilters(subject, others)}`.trim() + span);
  };
}
