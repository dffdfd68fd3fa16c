/** In which form something is wanted, and what a watch shall tell besides: a table, a Word file, silence, a rush. */
import { anywhere, longest, type TextMatch, words } from "../language/when/pattern.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "../language/when/small-numbers.ts";
import { type PatternRow, rowsIn } from "./rows.ts";

export type FileFormat = "csv" | "docx" | "html" | "md";

const AS = "(?:as|into|in|to|with) (?:an? )?";
export const FORMS: readonly PatternRow<FileFormat>[] = [
  {
    example: "as a spreadsheet",
    is: words(
      `(?:${AS})?(?:csv|excel|xlsx?)(?: (?:file|list|sheet|table|format))?(?: with| of)?|${AS}(?:spreadsheet|table)|spreadsheets?|a table of`,
    ),
    read: () => "csv",
  },
  {
    example: "таблицей",
    is: words(
      "(?:в (?:виде |формате )?)?(?:csv|эксел*|excel)|в (?:виде )?таблиц*|в табличк*|таблиц(?:ей|ею)|табличк(?:ой|у)|таблицу",
    ),
    read: () => "csv",
  },
  {
    example: "导出成表格",
    is: anywhere(
      "(?:导出?|做|存|转|生成|整理|放)?(?:成|为|进|到|个|一份)?的?(?:csv|excel|表格|电子表)(?:格式|文件)?",
    ),
    read: () => "csv",
  },
  {
    example: "as a Word file",
    is: words(
      `(?:${AS})?(?:ms )?(?:word|docx?) (?:doc(?:ument)?|file|format)|${AS}(?:word|docx?)|docx|(?:в (?:формате )?)?ворд(?:е|ом|а|овск*)?(?: файл*)?|word(?=[,.]|$)`,
    ),
    read: () => "docx",
  },
  {
    example: "做成word",
    is: anywhere("(?:做|存|转|生成)?(?:成|为|个|一份)?(?:word|docx)(?:文档|文件|格式|版)?"),
    read: () => "docx",
  },
  {
    example: "html, please",
    is: words(`(?:${AS}|в (?:формате )?)?(?:html|web page)(?: (?:file|format|page))?`),
    read: () => "html",
  },
  { example: "html格式", is: anywhere("(?:做|存|转)?(?:成|为)?html(?:格式|文件|版)?"), read: () => "html" },
  {
    example: "in markdown",
    is: words(`(?:${AS}|в (?:формате )?)?(?:markdown|md|маркдаун)(?: (?:file|format))?`),
    read: () => "md",
  },
  {
    example: "md就行",
    is: anywhere("(?:markdown|(?<![a-z])md)(?:格式|文件)?(?:就行|即可)?"),
    read: () => "md",
  },
];

const DAYS = "days?|weeks?|дн(?:я|ей)|день|сут(?:ки|ок)|недел[яиюь]";
const span = (n: string | undefined, unit = ""): number => {
  const days = (n ? smallNumber(n) : 1) * (/^(?:week|недел|周|个?星期|礼拜)/u.test(unit) ? 7 : 1);
  return days >= 1 ? days : 1;
};
/** Days without news after which a watch says so. */
export const SILENCES: readonly PatternRow<number>[] = [
  {
    example: "if nothing comes for 3 days",
    is: words(
      `(?<=(?:nothing|no one|nobody|silen(?:ce|t)|quiet|no (?:news|articles?|stories|coverage))[^.;!?]{0,60} )(?:comes? |appears? |is written )?(?:for|in) (?:(${NUMBER}) |an? )?(?:whole )?(${DAYS})(?: straight| running)?`,
    ),
    read: ([, n, unit]) => span(n, unit),
  },
  {
    example: "если три дня тишина",
    is: words(
      `(?:(${NUMBER}) )?(${DAYS})(?=[^.;!?]{0,30} (?:тишин|тихо|молч|ничего|никто|нет |не (?:пиш|напиш|появ|будет)))|(?<=(?:тишин\\p{L}{0,3}|молч\\p{L}{0,6}|ничего|никто|затихн\\p{L}{0,4})[^.;!?]{0,30} )(?:на |в течение )?(?:(${NUMBER}) )?(${DAYS})`,
    ),
    read: ([, n, unit, m, other]) => span(n ?? m, unit ?? other),
  },
  {
    example: "三天没动静",
    is: anywhere(
      `(?:要是|如果|若|连续)?(${HAN_NUMBER})(天|日|周|个?星期|礼拜)(?:都|里|内|以上)*(?:没有?|无|不|毫无|安静|冷|静)(?:人|任何)?(?:新?(?:动静|消息|新闻|文章|报道|写|报|更新|更|来|见))?`,
    ),
    read: ([, n, unit]) => span(n, unit),
  },
  {
    example: "安静一周",
    is: anywhere(
      `(?:安静|沉寂|静默天数(?:改成|设为|为)?|没动静|冷清)(?:了|满|超过)?(${HAN_NUMBER})(天|日|周|个?星期)`,
    ),
    read: ([, n, unit]) => span(n, unit),
  },
];

/** How many times what is usual a rush is. */
const TIMES: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  doubles: 2,
  thrice: 3,
  triple: 3,
  triples: 3,
  quadruple: 4,
  вдвое: 2,
  втрое: 3,
  вчетверо: 4,
  впятеро: 5,
};
/** What is written when no number is said. */
const USUAL = 3;
export const RUSHES: readonly PatternRow<number>[] = [
  {
    example: "three times the usual",
    is: words(
      `(?:suddenly )?(?:say,? )?(twice|doubles?|thrice|triples?|quadruple|(?:${NUMBER}) ?(?:times|x)|x ?(?:\\d{1,2}))(?: (?:more|as many|as much|than|the|what is|its))*(?: (?:usual|normal|average|number|than|of|articles))*`,
    ),
    read: ([, n = ""]) => TIMES[n] ?? smallNumber(/[^\sx]+/.exec(n)?.[0].replace("times", "") ?? ""),
  },
  {
    example: "втрое больше обычного",
    is: words(
      `(?:станут |станет |будут |начнут )?(?:писать )?(?:(вдвое|втрое|вчетверо|впятеро)|в (${NUMBER}) раза?|раза? в (${NUMBER})|[x×х] ?(\\d{1,2}))(?: (?:больше|чаще|выше|обычн*|нормы|чем))*`,
    ),
    read: ([, word, a, b, c]) => (word ? TIMES[word] : smallNumber(a ?? b ?? c ?? "")),
  },
  {
    example: "多到平时三倍",
    is: anywhere(
      `(?:突然|一下子?)?(?:多到|达到|涨到|超过|翻了?)?(?:平时|平常|往常|正常)?的?(${HAN_NUMBER})倍(?:以上)?(?:于平时)?`,
    ),
    read: ([, n]) => smallNumber(n ?? ""),
  },
  { example: "翻倍", is: anywhere("(?:突然|一下子?)?翻倍|翻番"), read: () => 2 },
  { example: "爆量就说", is: anywhere("爆量|激增|暴增|突增|猛增|井喷"), read: () => USUAL },
  {
    example: "when it spikes",
    is: words("spikes?|surges?|explodes?|sky-?rockets?|всплеск*|наплыв*|шквал*|ажиотаж*|резко вырас*"),
    read: () => USUAL,
  },
];

/** "No longer" of silence or a rush: 静默…不用再报, drop the surge warnings. */
const SILENCE = /silence|quiet(?! hours)|冷清|静默|沉寂|тишин|молчани/u;
const RUSH = /surge|spike|rush|爆量|激增|всплеск|наплыв/u;
const ENDS =
  /(?<!\p{L})(?:no need|drop|stop|no longer|don't|without|off|не надо|не нужно|убери|отключи|больше не)(?!\p{L})|不用|不要|别|不必|取消|关/u;

/** What a watch tells besides new articles, and where the sentence says so. */
export function extrasIn(low: string): {
  readonly options: string;
  readonly spans: readonly TextMatch<unknown>[];
} {
  const silences = longest(rowsIn(SILENCES, low));
  const rushes = longest(rowsIn(RUSHES, low)).filter(({ value }) => value >= 2);
  // The numbers come first: "a surge to five times" is five.
  const [silence, rush] = [
    silences[0]?.value,
    rushes.find(({ value }) => value !== USUAL)?.value ?? rushes[0]?.value,
  ];
  const ended = ENDS.test(low);
  const options = [
    silence !== undefined ? ` silence:${silence}` : ended && SILENCE.test(low) ? " silence:0" : "",
    ended && rush !== undefined && RUSH.test(low) ? " rush:0" : rush !== undefined ? ` rush:${rush}` : "",
  ].join("");
  return { options, spans: [...silences, ...rushes] };
}

/** The form of a list or a brief that a sentence names. */
export function formsIn(low: string): readonly TextMatch<FileFormat>[] {
  return longest(rowsIn(FORMS, low));
}
