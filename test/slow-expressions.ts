/** Regular expressions that take a time which grows with the square of a text, found by trying them. */

/** A paragraph that is longer than any. An expression that is linear takes some tenths of a millisecond for it. */
const LENGTH = 8_000;
const SLOW_MS = 12;
/** What reads a quarter in so short a time reads the whole in less than `SLOW_MS`, be it with the third power of its length. */
const QUICK_MS = 0.15;
/** Four times the text takes four times as long where time is linear, and sixteen times where it is not. */
const GROWTH = 8;
/** Tries of which the quickest counts: what else the machine does can only add. */
const TRIES = 4;
/** Pieces of one expression that are repeated, and those that are repeated in pairs. */
const SINGLE = 14;
const PAIRED = 8;

/** Letters, digits, spaces and marks of which each class of characters has some. */
const PROBES = [
  ..."aAzZ019 \n\t.,:;!?-–—_/\\\"'“”«»()[]{}<>@#$%&*+=|~^`’·、。，：！？年月日上国一二百千万亿第の가йЯё½€\u0301\u200b\u00a0é",
];
const KINDS = [/^/, /\d/, / /, /\n/, /\p{Script=Han}/u, /[^\p{L}\p{N}\s]/u];
/** Classes, escapes, words and single marks that an expression is written with. */
const PIECE =
  /\[(?:\\.|[^\]\\])*\]|\\p\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|[\p{L}\p{N}_]+|[^\\[\](){}|?*+^$]/giu;

/** What an expression is read as, piece by piece, by the place it stands at. */
const TOKEN =
  /\(\?(?:[:=!]|<[=!]|<\w+>)|\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\k<\w+>|\\.|\{\d+(?:,\d*)?\}|[\p{L}\p{N}]+(?![?*+{])|[\s\S]/giu;
/** So many pieces of an expression's beginning are repeated. */
const BEGINNINGS = [1, 2, 3, 4, 6];
/** So many of the ways that alternatives leave open are tried. */
const WAYS = 12;
/** A beginning is long, so that fewer of them fit: the text is longer instead. */
const LONG = 4 * LENGTH;

export interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** Texts that an expression may try again from each of their places: its pieces and pairs of them, repeated. */
function pumped({ source, flags }: Expression): readonly string[] {
  const samples = (piece: string): readonly string[] => {
    if (/^[\p{L}\p{N}_]+$/u.test(piece)) return [piece];
    const one = new RegExp(`^(?:${piece})$`, flags.replace(/[gy]/g, ""));
    const fitting = PROBES.filter((probe) => one.test(probe));
    return KINDS.flatMap((kind) => fitting.find((probe) => kind.test(probe)) ?? []);
  };
  const units = [...new Set((source.match(PIECE) ?? []).flatMap(samples))].slice(0, SINGLE);
  const few = units.slice(0, PAIRED);
  const pairs = few.flatMap((one) => few.filter((other) => other !== one).map((other) => one + other));
  return [...units, ...pairs].map(
    (unit) => `${unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)}\u0001`,
  );
}

/** Something that a piece of an expression stands for; nothing where it stands for a place. */
function sampleOf(piece: string, flags: string): string {
  if (/^(?:[\p{L}\p{N}]+| )$/u.test(piece)) return piece;
  if (/^(?:\\[bB1-9k]|[$^])/.test(piece)) return "";
  const one = new RegExp(
    `^(?:${/^[{}\])]$/.test(piece) ? `\\${piece}` : piece})$`,
    flags.replace(/[gy]/g, ""),
  );
  return PROBES.find((probe) => one.test(probe)) ?? "";
}

/** A text that an expression finds, in pieces: of alternatives the n-th, of what may be repeated as few as may be, but one. */
function found({ source, flags }: Expression, nth: number): readonly string[] {
  const tokens = source.match(TOKEN) ?? [];
  let at = 0;
  const read = (): readonly string[] => {
    const alternatives: string[][] = [[]];
    let last: readonly string[] = [];
    for (let token = tokens[at++]; token !== undefined && token !== ")"; token = tokens[at++]) {
      const here = alternatives.at(-1) ?? [];
      const times = /^\{(\d+)/.exec(token)?.[1];
      if (token === "|") alternatives.push([]);
      else if (times) here.push(...Array.from({ length: Math.max(Number(times) - 1, 0) }, () => last).flat());
      else if (!/^[?*+]$/.test(token)) {
        const inner = token.startsWith("(") ? read() : [sampleOf(token, flags)];
        last = /^\(\?<?[=!]/.test(token) ? [] : inner.filter(Boolean);
        here.push(...last);
      }
    }
    return alternatives[nth % alternatives.length] ?? [];
  };
  return read();
}

/** Beginnings of what an expression finds, repeated: each is a place to begin anew at. */
function beginnings(expression: Expression): readonly string[] {
  const ways = Math.min(expression.source.split("|").length, WAYS);
  const units = Array.from({ length: ways }).flatMap((_, nth) => {
    const pieces = found(expression, nth);
    return BEGINNINGS.map((n) => pieces.slice(0, n).join(""));
  });
  const repeated = (unit: string): string => unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG);
  return [...new Set(units)]
    .filter((unit) => unit.trim() !== "")
    .flatMap((unit) => [repeated(unit), `${repeated(unit)}\u0001`, `${repeated(`${unit} `)}\u0001`]);
}

/** The quickest of some tries, in milliseconds of processor time; one that is quick enough is the last. */
function timed(expression: RegExp, text: string, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && best > enough; i++) {
    const began = process.cpuUsage();
    text.replace(expression, "");
    best = Math.min(best, process.cpuUsage(began).user / 1_000);
  }
  return best;
}

/** Each word of an expression, however far in it stands, again and again. */
const words = ({ source }: Expression): readonly string[] =>
  [...new Set(source.match(/[\p{L}\p{N}]{2,}/gu))].flatMap((word) =>
    [word, `${word} `].map((unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)),
  );

/** Whether some text takes long, and far more than four times as long as a quarter of it. */
export function isSlow(expression: Expression): boolean {
  return isSlowForAny(expression, [...pumped(expression), ...beginnings(expression)]);
}

/** The same for its own words alone. */
export function isSlowForWords(expression: Expression): boolean {
  return isSlowForAny(expression, words(expression));
}

function isSlowForAny({ source, flags }: Expression, texts: readonly string[]): boolean {
  const expression = new RegExp(source, flags.replace("y", ""));
  const isSlowFor = (text: string): boolean => {
    const end = text.endsWith("\u0001") ? "\u0001" : "";
    const quarter = timed(expression, text.slice(0, text.length / 4) + end, QUICK_MS);
    if (quarter <= QUICK_MS) return false;
    const whole = timed(expression, text, SLOW_MS);
    return whole > SLOW_MS && whole > GROWTH * quarter;
  };
  // A machine that is busy elsewhere is seldom so three times in a row.
  return texts.some((text) => isSlowFor(text) && isSlowFor(text) && isSlowFor(text));
}
