/** Chinese names in pinyin and back. */
import { theDictionary } from "../open.ts";

const LONGEST_SYLLABLE = 6;
const INITIALS = " b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ");
const FINALS =
  "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v er".split(
    " ",
  );
/** Readings of one character that are looked at. */
const READINGS = 2;

/** Whether a Chinese name is read as these letters: 吴清远 and wuqingyuan. */
export function readsAs(han: string, letters: string): boolean {
  if (han === "") return letters === "";
  for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, letters.length); length++) {
    const [syllable, rest] = [letters.slice(0, length), letters.slice(length)];
    if (theDictionary().characters(syllable).includes(han.charAt(0)) && readsAs(han.slice(1), rest))
      return true;
  }
  return false;
}

/** How a name is looked for in the other script: `wuqingyuan` for Wu Qingyuan, `Wu Qingyuan` for 吴清远; none for others. */
export function inOtherScript(name: string): readonly string[] {
  if (/^\p{Script=Han}{2,3}$/u.test(name)) return spelled(name);
  const letters = name.toLowerCase().replace(/[\s'’-]+/g, "");
  return /^[a-z]{3,18}$/.test(letters) && /\s/.test(name.trim()) && isPinyin(letters, 3) ? [letters] : [];
}

function isPinyin(letters: string, most: number): boolean {
  if (letters === "") return true;
  for (let length = 1; most > 0 && length <= Math.min(LONGEST_SYLLABLE, letters.length); length++)
    if (
      theDictionary().characters(letters.slice(0, length)) !== "" &&
      isPinyin(letters.slice(length), most - 1)
    )
      return true;
  return false;
}

/** Family name, then the given name as one word. */
function spelled(name: string): readonly string[] {
  const [first = [], ...given] = [...name].map(readingsOf);
  let rest: readonly string[] = [""];
  for (const readings of given)
    rest = rest.flatMap((before) => readings.map((syllable) => before + syllable));
  return first.flatMap((family) => rest.map((word) => `${family} ${word}`));
}

function readingsOf(character: string): readonly string[] {
  const found: string[] = [];
  for (const initial of INITIALS)
    for (const final of FINALS)
      if (
        found.length < READINGS &&
        theDictionary()
          .characters(initial + final)
          .includes(character)
      )
        found.push(initial + final);
  return found;
}
