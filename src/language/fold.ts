/** Text made comparable by substring: width, case, script, quotes, dots and line-wrap scars are evened out. */

import { simplifyHan } from "./han.ts";
import type { Folded } from "./text.ts";

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Quotes, dots and dashes that are read as one. */
export const SAME: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "「": '"',
  "」": '"',
  "『": '"',
  "』": '"',
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  "・": "·",
  "‧": "·",
  "•": "·",
  "∙": "·",
  "⋅": "·",
  "･": "·",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
};

/** Folds a text and keeps, for every offset of the result, the offset it came from. */
export function foldText(text: string): Folded {
  const places: number[] = [];
  let folded = "";
  let gap = -1;
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (isSpace(character)) {
      if (gap < 0) gap = i;
    } else {
      const plain = foldCharacter(character);
      if (gap >= 0 && folded !== "" && plain !== "" && !(HAN.test(character) && HAN.test(folded.slice(-1)))) {
        folded += " ";
        places.push(gap);
      }
      if (plain !== "") gap = -1;
      folded += plain;
      for (let k = 0; k < plain.length; k++) places.push(i);
    }
    i += character.length;
  }
  const even = simplifyHan(folded);
  return { text: even, at: (i) => (i < 0 ? 0 : (places[i] ?? text.length)) };
}

function isSpace(character: string): boolean {
  return character === " " || ((character < "!" || character > "~") && /\s/.test(character));
}

/** Characters already folded; there are only so many. */
const known = new Map<string, string>();

/** A character by itself: width, case, accents, quotes. */
export function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = takeFold(character);
  known.set(character, folded);
  return folded;
}

function takeFold(character: string): string {
  const same = SAME[character];
  if (same !== undefined) return same;
  const plain = character.normalize("NFKC").toLowerCase();
  if (plain === "ё") return "е";
  return /\p{Script=Latin}/u.test(plain) ? plain.normalize("NFKD").replace(/\p{M}/gu, "") : plain;
}
