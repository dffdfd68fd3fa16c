/** WordNet: English words that may stand for each other, by their stems: they mean the same, are made from one word, or one is the kind of the other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isStopWord, stem } from "../words.ts";
import { note, type RankedRenderings } from "./rows.ts";

/** What a relation counts beside a word that means the same. */
const STRENGTH = { same: 1, made: 0.9, kind: 0.4 };
/** Both words have to mean this together at least so likely. */
const LEAST = 0.06;
/** Related words kept for one stem. */
const KEPT = 8;

interface Sense {
  readonly lemma: string;
  /** The letter of its part of speech and its place in that file. */
  readonly synset: string;
  /** How often it was found in tagged texts. */
  readonly count: number;
}

interface Pointer {
  readonly kind: string;
  readonly to: string;
  /** Which words of both, from 1; 0 for all. */
  readonly from: number;
  readonly at: number;
}

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

const FILES = { n: "noun", v: "verb", a: "adj", r: "adv" } as const;
const POS = ["", "n", "v", "a", "r", "a"];

/** For each stem the stems that may stand for it, likeliest first. @param folder of WordNet's database files */
export function readWordNet(folder: string): RankedRenderings {
  const senses = linesIn(folder, "index.sense").map(readSense);
  const share = sharesOf(senses);
  const synsets = new Map<string, Synset>();
  for (const [part, name] of Object.entries(FILES))
    for (const line of linesIn(folder, `data.${name}`)) {
      const [offset = "", ...fields] = line.split(" ");
      synsets.set(part + offset, readSynset(fields, part));
    }
  const table: RankedRenderings = new Map();
  const link = (lemma: string, own: string, word: string, its: string, strength: number) => {
    const likely = strength * share(lemma, own) * share(word, its);
    const [one, other] = [stemOf(lemma), stemOf(word)];
    if (likely >= LEAST && one !== undefined && other !== undefined && one !== other)
      note(table, one, other, -likely);
  };
  for (const { lemma, synset } of senses) {
    const { words = [], pointers = [] } = synsets.get(synset) ?? {};
    for (const word of words) link(lemma, synset, word, synset, STRENGTH.same);
    for (const { kind, to, from, at } of pointers) {
      const others = synsets.get(to)?.words ?? [];
      if (kind === "+" && words[from - 1] === lemma)
        link(lemma, synset, others[at - 1] ?? "", to, STRENGTH.made);
      if (kind === "@") for (const word of others) link(lemma, synset, word, to, STRENGTH.kind);
    }
  }
  return new Map(
    [...table].map(([one, row]) => [one, new Map([...row].sort((a, b) => a[1] - b[1]).slice(0, KEPT))]),
  );
}

/** How likely a word is meant in one of its senses, by how often each was found; one that never was counts a little. */
function sharesOf(senses: readonly Sense[]): (lemma: string, synset: string) => number {
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { lemma, synset, count } of senses) {
    counts.set(`${lemma} ${synset}`, count + 0.5);
    totals.set(lemma, (totals.get(lemma) ?? 0) + count + 0.5);
  }
  return (lemma, synset) => (counts.get(`${lemma} ${synset}`) ?? 0) / (totals.get(lemma) ?? 1);
}

const linesIn = (folder: string, name: string): readonly string[] =>
  readFileSync(join(folder, name), "latin1")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

/** `lex_filenum ss_type w_cnt word lex_id [word lex_id…] p_cnt [ptr…]`; w_cnt and places of words are hexadecimal. */
function readSynset(fields: readonly string[], part: string): Synset {
  const count = Number.parseInt(fields[2] ?? "0", 16);
  const words = Array.from({ length: count }, (_, i) =>
    (fields[3 + 2 * i] ?? "").replace(/\(\w+\)$/, "").toLowerCase(),
  );
  const start = 3 + 2 * count;
  const pointers = Array.from({ length: Number(fields[start] ?? 0) }, (_, i): Pointer => {
    const [kind = "", offset = "", pos = part, places = "0000"] = fields.slice(start + 1 + 4 * i);
    return {
      kind,
      to: (pos === "s" ? "a" : pos) + offset,
      from: Number.parseInt(places.slice(0, 2), 16),
      at: Number.parseInt(places.slice(2), 16),
    };
  });
  return { words, pointers };
}

/** `lemma%ss_type:lex_filenum:lex_id:head:head_id offset sense_number tag_cnt` */
function readSense(line: string): Sense {
  const [key = "", offset = "", , count = "0"] = line.split(" ");
  const [lemma = "", lex = ""] = key.split("%");
  return { lemma, synset: (POS[Number(lex[0])] ?? "") + offset, count: Number(count) };
}

function stemOf(word: string): string | undefined {
  return /^[a-z]{3,}$/.test(word) && !isStopWord(word) ? stem(word) : undefined;
}
