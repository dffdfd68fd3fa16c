/** Texts that would cost a careless reader far more than their length: repeated, nested, near to many words. */

/** The longest text that any way in lets through, in UTF-16 units. */
const LONGEST = 2_000;

const fill = (unit: string): string => unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
const each = (make: (i: number) => string): string => {
  let text = "";
  for (let i = 0; text.length < LONGEST; i++) text += make(i);
  return text.slice(0, LONGEST);
};
const letters = (n: number, length = 6): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(97 + ((n * 7 + i * (n % 11)) % 26))).join("");
const cyrillic = (n: number): string =>
  Array.from({ length: 7 }, (_, i) => String.fromCharCode(0x430 + ((n * 5 + i * (n % 13)) % 32))).join("");
const han = (n: number): string => String.fromCharCode(0x4e00 + ((n * 137) % 20_000));

/** By name: each at the largest allowed length. */
export const SHAPES: Readonly<Record<string, string>> = {
  "one letter": fill("a "),
  percent: fill("2% "),
  "first time in Chinese": fill("第一次"),
  sum: fill("11+"),
  money: fill("$5 "),
  "money scales": fill("4.3亿美元 "),
  thousands: fill("1,000"),
  "decimal chain": fill("1.1."),
  digits: fill("7"),
  "Han digits": fill("一二三"),
  "Han units": fill("百千万亿"),
  ordinals: fill("24th "),
  years: fill("1990s "),
  today: fill("今天"),
  "question words": fill("有没有"),
  "common Han": fill("的合作"),
  "one Han character": fill("国"),
  "Han with spaces": fill("国 家 "),
  "Han with dots": fill("索海尔·汗·"),
  "many Han": each(han),
  "many Han with spaces": each((i) => `${han(i)} `),
  traditional: fill("國際組織"),
  "glossary name": fill("上海合作组织"),
  "glossary in English": fill("Shanghai Cooperation Organization "),
  "glossary in Russian": fill("Шанхайская организация сотрудничества "),
  pinyin: fill("weisheng buzhang huiyi "),
  "pinyin syllables": fill("shi "),
  "pinyin joined": fill("shiji"),
  "pinyin with tones": fill("jīng shén "),
  "pinyin ambiguous": fill("xian'gan "),
  "common English": fill("the cooperation and security of states "),
  "stop words": fill("of the and "),
  misspelt: fill("cooperaton securty developmnt "),
  "unknown words": each((i) => `${letters(i)} `),
  "unknown long words": each((i) => `${letters(i, 14)} `),
  "unknown names": each((i) => `${letters(i, 8).replace(/^./, (c) => c.toUpperCase())} `),
  "unknown Cyrillic": each((i) => `${cyrillic(i)} `),
  "Cyrillic names": each((i) => `${cyrillic(i).replace(/^./, (c) => c.toUpperCase())} `),
  "common Russian": fill("сотрудничество безопасность развитие "),
  "one long word": fill("x"),
  "one long Cyrillic word": fill("ж"),
  "long apostrophes": fill("o'"),
  acronyms: fill("U.S.A."),
  hyphens: fill("co-operation-"),
  phrases: fill('"a b" '),
  "Han phrases": fill('"国" '),
  "Han pair phrases": fill('"国家" '),
  "long phrase": `"${fill("the cooperation ").slice(2)}"`,
  "open quotes": fill('" '),
  excluded: fill("-cooperation "),
  "excluded Han": fill("-国 "),
  "excluded phrases": fill('-"of the" '),
  or: fill("state OR "),
  "or of phrases": fill('"of a" OR '),
  minus: fill("- "),
  titles: fill("title:state "),
  "title phrases": fill('title:"of the" '),
  sources: each((i) => `source:${letters(i)} `),
  "source list": `source:${each((i) => `${letters(i)},`)}`,
  "excluded sources": each((i) => `-source:${letters(i)} `),
  languages: fill("lang:zh "),
  "wrong languages": fill("lang:xx "),
  dates: fill("after:2020-01-01 "),
  "dates in words": fill("on: 26 мая 2025 "),
  "wrong dates": fill("on:2025-99-99 "),
  colons: fill(":"),
  brackets: fill("(("),
  accents: fill("e\u0301\u0301\u0301"),
  "zero width": fill("a\u200b"),
  surrogates: fill("\ud840\udc00"),
  "lone surrogates": fill("\ud840"),
  emoji: fill("😀 "),
  spaces: fill(" "),
  "line breaks": fill("a\n"),
  "mixed scripts": fill("ШOS上合sco "),
  "everything at once": fill('上合 -sco "of a" 2% source:x title:国 weisheng Ташкент '),
};
