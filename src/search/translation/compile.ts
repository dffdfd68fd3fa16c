/** Build step: CC-CEDICT, read both ways, becomes one sorted text file that is searched without being parsed. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { pinyin } from "pinyin-pro";
import { ANALYZER_VERSION, analyze } from "../analysis/tokens.ts";
import { DICTIONARY_PATH } from "./dictionary.ts";

/** Renderings kept for one word, best first. */
const KEPT = 30;
const LONGEST = 4;
/** Senses that say how a word is written or used rather than what it means. */
const NO_MEANING =
  /variant of|^(?:old )?surname|^abbr\. |^see (?:also )?[\p{Script=Han}]|^used in|^CL:|^Kangxi|^one of/iu;

/** Traditional, simplified, pinyin with tone numbers, one sense or several; the rest is not used here. */
export type Entry = readonly [string, string, string, string | readonly string[], ...unknown[]];
type Ranked = Map<string, Map<string, number>>;

/** English stems → Han words and Han words → English stems, each with its best renderings first. */
export function compile(entries: readonly Entry[]): string {
  const english: Ranked = new Map();
  const han: Ranked = new Map();
  for (const [, word, , senses] of entries) {
    if (!/^\p{Script=Han}{1,8}$/u.test(word)) continue;
    const list = typeof senses === "string" ? [senses] : senses;
    let rank = 0;
    for (const gloss of list.flatMap((sense) => sense.split(/[;；]/))) {
      const stems = stemsOf(gloss);
      if (stems === undefined) continue;
      const key = stems.join(" ");
      note(english, key, word, rank + (word.length === 2 ? 0 : word.length === 1 ? 3 : 1));
      note(han, word, key, rank + stems.length / 2);
      rank++;
    }
  }
  const lines = [...linesOf(english, "e"), ...linesOf(han, "z"), ...readings()];
  return lines
    .map((line) => Buffer.from(line))
    .sort(Buffer.compare)
    .join("\n");
}

function stemsOf(gloss: string): readonly string[] | undefined {
  const words = gloss
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .trim()
    .replace(/^(?:to be |to |the |an? )/i, "");
  if (words === "" || NO_MEANING.test(words) || /\p{Script=Han}|[":]/u.test(words)) return undefined;
  // "Chicago, USA", "Almaty, previous capital of Kazakhstan".
  const stems = [...new Set(analyze(words.split(",")[0] ?? "").map(({ term }) => term))];
  return stems.length > 0 && stems.length <= LONGEST ? stems : undefined;
}

function note(table: Ranked, key: string, value: string, rank: number): void {
  const row = table.get(key) ?? new Map<string, number>();
  row.set(value, Math.min(rank, row.get(value) ?? rank));
  table.set(key, row);
}

function* linesOf(table: Ranked, side: string): Iterable<string> {
  for (const [key, row] of table) {
    const best = [...row].sort((a, b) => a[1] - b[1]).slice(0, KEPT);
    yield `${side}${key}\t${best.map(([value]) => value).join(";")}`;
  }
}

/** The characters of each syllable: those that everyday texts use (GB 2312), in all their readings. */
function* readings(): Iterable<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const bySyllable = new Map<string, string>();
  for (const character of new TextDecoder("gbk").decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu) ??
    []) {
    const heard = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
    for (const syllable of new Set(heard.flatMap((one) => [one, one.replace("v", "u")])))
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? "") + character);
  }
  // 呣 and 嗯 (m, n, ng) would make syllables of half the English words.
  for (const [syllable, characters] of bySyllable)
    if (/[aeiouv]/.test(syllable)) yield `p${syllable}\t${characters}`;
}

/** Writes the file unless the one there was made from the same data by the same analyzer. */
async function main(): Promise<void> {
  // The package's own entry point parses and indexes more than is needed, and exports nothing else.
  const source = new URL("../data/all.js", import.meta.resolve("cc-cedict"));
  const header = `# CC-CEDICT (CC BY-SA 4.0, MDBG), ${statSync(source).size}, analyzer ${ANALYZER_VERSION}`;
  try {
    if (readFileSync(DICTIONARY_PATH, "utf8").startsWith(`${header}\n`)) return;
  } catch {
    // Not there yet.
  }
  const { default: data }: { default: { all: readonly Entry[] } } = await import(source.href);
  writeFileSync(DICTIONARY_PATH, `${header}\n${compile(data.all)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
