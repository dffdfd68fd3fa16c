/** How each outlet of the default pack gives its news: format, encoding, addresses, dates, how much at a time. */
import type { Language } from "../../../src/article.ts";
import * as dates from "./dates.ts";
import { markOf, type NewsItem } from "./news.ts";

export interface Outlet {
  /** Host and path of its feed or list. */
  readonly name: string;
  readonly language: Language;
  readonly zone: string;
}

export interface Form {
  readonly kind: "rss" | "atom" | "rdf" | "list";
  /** Items a day, and items in the feed. */
  readonly perDay: number;
  readonly holds: number;
  /** Of all items, the share on the topic. */
  readonly share: number;
  readonly charset?: string;
  /** Whether the encoding is declared. */
  readonly declares?: boolean;
  /** Path of an item's page at the outlet's host, or a whole address. */
  address(item: NewsItem, outlet: Outlet): string;
  /** The date in the feed, or beside a link; "" for none. */
  date(item: NewsItem, outlet: Outlet): string;
  /** What an item's own page says of its date; without it there are no pages. */
  page?(item: NewsItem, outlet: Outlet): string;
  /** Whether the hour is known, or the day alone. */
  readonly hour: boolean;
  readonly guid?: "link" | "own" | "none";
  readonly cdata?: boolean;
  /** Links on its list that are no articles: path and words. */
  readonly menu?: readonly (readonly [string, string])[];
}

/** A number that no other item of any outlet has. */
const id = ({ n }: NewsItem, { name }: Outlet) =>
  1_000_000 + 1_000 * Math.floor(Number.parseInt(markOf(name, 0).slice(0, 5), 36) % 8_000) + n;
const ymd = (item: NewsItem, { zone }: Outlet, gap = "") => dates.day(item.at, zone).replaceAll("-", gap);
const RSS: Form = {
  ...{ kind: "rss", perDay: 3, holds: 15, share: 0.6, hour: true, guid: "own" },
  address: (item, o) => `/news/${id(item, o)}`,
  date: ({ at }, { zone }) => dates.rfc822(at, zone),
};
const LIST: Form = {
  ...{ kind: "list", perDay: 3, holds: 32, share: 0.8, hour: false },
  address: (item, o) => `/${ymd(item, o)}/${id(item, o)}.html`,
  date: () => "",
};
const GMT = ({ at }: NewsItem) => dates.rfc822(at, "UTC", "GMT");
const ISO = ({ at }: NewsItem, { zone }: Outlet) => dates.iso(at, zone);
const BARE = ({ at }: NewsItem, { zone }: Outlet) => dates.bare(at, zone);

/** By the beginning of host and path; the first that fits counts. */
const FORMS: readonly (readonly [string, Partial<Form> & Pick<Form, "kind">])[] = [
  [
    "sectsco.org",
    {
      ...LIST,
      share: 1,
      perDay: 2,
      menu: [
        ["/20170109/192193.html", "The Secretariat of the Organization"],
        ["/20170110/192194.html", "上海合作组织秘书处机构设置与职能"],
      ],
    },
  ],
  [
    "www.mfa.gov.cn",
    {
      ...LIST,
      address: (item, o) => `/web/zyxw/${ymd(item, o).slice(0, 6)}/t${ymd(item, o)}_${id(item, o)}.shtml`,
      date: ({ at }, { zone }) => `（${dates.day(at, zone)}）`,
    },
  ],
  [
    "www.fmprc.gov.cn",
    {
      ...LIST,
      address: (item, o) => `/eng/xw/zyxw/${ymd(item, o).slice(0, 6)}/t${ymd(item, o)}_${id(item, o)}.html`,
    },
  ],
  [
    "kremlin.ru",
    {
      ...RSS,
      kind: "atom",
      date: ({ at }) => dates.iso(at, "Europe/Moscow", "+04:00"),
      address: (item, o) => `/events/president/news/${id(item, o)}`,
    },
  ],
  [
    "en.kremlin.ru",
    {
      ...RSS,
      kind: "atom",
      date: ({ at }) => dates.iso(at, "Europe/Moscow", "+04:00"),
      address: (item, o) => `/events/president/news/${id(item, o)}`,
    },
  ],
  [
    "mid.ru",
    {
      ...LIST,
      hour: true,
      address: (item, o) => `/ru/foreign_policy/news/${id(item, o)}/`,
      date: ({ at }, { zone }) => dates.dotted(at, zone),
    },
  ],
  [
    "mofa.gov.pk",
    {
      ...LIST,
      address: (item, _o) =>
        `/press-releases/${item.title.toLowerCase().split(" ").slice(0, 5).join("-")}-${item.n}`,
      date: ({ at }, { zone }) => dates.inWords(at, zone),
      menu: [["/press-releases/categories/foreign-minister", "Press releases of the Foreign Minister"]],
    },
  ],
  [
    "www.chinanews.com.cn/rss/importnews",
    {
      ...RSS,
      charset: "gb18030",
      declares: false,
      address: (item, o) =>
        `/gn/${ymd(item, o).slice(0, 4)}/${ymd(item, o, "-").slice(5)}/${id(item, o)}.shtml`,
    },
  ],
  [
    "www.chinanews.com.cn",
    {
      ...RSS,
      address: (item, o) =>
        `/gj/${ymd(item, o).slice(0, 4)}/${ymd(item, o, "-").slice(5)}/${id(item, o)}.shtml`,
    },
  ],
  [
    "www.news.cn",
    { ...LIST, address: (item, o) => `/world/${ymd(item, o)}/${"0a1b2c3d4e5f".repeat(2)}${item.n}/c.html` },
  ],
  [
    "english.news.cn",
    { ...LIST, address: (item, o) => `/${ymd(item, o)}/${"9f8e7d6c5b4a".repeat(2)}${item.n}/c.html` },
  ],
  [
    "world.people.com.cn",
    {
      ...LIST,
      charset: "gb18030",
      declares: true,
      address: (item, o) =>
        `/n1/${ymd(item, o, "/").slice(0, 4)}/${ymd(item, o).slice(4)}/c1002-${id(item, o)}.html`,
    },
  ],
  [
    "opinion.people.com.cn",
    {
      ...LIST,
      charset: "gb18030",
      declares: false,
      address: (item, o) =>
        `/n1/${ymd(item, o, "/").slice(0, 4)}/${ymd(item, o).slice(4)}/c1003-${id(item, o)}.html`,
    },
  ],
  [
    "www.gmw.cn",
    {
      ...LIST,
      address: (item, o) =>
        `/${ymd(item, o, "-").slice(0, 7)}/${ymd(item, o).slice(6)}/content_${id(item, o)}.htm`,
    },
  ],
  [
    "rss.dw.com",
    {
      ...RSS,
      kind: "rdf",
      date: ({ at }) => dates.iso(at, "UTC", "Z"),
      address: (item, o) => `/zh/a-${id(item, o)}`,
    },
  ],
  [
    "chn.belta.by",
    {
      ...LIST,
      hour: true,
      address: (item, o) => `/politics/view/slug-${id(item, o)}-${ymd(item, o).slice(0, 4)}/`,
      page: BARE,
    },
  ],
  [
    "eng.belta.by",
    {
      ...LIST,
      hour: true,
      address: (item, o) => `/politics/view/slug-${id(item, o)}-${ymd(item, o).slice(0, 4)}/`,
      page: ({ at }, { zone }) => dates.longWithTime(at, zone),
    },
  ],
  [
    "www.globaltimes.cn",
    {
      ...LIST,
      hour: true,
      address: (item, o) => `/page/${ymd(item, o).slice(0, 6)}/${id(item, o)}.shtml`,
      page: ({ at }, { zone }) => dates.longWithTime(at, zone),
    },
  ],
  ["tass.ru", { ...RSS, perDay: 150, holds: 60, share: 0.1 }],
  [
    "ria.ru",
    {
      ...RSS,
      perDay: 600,
      holds: 100,
      share: 0.06,
      guid: "link",
      address: (item, o) => `/${ymd(item, o)}/slovo-${id(item, o)}.html`,
    },
  ],
  [
    "www.interfax.ru",
    { ...RSS, charset: "windows-1251", declares: true, guid: "none", perDay: 30, share: 0.2, holds: 15 },
  ],
  ["rg.ru", { ...RSS, date: ({ at }) => dates.rfc822(at, "Europe/Moscow", "+0000") }],
  ["uza.uz", { ...RSS, date: BARE, perDay: 8, holds: 20 }],
  ["tass.com", { ...RSS, perDay: 20, holds: 30, share: 0.3, date: GMT }],
  ["podrobno.uz", { ...RSS, cdata: true, guid: "link" }],
  ["24.kg", { ...RSS, date: ISO }],
  ["www.ecns.cn", { ...RSS, date: BARE, guid: "link" }],
  ["www.cgtn.com", { ...RSS, date: GMT, guid: "link" }],
  ["astanatimes.com", { ...RSS, date: ({ at }) => dates.rfc822(at, "UTC", "+0000"), cdata: true }],
  ["en.irna.ir", { ...RSS, date: GMT, guid: "none" }],
  ["tengrinews.kz", { ...RSS, perDay: 20, holds: 50, share: 0.2 }],
  ["eurasianet.org", { ...RSS, perDay: 2, holds: 10, guid: "own" }],
  ["thediplomat.com", { ...RSS, perDay: 1, holds: 40, cdata: true }],
  ["www.rfi.fr", { ...RSS, date: GMT }],
  ["khovar.tj", { ...RSS, date: ({ at }) => dates.rfc822(at, "UTC", "+0000"), guid: "own", cdata: true }],
];

export function formOf({ name }: Outlet): Form {
  const own = FORMS.find(
    ([beginning]) => name.startsWith(beginning) || name.replace(/^\w+\./, "").startsWith(beginning),
  );
  return { ...RSS, ...own?.[1] };
}
