/** How far two names are from sounding the same: the cheapest way to lay their sounds beside each other. */
import { isVowel, type Sound, soundsOf } from "./sounds.ts";

/** What it costs that one consonant stands for another, in hundredths; a pair that is not here costs 100. */
const PAIRS =
  "bp20 bv25 pf30 fv0 fh35 dt18 dJ30 tC30 tc30 gk17 gh15 kh22 mn25 lr0 nl50 vb25 sz12 cs12 cz18 SC20 Ss18 Zz18 Zs30 JZ5 Jz18 JC20 Jg20 Jy20 Zy25 cC18 zS30 " +
  // Chinese initials: 1 zh, 2 r, 3 j, 4 q, 5 x.
  "1J4 1Z5 1z8 1c20 1C18 1s25 1d35 2Z5 2J15 2r10 2l20 2z25 3J4 3g8 3k14 3d22 3Z9 3z14 3C20 3t30 3c25 4C3 4c15 4k18 4t18 4J18 4S20 4g25 4z18 4s25 " +
  "5s5 5S5 5h12 5z18 5c18 5C20 5k30 1335 1430 3420 4520 5320";
const costs = new Map<string, number>();
for (const pair of PAIRS.split(" ")) {
  const cost = Number(pair.slice(2)) / 100;
  costs.set(pair.slice(0, 2), cost);
  costs.set(pair.charAt(1) + pair.charAt(0), cost);
}
const NEAR_VOWELS = new Set("ao oa ei ie ou uo ae ea ui iu".split(" "));
const VOWEL = { other: 0.1, near: 0.05, lone: 0.06, light: 0.01 };
/** What it costs that a consonant has no partner. */
const LONE: Readonly<Record<string, number>> = { y: 0.03, h: 0.2, r: 0.45, n: 0.35, l: 0.45, v: 0.4 };
const LONE_OTHER = 0.7;
/** An endless string is no name. */
const LONGEST = 40;

/**
 * The cost of the best alignment of two folded words, by the number of consonants of the one that has more: 0 for
 * names that sound alike, above 0.2 for names that do not.
 * @param most what is further is 1: it is not laid to its end
 */
export function soundDistance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  return distanceOf(soundsOf(one), soundsOf(other), most);
}

function distanceOf(one: readonly Sound[], other: readonly Sound[], most: number): number {
  const consonants = Math.max(consonantsOf(one), consonantsOf(other));
  if (consonants === 0 || one.length > LONGEST || other.length > LONGEST) return 1;
  const width = other.length;
  let [last, row] = ROWS;
  last[0] = 0;
  for (let j = 0; j < width; j++) {
    const sound = other[j] as Sound;
    ALONE[j] = lone(sound);
    CODES[j] = codeOf(sound);
    last[j + 1] = (last[j] as number) + (ALONE[j] as number);
  }
  for (const a of one) {
    const own = lone(a);
    const code = codeOf(a);
    let left = (last[0] as number) + own;
    let least = left;
    row[0] = left;
    for (let j = 0; j < width; j++) {
      const pair = (code << 8) | (CODES[j] as number);
      let cost = BETWEEN[pair] as number;
      if (Number.isNaN(cost)) {
        cost = between(a, other[j] as Sound);
        BETWEEN[pair] = cost;
      }
      left = Math.min((last[j + 1] as number) + own, left + (ALONE[j] as number), (last[j] as number) + cost);
      least = Math.min(least, left);
      row[j + 1] = left;
    }
    if (least > most * consonants) return 1;
    [last, row] = [row, last];
  }
  return (last[width] as number) / consonants;
}

/** Room for two rows of an alignment: a name is laid beside some thousands. */
const ROWS = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)] as const;
const ALONE = new Float64Array(LONGEST);
const CODES = new Uint8Array(LONGEST);
/** What two sounds cost beside each other, by both their codes; not a number until they are first met. */
const BETWEEN = new Float64Array(1 << 16).fill(Number.NaN);

/** Signs are single ASCII characters. */
function codeOf({ sign, light }: Sound): number {
  return (sign.charCodeAt(0) & 127) | (light ? 128 : 0);
}

function consonantsOf(sounds: readonly Sound[]): number {
  let count = 0;
  for (const { sign } of sounds) if (!isVowel(sign) && sign !== "y") count += 1;
  return count;
}

function lone({ sign, light }: Sound): number {
  if (light) return VOWEL.light;
  if (isVowel(sign)) return VOWEL.lone;
  return LONE[sign] ?? LONE_OTHER;
}

function between(a: Sound, b: Sound): number {
  if (a.sign === b.sign) return 0;
  const [vowelA, vowelB] = [isVowel(a.sign), isVowel(b.sign)];
  if (vowelA !== vowelB)
    return a.sign === "v" || b.sign === "v" ? 0.15 : a.sign === "y" || b.sign === "y" ? 0.05 : 1;
  if (vowelA)
    return a.light || b.light ? VOWEL.light : NEAR_VOWELS.has(a.sign + b.sign) ? VOWEL.near : VOWEL.other;
  return costs.get(a.sign + b.sign) ?? 1;
}

/** Groups of consonants that stand for each other; l, r, n, h and vowels come and go, and are in none. */
const groups = new Map<string, string>();
for (const [letters, group] of [
  ["bpfv", "P"],
  ["dt", "T"],
  ["gk", "K"],
  ["szcSZJC125", "S"],
  ["m", "M"],
] as const)
  for (const letter of letters) groups.set(letter, group);
/** Chinese initials that may be of another group as well. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  2: ["S", ""],
  3: ["S", "K", "T"],
  4: ["S", "K", "T"],
  5: ["S", ""],
  h: ["", "K"],
  J: ["S", "K"],
};
const MOST_KEYS = 12;

/** What names that sound alike have in common: keys to look for candidates by; a name has several where a sound is open. */
export function soundKeys(word: string): readonly string[] {
  let keys = [""];
  const sounds = soundsOf(word);
  for (const [at, { sign }] of sounds.entries()) {
    // An m before another consonant is an n in Chinese (特朗普).
    const isClosed = sign === "m" && !isVowel(sounds[at + 1]?.sign ?? "a");
    const ways = isClosed ? ["M", ""] : (ALSO[sign] ?? [groups.get(sign) ?? ""]);
    keys = keys.flatMap((key) =>
      ways.map((group) => (key.endsWith(group) && group !== "" ? key : key + group)),
    );
    if (keys.length > MOST_KEYS) keys = keys.slice(0, MOST_KEYS);
  }
  return [...new Set(keys)];
}
