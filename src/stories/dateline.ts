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
/** An agency between slashes, or 电 and 讯: no sentence has that. */
const AGENCY = /\/[^/]{2,24}\/\.?\s*$|[电讯](?:[（(][^（）()]*[）)])?\s*$/u;
/** Names of bodies and states in capitals; they open sentences, not datelines: «ШОС — это…», "BRICS: …". */
const INITIALS =
  /^(?:SCO|ШОС|ЕАЭС|СНГ|ОДКБ|БРИКС|BRICS|EAEU|ASEAN|АСЕАН|NATO|НАТО|ООН|UN|EU|ЕС|США|USA|РФ|КНР|ВТО|WTO|CIS|CSTO|РАТС|RATS)$/u;
/** Words of a place with its agency: `NEW DELHI`, `Ulan-Ude. INTERFAX`; a sentence has more. */
const MOST_WORDS = 4;

/** The dateline that a body opens with: `BEIJING, Sept. 6 (Xinhua) -- `, `МОСКВА, 6 сентября. /ТАСС/. `, `新华社北京9月6日电 `; or "". */
export function datelineOf(body: string): string {
  const [line = ""] = CLOSED.exec(body) ?? [];
  return AGENCY.test(line) || namesPlace(line) ? line : "";
}

/** Nothing but names, with a day, an agency in brackets or a place in capitals among them. */
function namesPlace(line: string): boolean {
  if (/\p{Script=Han}/u.test(line)) return false;
  const [, inside = ""] = /\((\p{Lu}[^()]{1,23})\)/u.exec(line) ?? [];
  const names = line.replace(DATES, " ").replace(/\([^()]*\)/gu, " ");
  const words = names.match(/[\p{L}’'-]+/gu)?.filter((word) => /\p{L}/u.test(word)) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  if (words.some((word) => !/^\p{Lu}/u.test(word)) || INITIALS.test(words[0] ?? "")) return false;
  const dated = line !== line.replace(DATES, "");
  const placed = /^\p{Lu}{3}/u.test(words[0] ?? "");
  return dated || placed || (inside !== "" && !INITIALS.test(inside) && words.length <= 2);
}

/** A body without its dateline and without dates. */
export function newsOf(body: string): string {
  return body.slice(datelineOf(body).length).replace(DATES, " ");
}
