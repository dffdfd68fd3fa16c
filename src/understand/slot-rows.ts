/** How many, how often, in which order, on which page, without what: a way of saying it a row. */
import { anywhere, words } from "../language/when/pattern.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "../language/when/small-numbers.ts";
import type { PatternRow } from "./rows.ts";

export const COUNTS: readonly PatternRow<number>[] = [
  {
    example: "newest 3",
    is: words(
      `(?:latest|newest|most recent|last|top|first|freshest|recent) (${NUMBER})(?! (?:days?|weeks?|months?|years?|hours?|minutes?))`,
    ),
    read: ([, n]) => some(n),
  },
  {
    example: "three newest articles",
    is: words(
      `(${NUMBER}) (?:latest|newest|most recent|freshest|last|new|recent|fresh)(?! (?:days?|weeks?|months?))`,
    ),
    read: ([, n]) => some(n),
  },
  {
    example: "последние 3",
    is: words(`последн(?:ие|их) (${NUMBER})(?! (?:дн|день|недел|месяц|год|час|минут)\\p{L}*)`),
    read: ([, n]) => some(n),
  },
  {
    example: "последний десяток",
    is: words("последн(?:ий|юю) (десяток|пятерку|тройку|дюжину)"),
    read: ([, n]) => some(n),
  },
  {
    example: "пять свежих",
    is: words(
      `(${NUMBER}) (?:самых )?(?:последн*|свеж*|нов(?:ых|ые|ейших))(?! (?:дн|день|недел|месяц)\\p{L}*)`,
    ),
    read: ([, n]) => some(n),
  },
  {
    example: "最新三篇",
    is: anywhere(`(?:最新|最近|近期|新出)的?前?(${HAN_NUMBER})(?:篇|条|则|个)`),
    read: ([, n]) => some(n),
  },
  {
    example: "三篇最新",
    is: anywhere(`(${HAN_NUMBER})(?:篇|条|则)(?=最新|最近|新的|文章|新闻|头条)`),
    read: ([, n]) => some(n),
  },
  {
    example: "来五条",
    is: anywhere(`(?:来|给我|看|要|刚出的?|刚发的?|新出的?)(${HAN_NUMBER})(?:篇|条|则)`),
    read: ([, n]) => some(n),
  },
];

/** Numbers that stand alone beside a wish for articles. */
export const BARE_COUNTS: readonly PatternRow<number>[] = [
  {
    example: "5 articles",
    is: words(
      `(${NUMBER}) (?:articles?|pieces?|pcs|items?|stories|headlines|hits|results|стат(?:ья|ьи|ей)|новост(?:ь|и|ей)|материал*|публикаци*|заголовк*|штук*|шт|крайн(?:их|ие)|последн*|свеж*|нов*)(?! of| о | about)`,
    ),
    read: ([, n]) => some(n),
  },
  {
    example: "just one",
    is: words(`(?:only|just|about|только|лишь) (${NUMBER})(?: (?:piece|article|one|please))?(?=$|[,.!?])`),
    read: ([, n]) => some(n),
  },
  {
    example: "三条够了",
    is: anywhere(`(${HAN_NUMBER})(?:篇|条|则)(?:就?够了?|就行|即可|吧|左右)?`),
    read: ([, n]) => some(n),
  },
  { example: "一打", is: anywhere("(一|两|半)打"), read: ([, n]) => (n === "半" ? 6 : n === "两" ? 24 : 12) },
  {
    example: "latest ones pls 8",
    is: words("(?<=(?:pls|please|plz|пожалуйста),? )(\\d{1,2})(?=$|[.!])"),
    read: ([, n]) => some(n),
  },
  {
    example: "七八条",
    is: anywhere("([一二三四五六七八])[二三四五六七八九](?:篇|条|则)"),
    read: ([, n]) => some(n),
  },
];

function some(written: string | undefined): number | undefined {
  const n = smallNumber(written ?? "");
  return n >= 1 && n <= 50 ? n : undefined;
}

const MOST =
  "(?:at (?:the )?most|at max|max(?:imum)?(?: of)?|no more(?: often)? than|not more(?: often)? than|never more than|up to|only|limit(?:ed)? to)";
export const EVERY: readonly PatternRow<number>[] = [
  {
    example: "at most once an hour",
    is: words(
      `(?:${MOST},? )?(?:one |1 |a |a single )?(?:messages?|posts?|alerts?|notifications?|pings?|once|one|1) (?:an?|per|every|each|in) ?(${NUMBER})? ?(half[- ]an[- ]hour|half[- ]?hour|hours?|hr|minutes?|mins?|day)(?: at most| max(?:imum)?)?(?: (?:is )?(?:enough|fine|plenty))?`,
    ),
    read: ([, n, unit]) => minutes(n, unit),
  },
  {
    example: "twice a day at most",
    is: words(
      `(?:${MOST} )?(twice|two times|three times|four times) (?:an?|per|every|each) (hour|day)(?: at most| max(?:imum)?)?`,
    ),
    read: ([, n, unit]) => shared(n, unit),
  },
  { example: "hourly at most", is: words("(?:at most )?hourly(?: at most)?"), read: () => 60 },
  {
    example: "every 2 hours",
    is: words(
      `(?:${MOST} )?every (${NUMBER})? ?(half[- ]an[- ]hour|half[- ]?hour|hours?|hrs?|minutes?|mins?)(?: or so)?`,
    ),
    read: ([, n, unit]) => minutes(n, unit),
  },
  {
    example: "не чаще раза в час",
    is: words(
      `(?:не чаще(?: чем)?|максимум|не более|не больше)?,? ?(?:одного |1 |один |одно )?(?:раза?|сообщени[ея]|уведомлени[ея]) (?:в|за|каждые) (${NUMBER})? ?(полчаса|час(?:а|ов)?|минут*|сутки|день)(?: (?:хватит|достаточно|максимум))?`,
    ),
    read: ([, n, unit]) => minutes(n, unit),
  },
  {
    example: "не чаще двух раз в день",
    is: words(
      "(?:не чаще(?: чем)?|максимум|не более|не больше)?,? ?(?:(дважды|трижды)|(два|двух|три|трех|четыре|четырех) раза?) в (час|сутки|день)",
    ),
    read: ([, once, n, unit]) => shared(once ?? n, unit),
  },
  {
    example: "каждые два часа",
    is: words(`кажд(?:ые|ый) (${NUMBER})? ?(полчаса|час(?:а|ов)?|минут*)`),
    read: ([, n, unit]) => minutes(n, unit),
  },
  {
    example: "两小时最多一条",
    is: anywhere(
      `(?:最多|至多|顶多|不超过|不要超过)?每?(${HAN_NUMBER}|半)个?半?(小时|钟头|分钟|天)内?(?:最多|不超过|至多|顶多|只)?(?:发|推|来|说|提醒|通知)?(?:一|1)(?:次|条|回)(?:就行|就够了?|足够|即可|就好|最多)?`,
    ),
    read: ([, n, unit]) => minutes(n, unit),
  },
  {
    example: "每小时最多一条",
    is: anywhere(
      "(?:最多)?每个?(半)?(?:个)?(小时|钟头)(?:最多|不超过|至多|顶多|只)?(?:发|推|来|说|提醒|通知)?(?:(?:一|1)(?:次|条|回))?",
    ),
    read: ([, half, unit]) => minutes(half ?? "一", unit),
  },
  {
    example: "每30分钟",
    is: anywhere(`每(?:隔)?(${HAN_NUMBER}|半)个?(小时|钟头|分钟)`),
    read: ([, n, unit]) => minutes(n, unit),
  },
  {
    example: "间隔别短于四十五分钟",
    is: anywhere(
      `(?:间隔|隔)(?:至少|最少|别短于|不短于|不少于|别少于|不低于)?(${HAN_NUMBER}|半)个?(小时|钟头|分钟|天)(?:以上)?(?:再?(?:发|推|来|说|提醒|通知)一?[次条回]?)?`,
    ),
    read: ([, n, unit]) => minutes(n, unit),
  },
];

/** Minutes between so many messages of an hour or a day. */
function shared(count: string | undefined, unit: string | undefined): number | undefined {
  const all = minutes(undefined, unit);
  const n = /^(?:tw|дв)/u.test(count ?? "") ? 2 : /^(?:th|тр)/u.test(count ?? "") ? 3 : 4;
  return all === undefined ? undefined : all / n;
}

/** Minutes, from one to a day. */
function minutes(count: string | undefined, unit = ""): number | undefined {
  const half = count === "半" || /half|полчаса/.test(unit);
  const n = half ? 0.5 : count ? smallNumber(count) : 1;
  const each = /^(?:hour|hr|half|час|полчаса|小时|钟头)/.test(unit)
    ? 60
    : /^(?:day|сутки|день|天)/.test(unit)
      ? 1440
      : 1;
  const all = n * each;
  return all >= 1 && all <= 1440 ? all : undefined;
}

export const CHANNEL =
  /(?:(?:in|into|to|on|в|во|到|在|发到|推送到)(?: the| канал)? ?)?(?:<#([a-z0-9]{2,20})(?:\|[^>]{0,80})?>|(?<![\p{L}\p{N}&])(#[\p{L}_-][\p{L}\p{N}_-]{0,78}))(?: channel)?/gu;

export const NEWEST: readonly PatternRow<true>[] = [
  {
    example: "newest first",
    is: words(
      "(?:the )?(?:newest|latest|most recent|recent) (?:ones? )?first|sort(?:ed)? by (?:date|time|newest)|by date|in order of date|(?:сначала|сперва) (?:самые )?(?:нов*|свеж*|последн*)|по дате|от новых к старым|нов(?:ые|ое) (?:сверху|первыми|вперед)|свежие (?:сверху|первыми)",
    ),
    read: () => true,
  },
  {
    example: "从新到旧",
    is: anywhere(
      "从新到旧|按时间(?:排序|排列|倒序|排)?(?:一下)?|按日期(?:排序|排列)?|最新的?(?:排|放)?在?(?:最)?前面?|新的在前",
    ),
    read: () => true,
  },
];

export const WITHOUT: readonly PatternRow<string>[] = [
  {
    example: "Iran but not the nuclear stuff",
    is: words(
      "(?:,? ?(?:but|and) (?:not|skip|leave out|without|exclude)|,? ?but no|except(?: for)?|excluding|exclude|without|leave out|drop|skip|minus|leaving (?:out|aside)|ignoring|apart from|other than|,? ?(?:though |but )?not (?:those|ones|the ones|articles|stories|pieces|anything)(?: that are)? (?:about|on|mentioning)|(?:that|which) (?:do not|don't|does not|doesn't) mention|(?<!if |when |that |once )nothing (?:on|about)) (?:the |any |anything about |about |on )?([^,.;?!]{2,40}?)(?: stuff| topics?| ones?| articles?| news| things?| part)?(?=[,.;?!]|$)",
    ),
    read: ([, what]) => what,
  },
  {
    example: "Иран, без ядерной темы",
    is: words(
      "(?:,? ?(?:но|а|только) не(?: про| об?)?|,? ?кроме|,? ?(?:но |только |а )?без|,? ?(?:убери|исключи)(?: оттуда)?(?= .{2,30}$)|,? ?исключая|,? ?не считая|,? ?где не упомина*|,? ?за исключением) ([^,.;?!]{2,40}?)(?: тем[ыуа]?| тематики| статей| новостей)?(?=[,.;?!]|$)",
    ),
    read: ([, what]) => what,
  },
  {
    example: "把印度的去掉",
    is: anywhere(
      "把(?:有关|关于)?([^,，。;；?!]{1,16}?)(?:的|相关的?|内容)?(?:去掉|排除|剔除|删掉|拿掉|去除)",
    ),
    read: ([, what]) => what,
  },
  {
    example: "伊朗，不要核问题",
    is: anywhere(
      "[,，]?(?:但|可)?(?:不要|不含|不包括|除了|排除|去掉|去除|别要|别带|别有|不带|不看|剔除|别给我(?!们)|注意不是|不涉及|撇开|撇掉)(?:有关|关于|提到|涉及)*([^,，。;；?!]{1,16}?)(?:的|方面的?|以外的?|之外的?|除外|相关的?|内容)?(?=[,，。;；?!]|$)",
    ),
    read: ([, what]) => what,
  },
];

export const TITLES: readonly PatternRow<string>[] = [
  {
    example: "标题里带“留学”的",
    is: anywhere(
      '标题(?:里|中|上)?(?:带有?|有|含有?|包含|出现|写着)[“"「《]?([^”"」》,，。]{1,30}?)[”"」》]?(?:的|这个词|字样|二字)',
    ),
    read: ([, what]) => what,
  },
  {
    example: "with “poll” in the title",
    is: words(
      '(?:with|having|have|has) (?:the words? )?[“"]?([^”",.]{1,40}?)[”"]? in (?:the|its|their) (?:title|headline)s?',
    ),
    read: ([, what]) => what,
  },
  {
    example: "в заголовке которых есть «опрос»",
    is: words(
      '(?:с|со) (?:словом |словами )?[«"“]?([^»"”,.]{1,40}?)[»"”]? в (?:заголовке|названии)|в (?:заголовк*|названи*) (?:котор* )?(?:есть |стоит |слово |упомянут* )*[«"“]([^»"”,.]{1,40}?)[»"”]',
    ),
    read: ([, what, other]) => what ?? other,
  },
];

export const PAGES: readonly PatternRow<number>[] = [
  {
    example: "page 2",
    is: words(
      `(?:go to )?(?:the )?page (${NUMBER})|страниц[ауые] (\\d{1,3})|стр\\.? ?(\\d{1,3})|(\\d{1,3})-?(?:я|ю|ую|ая) страниц[ау]`,
    ),
    read: (m) => some(m.slice(1).find(Boolean)),
  },
  { example: "第2页", is: anywhere(`第(${HAN_NUMBER})页`), read: ([, n]) => some(n) },
];
