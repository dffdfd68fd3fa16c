/** What of an article is news: without its dateline, and without dates, which nearness in time has counted already. */

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const ENGLISH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const RUSSIAN = "(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\\.?";
/** Days of a month in the three languages, as running text has them. */
const DATES = new RegExp(
  [
    `(?:(?:19|20)\\d\\d年)?\\d{1,2}月${DAY}[日号]|(?<![\\d.])${DAY}日`,
    `\\b${ENGLISH} ${DAY}(?:st|nd|rd|th)?\\b`,
    `\\b${DAY}(?:st|nd|rd|th)? ${ENGLISH}(?!\\p{L})`,
    `(?<![\\d,.])${DAY}(?:-?го|-?е)? ${RUSSIAN}(?!\\p{L})`,
    `(?<![\\d,.])${DAY}\\.(?:0[1-9]|1[0-2])\\.(?:19|20)\\d\\d`,
  ].join("|"),
  "gu",
);

/** What closes a dateline: the agency's dash or colon, `/TASS/.`, `(Xinhua)`, 电 or 讯. */
const CLOSED =
  /^.{1,90}?(?:\s(?:--|[-–—])\s|:\s|\/[^/]{2,24}\/\.?\s|\([^()]{2,24}\)(?::|\s(?:--|[-–—]))?\s|(?:日[电讯]|[报网社]讯)(?:[（(][^（）()]{1,20}[）)])?\s*)/u;
/** It names a day, or an agency between marks, or is written in capitals; an ordinary first sentence is none of these. */
const NAMED = [
  /\/[^/]{2,24}\/|\(\p{Lu}[^()]{1,23}\)(?::|\s(?:--|[-–—]))\s$/u,
  /\p{Lu}{3}[:\s–—-]+$/u,
  /[电讯](?:[（(][^（）()]*[）)])?\s*$/u,
];

/** The dateline that a body opens with: `BEIJING, Sept. 6 (Xinhua) -- `, `МОСКВА, 6 сентября. /ТАСС/. `, `新华社北京9月6日电 `; or "". */
export function datelineOf(body: string): string {
  const [line = ""] = CLOSED.exec(body) ?? [];
  return line !== line.replace(DATES, "") || NAMED.some((form) => form.test(line)) ? line : "";
}

/** A body without its dateline and without dates. */
export function newsOf(body: string): string {
  return body.slice(datelineOf(body).length).replace(DATES, " ");
}
