/** Articles that a sentence points at: by id, address, quoted title, or place in the list that was shown. */
import { anywhere, findAll, longest, type TextMatch, words } from "../language/when/pattern.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "../language/when/small-numbers.ts";

/** Places in a list from 1; -1 is the last, -2 the one before it, 0 the middle. `bare` ones, such as "first", point at something only beside other signs. */
export interface Places {
  readonly at: readonly number[];
  readonly bare?: true;
}

const ENGLISH = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const RUSSIAN = [
  "перв(?:ая|ую|ый|ой|ое|ого|ому|ым)",
  "втор(?:ая|ую|ой|ое|ого|ому|ым)",
  "трет(?:ья|ью|ий|ьей|ье|ьего)",
  "четверт(?:ая|ую|ый|ой|ое|ого)",
  "пят(?:ая|ую|ый|ой|ое|ого)",
  "шест(?:ая|ую|ой|ое|ого)",
  "седьм(?:ая|ую|ой|ое|ого)",
  "восьм(?:ая|ую|ой|ое|ого)",
  "девят(?:ая|ую|ый|ой|ое|ого)",
  "десят(?:ая|ую|ый|ой|ое|ого)",
];
const ONE = "one|article|story|result|item|piece|hit|headline|entry|news";
const RUSSIAN_ONE =
  "стать[яюией]+|новост[ьи]|ссылк[ауеи]|результат|из списка|материал|заметк[ауи]|публикаци[яюи]";

interface Row {
  readonly example: string;
  readonly is: RegExp;
  readonly read: (match: RegExpExecArray) => Places | undefined;
}

const upTo = (n: number): Places => ({ at: Array.from({ length: Math.min(n, 10) }, (_, at) => at + 1) });
const one = (n: number, bare?: true): Places | undefined =>
  n >= 1 && n <= 99 ? { at: [n], ...(bare && { bare }) } : undefined;
const ordinal = (list: readonly string[], text: string | undefined): number =>
  list.findIndex((source) => new RegExp(`^(?:${source})$`, "u").test(text ?? "")) + 1;

export const PLACE_ROWS: readonly Row[] = [
  {
    example: "the first two",
    is: words(`(?:the )?(?:first|top) (${NUMBER})(?: (?:${ONE})s?| stories)?`),
    read: ([, n]) => upTo(smallNumber(n ?? "")),
  },
  {
    example: "the second one",
    is: words(`(?:the )?(${ENGLISH.join("|")})(?: (?:${ONE}))(?! aid)`),
    read: ([, n]) => one(ordinal(ENGLISH, n)),
  },
  {
    example: "the second",
    is: words(
      `the (${ENGLISH.join("|")})(?! \\p{L}|\\p{L})|(?<=(?:open|read|show|number|like|of|for|link) )(?:the )?(${ENGLISH.join("|")})`,
    ),
    read: ([, n, m]) => one(ordinal(ENGLISH, n ?? m)),
  },
  {
    example: "the next to last one",
    is: words(
      "(?:the )?(?:next to last|second to last|second last|penultimate|last but one)(?: one)?|предпоследн(?:юю|яя|ей|ий|ее)|вторую с конца",
    ),
    read: () => ({ at: [-2] }),
  },
  {
    example: "倒数第二条",
    is: anywhere(`倒数第(${HAN_NUMBER})(?:篇|条|个|则)?`),
    read: ([, n]) => (smallNumber(n ?? "") >= 1 ? { at: [-smallNumber(n ?? "")] } : undefined),
  },
  {
    example: "the top one",
    is: words(
      "(?:the )?(?:top|topmost|upper|very first) (?:one|article|story|item|hit|result)|the one (?:on|at the) top|(?:самую )?верхн(?:юю|яя|ей|ий|ее)",
    ),
    read: () => ({ at: [1] }),
  },
  {
    example: "头一条",
    is: anywhere("(?:头一|最上面(?:的)?那?|最前面(?:的)?那?|打头的?那?|最头上的?那?)(?:条|篇|个|则)"),
    read: () => ({ at: [1] }),
  },
  {
    example: "the middle one",
    is: words(
      "(?:the )?(?:middle (?:one|article|story)|one in the middle)|средн(?:юю|яя|ей)|(?:ту|та),? (?:что|которая) (?:в середине|посередине)",
    ),
    read: () => ({ at: [0], bare: true }),
  },
  { example: "中间那个", is: anywhere("(?:最)?中间的?(?:那|一)?(?:个|篇|条|则)"), read: () => ({ at: [0] }) },
  {
    example: "nr 4",
    is: words("(?:nr|hit|item|story|piece|number|article) (\\d{1,2})"),
    read: ([, n]) => one(Number(n)),
  },
  { example: "the last one", is: words(`(?:the )?(last|bottom) (?:${ONE})`), read: () => ({ at: [-1] }) },
  {
    example: "number 3",
    is: words(
      `(?:(?:number|no\\.?|nr\\.?|n°|num\\.?|item|result|номер|пункт|позици[яю]|стать[яюи]) ?#?|# ?)(\\d{1,2}|${ENGLISH.length ? "one|two|three|four|five|six|seven|eight|nine|ten" : ""})(?! (?:days?|weeks?|дн|недел|раз))`,
    ),
    read: ([, n]) => one(smallNumber(n ?? "")),
  },
  { example: "#3", is: anywhere("(?<![a-zа-я\\d])# ?(\\d{1,2})(?!\\d)"), read: ([, n]) => one(Number(n)) },
  {
    example: "the 3rd",
    is: words(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: (?:${ONE}))?(?! (?:of )?\\p{L})`),
    read: ([, n]) => one(Number(n)),
  },
  {
    example: "первые две",
    is: words(`перв(?:ые|ых) (${NUMBER})(?: (?:${RUSSIAN_ONE}))?`),
    read: ([, n]) => upTo(smallNumber(n ?? "")),
  },
  {
    example: "вторую",
    is: words(`(${RUSSIAN.join("|")})(?: (?:${RUSSIAN_ONE}))?`),
    read: ([whole, n]) => one(ordinal(RUSSIAN, n), whole === n ? true : undefined),
  },
  {
    example: "последнюю из списка",
    is: words("последн(?:юю|яя|ей)(?: (?:стать[яюи]|новость|из списка))?(?! недел)"),
    read: () => ({ at: [-1], bare: true }),
  },
  {
    example: "3-ю статью",
    is: words(`(\\d{1,2})-?(?:ю|я|ую|ая|й|ой)(?: (?:${RUSSIAN_ONE}))?`),
    read: ([, n]) => one(Number(n)),
  },
  {
    example: "前两篇",
    is: anywhere(`前(${HAN_NUMBER})(?:篇|条|个|则)`),
    read: ([, n]) => upTo(smallNumber(n ?? "")),
  },
  {
    example: "第二篇",
    is: anywhere(
      `第(${HAN_NUMBER})(?:篇|条|个|则)(?:文章|新闻|报道|消息)?|第(${HAN_NUMBER})(?![次届季天年月日周页名位批场轮家\\p{N}])`,
    ),
    read: ([, n, m]) => one(smallNumber(n ?? m ?? ""), n === undefined ? true : undefined),
  },
  {
    example: "3号那篇",
    is: anywhere(`(${HAN_NUMBER})号(?:那)?(?:篇|条|个|文章)`),
    read: ([, n]) => one(smallNumber(n ?? "")),
  },
  {
    example: "看下4",
    is: anywhere("(?:看|打开|读|翻|要)(?:一下|下|看)?(\\d{1,2})号?$"),
    read: ([, n]) => one(Number(n)),
  },
  { example: "最后一篇", is: anywhere("最后(?:那)?(?:一)?(?:篇|条|个|则)"), read: () => ({ at: [-1] }) },
];

/** Places in a list that a text in lower case names. */
export function placesIn(low: string): TextMatch<Places>[] {
  return longest(PLACE_ROWS.flatMap(({ is, read }) => findAll(is, low, read)));
}

const ADDRESS =
  /<?(https?:\/\/[^\s<>|"'“”«»，。）)]{3,1500})(?:\|[^>]{0,200})?>?|(?<![\p{L}\p{N}@./-])((?:www\.)?[a-z0-9-]{2,60}\.(?:com|org|net|cn|ru|kz|uz|kg|tj|ir|in|pk|by|info|news)(?:\.[a-z]{2})?\/[^\s<>|"'“”«»，。]{2,800})/giu;

/** Addresses that a text holds, as written, without the sign that ends the sentence. */
export function addressesIn(text: string): TextMatch<string>[] {
  return findAll(ADDRESS, text, ([, full, short]) =>
    (full ?? `https://${short}`).replace(/(?<![.,;:!?])[.,;:!?]+$/, ""),
  );
}

const ID =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}/.-])[a-z0-9]{5,12}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}]|[./-]\p{L})/giu;

/** Ids of articles that exist. */
export function idsIn(text: string, exists: (id: string) => boolean): TextMatch<string>[] {
  return findAll(ID, text, ([word]) =>
    /\d/.test(word) && exists(word.toLowerCase()) ? word.toLowerCase() : undefined,
  );
}

const QUOTED =
  /“([^”]{2,200})”|«([^»]{2,200})»|《([^》]{2,200})》|"([^"]{2,200})"|「([^」]{2,200})」|(?<![\p{L}\p{N}])['‘]([^'’]{2,80})['’](?![\p{L}\p{N}])/gu;

/** What stands in quotation marks. */
export function quotesIn(text: string): TextMatch<string>[] {
  return findAll(QUOTED, text, (match) => match.slice(1).find(Boolean)?.trim());
}
