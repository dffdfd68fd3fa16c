/** CC-CEDICT read both ways, and the characters of each pinyin syllable. */
import { pinyin } from "pinyin-pro";
import { note, type RankedRenderings, stemsOf } from "./rows.ts";

/** Senses that say how a word is written or used rather than what it means. */
const NO_MEANING =
  /variant of|^(?:old )?surname|^abbr\. |^see (?:also )?[\p{Script=Han}]|^used in|^CL:|^Kangxi|^one of/iu;

/** Traditional, simplified, pinyin with tone numbers, one sense or several; the rest is not used here. */
export type Entry = readonly [string, string, string, string | readonly string[], ...unknown[]];

/** English stems → Han words, Han words → English stems, and an English word for each stem. */
export function readCedict(entries: readonly Entry[]): {
  english: RankedRenderings;
  han: RankedRenderings;
  words: Map<string, string>;
} {
  const words = new Map<string, string>();
  const english: RankedRenderings = new Map();
  const han: RankedRenderings = new Map();
  for (const [, word, , senses] of entries) {
    if (!/^\p{Script=Han}{1,8}$/u.test(word)) continue;
    const list = typeof senses === "string" ? [senses] : senses;
    let rank = 0;
    for (const gloss of list.flatMap((sense) => sense.split(/[;；]/))) {
      const key = keyOf(gloss, words);
      if (key === undefined) continue;
      note(english, key, word, rank + (word.length === 2 ? 0 : word.length === 1 ? 3 : 1));
      note(han, word, key, rank + key.split(" ").length / 2);
      rank++;
    }
  }
  return { english, han, words };
}

function keyOf(gloss: string, words: Map<string, string>): string | undefined {
  const text = gloss
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .trim()
    .replace(/^(?:to be |to |the |an? )/i, "");
  if (text === "" || NO_MEANING.test(text) || /\p{Script=Han}|[":]/u.test(text)) return undefined;
  // "Chicago, USA", "Almaty, previous capital of Kazakhstan".
  return stemsOf(text.split(",")[0] ?? "", words);
}

/** The characters of each syllable: those that everyday texts use (GB 2312), in all their readings. */
export function* readings(): Iterable<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const characters = new TextDecoder("gbk").decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu) ?? [];
  const bySyllable = new Map<string, string>();
  for (const character of characters) {
    const heard = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
    for (const syllable of new Set(heard.flatMap((one) => [one, one.replace("v", "u")])))
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? "") + character);
  }
  // 呣 and 嗯 (m, n, ng) would make syllables of half the English words.
  for (const [syllable, characters] of bySyllable)
    if (/[aeiouv]/.test(syllable)) yield `p${syllable}\t${characters}`;
}
