/** Russian forms and the dictionary forms that they are of, for those whose stem does not tell. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Az from "az";
import { type Country, countries } from "../countries.ts";
import type { GlossaryEntry } from "../glossary.ts";
import { casesOf } from "../russian/cases.ts";
import { plainStem } from "../russian/stem.ts";

/** Words that say little by themselves leave their forms to others (стали is of сталь, дали of даль). */
const LIGHT = new Set("стать быть мочь дать деть знать идти весть вести есть".split(" "));
/** How much likelier than its share a part of speech is meant in what people look for. */
const MEANT: Readonly<Record<string, number>> = { NOUN: 2, ADJF: 1.5, ADJS: 1 };

const VERBAL = new Set(["INFN", "VERB", "PRTF", "PRTS", "GRND"]);
/** A word so far down the list counts half. */
const COMMON = 10_000;
/** What a country's name ends in beside its root. */
const ENDING = /(?:[иьы]?[аяей]|[оуыий])$/u;
/** Forms that news does not write: commands, highest degrees, "a little more …". */
const UNWRITTEN = ["impr", "Supr", "COMP"];

/** The rows as a file: sorted by their bytes, a form, a tab and a stem. @param table lines that begin with a word and a tab */
export async function compileLemmas(table: string, names: ReadonlyMap<string, string>): Promise<string> {
  const words = table
    .split(/\r?\n/)
    .flatMap((line) => (line === "" || line.startsWith("#") ? [] : [line.split("\t")[0] ?? ""]));
  const rows = await lemmaRows(words, names);
  return [...rows]
    .map(([form, stem]) => Buffer.from(`${form}\t${stem}`))
    .sort(Buffer.compare)
    .join("\n");
}

/** Each form of the names of one word, and of people's names, with the name. */
export function nameForms(
  countries: readonly Country[],
  glossary: readonly GlossaryEntry[],
): Map<string, string> {
  const forms = new Map<string, string>();
  const add = (name: string) => {
    const [only, another] = casesOf(name);
    if (only && !another) for (const form of only) if (!forms.has(form)) forms.set(form, folded(name));
  };
  for (const { ru } of countries) for (const name of ru) if (/^\p{Lu}\p{Ll}/u.test(name)) add(name);
  for (const { kind, ru } of glossary)
    for (const name of ru)
      if (kind === "person") for (const word of name.split(" ")) add(word);
      else if (kind === "place" && /^\p{Lu}\p{Ll}+$/u.test(name)) add(name);
  return forms;
}

interface Candidate {
  readonly lemma: string;
  readonly rank: number;
  readonly pos: string;
}

/**
 * Each form of the words, with the stem of the word that it is of, where the form's own stem is another.
 * @param words dictionary forms, the commonest first
 * @param names forms of names: they stay what they are, for a name is no common word (Путина, Лавров)
 */
async function lemmaRows(
  words: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  await openAz();
  const candidates = new Map<string, Candidate[]>();
  for (const [rank, word] of [...new Set(words.map(folded))].entries()) {
    if (!/^[а-я]+$/.test(word) || names.has(word)) continue;
    for (const parse of Az.Morph(word)) {
      if (parse.parser !== "Dictionary") continue;
      const forms = formsOf(parse);
      if (folded(parse.normalize(true).word) !== word && !forms.has(word)) continue;
      if (!isLemma(word, parse.tag.POS, forms)) continue;
      for (const form of forms) note(candidates, form, { lemma: word, rank, pos: parse.tag.POS });
    }
  }
  const lemmas = new Map(names);
  for (const [form, own] of candidates) {
    if (names.has(form)) continue;
    const { lemma, pos } = likeliest(form, own);
    // An adjective that is a verb's participle goes with the verb (открытый, принятый).
    const verb = pos === "ADJF" ? candidates.get(lemma)?.find((one) => one.pos === "INFN") : undefined;
    lemmas.set(form, verb?.lemma ?? lemma);
  }
  return exceptions(lemmas, countryNames());
}

/** The countries by their names of one word. */
const countryNames = (): ReadonlySet<string> =>
  new Set(countries().flatMap(({ ru }) => ru.filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name)).map(folded)));

/**
 * Every word gets the stem that most of its forms have by rule, but a rule may not make a common word of a country by
 * taking more than its ending (Армения would be армия); the rows are the forms that have another.
 */
function exceptions(lemmas: ReadonlyMap<string, string>, names: ReadonlySet<string>): Map<string, string> {
  const stems = new Map<string, Map<string, number>>();
  for (const [form, lemma] of lemmas) {
    const row = stems.get(lemma) ?? new Map<string, number>();
    const stem = plainStem(form);
    row.set(stem, (row.get(stem) ?? 0) + (stem.length > 2 ? 1 : 0.1));
    stems.set(lemma, row);
  }
  const chosen = new Map([...stems].map(([lemma, row]) => [lemma, mostOf(row)]));
  const common = new Set([...chosen].flatMap(([lemma, stem]) => (names.has(lemma) ? [] : [stem])));
  for (const name of names) {
    const root = name.replace(ENDING, "");
    const stem = chosen.get(name) ?? root;
    if (stem.length < root.length && common.has(stem)) chosen.set(name, root);
  }
  const rows = new Map<string, string>();
  for (const [form, lemma] of lemmas) {
    const stem = chosen.get(lemma) ?? plainStem(lemma);
    if (stem !== plainStem(form)) rows.set(form, stem);
  }
  return rows;
}

function mostOf(row: ReadonlyMap<string, number>): string {
  let best = "";
  for (const [stem, count] of row) if (count > (row.get(best) ?? 0)) best = stem;
  return best;
}

function openAz(): Promise<void> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve("az"))), "..", "dicts");
  return new Promise((resolve, reject) =>
    Az.Morph.init(folder, (error) =>
      error ? reject(error instanceof Error ? error : new Error(String(error))) : resolve(),
    ),
  );
}

function folded(word: string): string {
  return word.toLowerCase().replaceAll("ё", "е");
}

function formsOf(parse: ReturnType<typeof Az.Morph>[number]): Set<string> {
  const forms = new Set<string>();
  for (let i = 0; i < parse.formCnt; i++) {
    const form = parse.inflect(i);
    if (form && form.word.length > 1 && !UNWRITTEN.some((mark) => form.tag[mark] || form.tag.POS === mark))
      forms.add(folded(form.word));
  }
  return forms;
}

/** Whether a word is the dictionary form of a row of forms, and no case of another word. */
function isLemma(word: string, pos: string, forms: ReadonlySet<string>): boolean {
  if (pos === "INFN") return true;
  const [first] = forms;
  return (
    first === word && (pos === "NOUN" || pos === "ADJF" || pos === "NUMR" || pos === "ADVB" || pos === "VERB")
  );
}

function note(table: Map<string, Candidate[]>, form: string, candidate: Candidate): void {
  const row = table.get(form);
  if (!row) table.set(form, [candidate]);
  else if (!row.some(({ lemma, pos }) => lemma === candidate.lemma && pos === candidate.pos))
    row.push(candidate);
}

/** The word that a form is most likely of: by the dictionary's share, by the part of speech, then the commoner word. */
function likeliest(form: string, candidates: readonly Candidate[]): Candidate {
  const [first, ...others] = candidates;
  if (!first) throw new Error(`no word for ${form}`);
  if (others.every(({ lemma }) => lemma === first.lemma)) return first;
  const own = candidates.find(({ lemma }) => lemma === form);
  if (own && candidates.every(({ rank }) => rank >= own.rank)) return own;
  const parses = Az.Morph(form).map((parse) => ({ parse, lemma: folded(parse.normalize(true).word) }));
  const worth = ({ lemma, pos, rank }: Candidate) => {
    const share = Math.max(
      0.05,
      ...parses
        .filter(
          ({ parse, lemma: theirs }) => theirs === lemma || (pos === "INFN" && VERBAL.has(parse.tag.POS)),
        )
        .map(({ parse }) => parse.score),
    );
    return (share * (MEANT[pos] ?? 1) * (LIGHT.has(lemma) ? 0.05 : 1)) / (1 + rank / COMMON);
  };
  return candidates.reduce((best, one) => (worth(one) > worth(best) ? one : best), first);
}
