/** Bytes whose declaration is wrong, short or missing: the text decides which encoding they are in. */
import { expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { decode } from "../../src/feeds/decode.ts";
import { CHINESE, item, JSON_FEED, RUSSIAN, rss, TRADITIONAL } from "./samples.ts";

const russian = RUSSIAN.replace(/[«»]/g, '"');
const inFeed = (text: string, declared: string) =>
  rss(item(text), `<?xml version="1.0"${declared && ` encoding="${declared}"`}?>`);
const read = (text: string, encoding: string, declared = "") =>
  decode(iconv.encode(inFeed(text, declared), encoding), "text/xml");

const LIES = [
  "utf-8",
  "gbk",
  "big5",
  "windows-1251",
  "koi8-r",
  "iso-8859-5",
  "shift_jis",
  "windows-1252",
] as const;
const REAL = [
  ["gbk", CHINESE],
  ["big5", TRADITIONAL],
  ["windows-1251", RUSSIAN],
  ["koi8-r", russian],
  ["iso-8859-5", russian],
  ["shift_jis", "上海協力機構の首脳会議が天津で開かれた"],
] as const;

test.each(
  REAL.flatMap(([encoding, text]) =>
    LIES.filter((lie) => lie !== encoding).map((lie) => [encoding, lie, text] as const),
  ),
)("%s that is declared as %s is found out", (encoding, lie, text) => {
  const { text: found, misdeclared } = read(text, encoding, lie);
  expect([found.includes(text), misdeclared]).toEqual([true, lie]);
});

test.each([
  ["gbk", "哈萨克斯坦"],
  ["gbk", "朱镕基"],
  ["gb18030", "𠮷野家"],
  ["big5", "臺灣"],
  ["windows-1251", "ШОС"],
  ["windows-1251", "ВЭФ-2026"],
  ["koi8-r", "ОБСЕ"],
  ["windows-1250", "Příští schůzka ministrů zdravotnictví"],
  ["windows-1254", "Türkiye Cumhurbaşkanı açıkladı"],
  ["windows-1256", "قمة منظمة شنغهاي للتعاون"],
  ["euc-kr", "상하이협력기구 정상회의가 톈진에서 열렸다"],
  ["windows-1251", "СОВЕТ ГЛАВ ГОСУДАРСТВ ШОС ПРОШЁЛ В БИШКЕКЕ, СТОРОНЫ ПОДТВЕРДИЛИ ДРУЖБУ"],
  ["koi8-r", "СОВЕТ ГЛАВ ГОСУДАРСТВ ПРОШЁЛ В БИШКЕКЕ, СТОРОНЫ ПОДТВЕРДИЛИ ДРУЖБУ"],
  ["windows-1252", "Größe und Übermut – “Élysée”"],
])("%s that is declared is believed of %s", (encoding, text) => {
  const { text: found, misdeclared } = read(text, encoding, encoding);
  expect([found.includes(text), misdeclared]).toEqual([true, null]);
});

test.each(["utf-16le", "utf-16be"])("%s is known without a mark, a prolog or a declaration", (encoding) => {
  const bare = `\n  ${rss(item(CHINESE), "")}`;
  for (const text of [bare, JSON_FEED, '{"items":[{"id":"1","title":"一丁七"}]}'])
    expect(decode(iconv.encode(text, encoding)).text).toBe(text);
});

test("one item in another encoding costs the others nothing", () => {
  const [before = "", after = ""] = inFeed(`${CHINESE}|${CHINESE}`, "utf-8").split("|");
  const bytes = Buffer.concat([Buffer.from(before), iconv.encode("坏条目", "gbk"), Buffer.from(after)]);
  expect(decode(bytes)).toMatchObject({ encoding: "utf-8", text: expect.stringContaining(CHINESE) });
});
