/** Languages that a sentence names: of the articles ("only Chinese ones") or of what the bot writes ("in Chinese"). */
import type { Language } from "../article.ts";
import { anywhere, type TextMatch, words } from "../language/when/pattern.ts";
import { type PatternRow, rowsIn } from "./rows.ts";

/** A language named in a sentence; `of` is the articles' ("Chinese articles"), else it may be the bot's ("in Chinese"). */
export interface NamedLanguage {
  readonly language: Language;
  readonly of: boolean;
}

const ENGLISH_NAMES: Readonly<Record<string, Language>> = { chinese: "zh", english: "en", russian: "ru" };
const toLanguage = (name: string | undefined): Language | undefined => {
  const text = name ?? "";
  if (/^(?:中|汉|国|普通|китай|chin|zh)/.test(text)) return "zh";
  if (/^(?:英|англ|инглиш|eng|en$)/.test(text)) return "en";
  return /^(?:俄|рус|росс|rus|ru$)/.test(text) ? "ru" : ENGLISH_NAMES[text];
};
const ARTICLES =
  "articles?|sources?|news|press|media|ones?|coverage|pieces?|texts?|stories|reports?|outlets?|papers?|publications?|websites?|reporting|items?|material";
const RUSSIAN_ARTICLES =
  "стат(?:ьи|ей|ью|ьям|ьями)|сми|пресс*|издани*|источник*|публикаци*|текст*|материал*|газет*|новост*|медиа";
const named = (match: RegExpExecArray, of: boolean): NamedLanguage | undefined => {
  const language = match
    .slice(1)
    .map(toLanguage)
    .find((one) => one !== undefined);
  return language && { language, of };
};

export const LANGUAGE_ROWS: readonly PatternRow<NamedLanguage>[] = [
  {
    example: "only Chinese articles",
    is: words(
      `(?:(?:only|just|purely) )?(?:the )?(chinese|english|russian)(?:-language| language|-speaking)?(?: (?:only|language))? (?:${ARTICLES})(?: only)?`,
    ),
    read: (m) => named(m, true),
  },
  {
    example: "Russian language only",
    is: words(
      "(chinese|english|russian)(?:-| )language only|(chinese|english|russian) (?:sources |ones )?preferred",
    ),
    read: (m) => named(m, true),
  },
  {
    example: "Chinese only",
    is: words(
      "(chinese|english|russian) only|(?:only|just) (?:in )?(chinese|english|russian)(?=$|[,.;!?])|only (?:the )?(chinese|english|russian) ones?",
    ),
    read: (m) => named(m, true),
  },
  {
    example: "every Chinese-language piece",
    is: words("(chinese|english|russian)-language"),
    read: (m) => named(m, true),
  },
  {
    example: "articles in Chinese",
    is: words(`(?:(?:${ARTICLES}) )(?:written |published )?in (chinese|english|russian)`),
    read: (m) => named(m, true),
  },
  {
    example: "make the digest Chinese",
    is: words("(?<=(?:make|switch|change|set|turn) .{1,30})(chinese|english|russian)(?=$|[.!?]| please)"),
    read: (m) => named(m, false),
  },
  {
    example: "speak English",
    is: words("(?:speak|talk|use|write|answer|reply|respond) (chinese|english|russian)"),
    read: (m) => named(m, false),
  },
  {
    example: "in Russian",
    is: words(
      "(?:written |published )?(?:in|to|into) (?:the )?(chinese|english|russian)(?: language)?(?: please)?",
    ),
    read: (m) => named(m, false),
  },
  {
    example: "только китайские статьи",
    is: words(
      `(?:только |лишь )?(китайск*|английск*|англоязычн*|русск*|русскоязычн*|российск*|китаеязычн*) (?:языке |языка )?(?:${RUSSIAN_ARTICLES})`,
    ),
    read: (m) => named(m, true),
  },
  {
    example: "только китайские",
    is: words("(?:только|лишь|одни) (китайск*|английск*|русск*|российск*)"),
    read: (m) => named(m, true),
  },
  {
    example: "только по-китайски",
    is: words(
      "(?:только|лишь) (?:по-(китайски|английски|русски)|на (китайском|английском|русском)(?: языке)?)",
    ),
    read: (m) => named(m, true),
  },
  {
    example: "источники на русском",
    is: words(
      `(?:${RUSSIAN_ARTICLES}) (?:по-(китайски|английски|русски)|на (китайском|английском|русском)(?: языке)?)`,
    ),
    read: (m) => named(m, true),
  },
  {
    example: "ru sources",
    is: words("(zh|en|ru) (?:sources?|articles?|media|only)"),
    read: (m) => named(m, true),
  },
  {
    example: "язык канала — русский",
    is: words("(?<=язык\\p{L}{0,3}[^,.;]{0,20} )(китайский|английский|русский)"),
    read: (m) => named(m, false),
  },
  {
    example: "на русском",
    is: words(
      "(?:по-(китайски|английски|русски)|на (китайск(?:ом|ий)|английск(?:ом|ий)|русск(?:ом|ий))(?: языке?)?)",
    ),
    read: (m) => named(m, false),
  },
  {
    example: "只要中文的",
    is: anywhere(
      "(?:只要|只看|只发|仅看?|只|单看)(?:发|看|要)?(中文|英文|俄文|汉语|英语|俄语)(?:版)?的?(?:文章|报道|新闻|媒体|稿件|来源|内容|资料)?",
    ),
    read: (m) => named(m, true),
  },
  {
    example: "中文文章",
    is: anywhere("(中文|英文|俄文|汉语|英语|俄语)(?:版)?的?(?:文章|报道|新闻|媒体|稿件|来源|内容|资料)"),
    read: (m) => named(m, true),
  },
  {
    example: "俄媒",
    is: anywhere("(中|俄|英)媒"),
    read: (m) => named(m, true),
  },
  {
    example: "俄罗斯媒体",
    is: anywhere("(中国|中方|俄罗斯|俄方|俄国|英文|英语)(?:的)?(?:媒体|报纸|官媒)"),
    read: (m) => named(m, true),
  },
  {
    example: "英文稿",
    is: anywhere(
      "(中文|英文|俄文|汉语|英语|俄语)(?:版)?的?(?:原?稿子?|报|文本|文献|东西|信息|消息|动态|网站)",
    ),
    read: (m) => named(m, true),
  },
  {
    example: "русскоязычное",
    is: words("(китаеязычн*|англоязычн*|русскоязычн*)|на (инглише|английском яз)|(eng|rus) only"),
    read: (m) => named(m, true),
  },
  {
    example: "the English version",
    is: words("(chinese|english|russian) (?:version|edition|language|material|writings?)"),
    read: (m) => named(m, true),
  },
  { example: "英文的有吗", is: anywhere("(中文|英文|俄文|汉语|英语|俄语)的"), read: (m) => named(m, true) },
  {
    example: "用英文",
    is: anywhere("(?:用|以)?(中文|英文|俄文|汉语|英语|俄语|汉字)(?:版)?"),
    read: (m) => named(m, false),
  },
];

/** Before a language that is not wanted: "not in English", не на русском, 不要英文. */
const DENIED = /(?:(?<![\p{L}])(?:not|no|except|but not|кроме|не|без)(?: only)? |不要|别要|除了?)$/u;

/** Every language that a text in lower case names as one that is wanted. */
export function languagesIn(low: string): TextMatch<NamedLanguage>[] {
  return rowsIn(LANGUAGE_ROWS, low).filter(
    ({ start }) => !DENIED.test(low.slice(Math.max(0, start - 12), start)),
  );
}
