/** Numbers and quantities: 4351.1亿, 435.11 billion and 435,11 млрд are one number, written out in full. */

const SCALES: readonly (readonly [string, number])[] = [
  ["thousand|тысяч[аиу]?|тыс\\.?|千|仟|k(?=\\P{L}|$)", 3],
  ["万|萬", 4],
  ["million|mln|mn|миллион(?:а|ов)?|млн\\.?|百万|百萬", 6],
  ["千万|千萬", 7],
  ["亿|億", 8],
  ["billion|bln|bn|миллиард(?:а|ов)?|млрд\\.?", 9],
  ["百亿|百億", 10],
  ["千亿|千億", 11],
  ["trillion|trln|tn|триллион(?:а|ов)?|трлн\\.?|万亿|萬億|兆(?![瓦赫帕字比])", 12],
];
const HAN_DIGITS = new Map(
  [..."零〇一二三四五六七八九"].map((digit, i) => [digit, Math.max(0, i - 1)] as const),
);
const HAN_UNITS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const HAN_MYRIADS = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

/** Source of a pattern for a number as people write it: 5,700 · 5 700 · 14.4 · 14,4 · ４３５．１１. */
export const NUMBER =
  "\\p{Nd}{1,3}(?:[ \\u00a0\\u2009\\u202f]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+(?:[.,．]\\p{Nd}+)*";
/** Source of a pattern for the word that scales the number before it. */
export const SCALE = [...SCALES]
  .reverse()
  .map(([names]) => names)
  .join("|");
/** Source of a pattern for percent after a number. */
export const PERCENT = "[%％﹪]|per ?cent(?!\\p{L})|процент(?:а|ов)?|проц\\.";

const SCALE_TESTS = SCALES.map(([names, power]) => [new RegExp(`^(?:${names})$`, "iu"), power] as const);

/**
 * The digits of a written number in one form: no thousands marks, a point for the decimals, no idle zeros.
 * A text with several points (a date, a version) is no number and gives undefined.
 */
export function plainNumber(written: string): string | undefined {
  const digits = written.normalize("NFKC").replace(/\s/g, "");
  const whole = /^\d{1,3}(,\d{3})+(?=\.|$)/.test(digits)
    ? digits.replaceAll(",", "")
    : digits.replace(",", ".");
  const [, units, decimals = ""] = /^(\d+)(?:\.(\d*))?$/.exec(whole) ?? [];
  if (units === undefined) return undefined;
  let end = decimals.length;
  while (decimals[end - 1] === "0") end -= 1;
  const least = units.replace(/^0+(?=\d)/, "");
  return end > 0 ? `${least}.${decimals.slice(0, end)}` : least;
}

/** The number that `digits` is when scaled by a word of any language ("4351.1", "亿" → "435110000000"). */
export function scaled(digits: string, scale: string): string {
  const power = SCALE_TESTS.find(([test]) => test.test(scale))?.[1] ?? 0;
  const [whole = "", decimals = ""] = digits.split(".");
  const shifted = `${whole}${decimals.slice(0, power).padEnd(power, "0")}.${decimals.slice(power)}`;
  return shifted.replace(/^0+(?=\d)/, "").replace(/\.$/, "");
}

/** Finds the numbers written in Han characters in a run of them (第二十四次, 三百余位, 二〇二五年). */
export function hanNumbers(run: string, found: (term: string, start: number, end: number) => void): void {
  for (const { 0: written, index } of run.matchAll(/第?[零〇一二三四五六七八九十百千万亿两]+/g)) {
    const bare = written.replace("第", "");
    const counts = bare.length > 1 && /[十百千万亿]/.test(bare) && /[一二三四五六七八九两]/.test(bare);
    if (!counts && bare.length === written.length && !/^[零〇一二三四五六七八九]{4}$/.test(bare)) continue;
    const value = hanNumber(bare);
    if (value !== undefined) found(String(value), index, index + written.length);
  }
}

/** The value of a number written in Han characters (三百二十 → 320), undefined when it is not one. */
function hanNumber(written: string): number | undefined {
  if (/^[零〇一二三四五六七八九]{4}$/.test(written)) {
    return Number([...written].map((digit) => HAN_DIGITS.get(digit)).join(""));
  }
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const character of written.replaceAll("两", "二")) {
    const value = HAN_DIGITS.get(character);
    const unit = HAN_UNITS.get(character);
    const myriad = HAN_MYRIADS.get(character);
    if (value !== undefined) {
      if (digit > 0) return undefined;
      digit = value;
    } else if (unit !== undefined) {
      section += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else if (myriad !== undefined && total + section + Math.max(0, digit) > 0) {
      total = (total + section + Math.max(0, digit)) * myriad;
      section = 0;
      digit = -1;
    } else return undefined;
  }
  return total + section + Math.max(0, digit);
}

const ORDINALS = new Map(
  (
    "third-3 fourth-4 fifth-5 sixth-6 seventh-7 eighth-8 ninth-9 tenth-10 eleventh-11 twelfth-12 thirteenth-13 " +
    "fourteenth-14 fifteenth-15 twentieth-20 третий-3 третья-3 четвертый-4 четвертая-4 пятый-5 пятая-5 шестой-6 " +
    "шестая-6 седьмой-7 седьмая-7 восьмой-8 восьмая-8 девятый-9 девятая-9 десятый-10 десятая-10"
  )
    .split(" ")
    .map((pair): [string, string] => [pair.split("-")[0] ?? "", pair.split("-")[1] ?? ""]),
);

/** The number in a folded word: 24 of 24th, 1990 of 1990s, 8 of eighth; undefined when there is none. */
export function numberOfWord(word: string): string | undefined {
  if (!/^\d/.test(word)) return ORDINALS.get(word);
  const digits = /^(\d+)(?:st|nd|rd|th|s)$/.exec(word)?.[1];
  return digits === undefined ? undefined : plainNumber(digits);
}
