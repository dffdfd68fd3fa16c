/**
 * How close articles are to a query. Models put all texts of a language, and all queries, close together: what is common to
 * them is taken away before anything is compared ("centring"), and each language is held against itself.
 */
import type { Article, Language } from "../article.ts";
import type { VectorRow } from "./rows.ts";

/** Articles of a language that stand for all of them, and how many there must be before anything is said. */
const SAMPLE = 64;
const FEWEST = 8;
/** An article so many standard deviations above the mean of its language is as close as any. */
const DEVIATIONS = 4;

interface Entry {
  readonly language: Language;
  /** Of the title with the lead first, then of paragraphs. */
  readonly rows: readonly VectorRow[];
}

/** What is common to the articles of a language. */
interface Common {
  readonly mean: Float32Array;
  /** Square of the mean's length. */
  readonly square: number;
  /** How far a row is from the mean; worked out once. */
  readonly apart: WeakMap<VectorRow, number>;
}

export interface Space {
  put(article: Pick<Article, "id" | "language">, rows: readonly VectorRow[]): void;
  remove(id: string): void;
  /**
   * @param query its vector
   * @param typical the mean of typical queries of its language, of length one each
   * @returns how close an article is, in [0, 1]; undefined where that is not known
   */
  measure(query: Float32Array, typical: Float32Array): (id: string) => number | undefined;
}

export function createSpace(): Space {
  const entries = new Map<string, Entry>();
  /** By language, the ids that sort first: ids are hashes, so these are as good as drawn by lot. */
  const samples = new Map<Language, string[]>();
  const commons = new Map<Language, Common>();

  function leave(id: string): void {
    const language = entries.get(id)?.language;
    entries.delete(id);
    const sample = language && samples.get(language);
    if (!sample?.includes(id)) return;
    sample.splice(sample.indexOf(id), 1);
    commons.delete(language as Language);
  }

  function join(id: string, language: Language): void {
    const sample = samples.get(language) ?? [];
    samples.set(language, sample);
    if (sample.length === SAMPLE && id > (sample.at(-1) ?? "")) return;
    sample.push(id);
    sample.sort();
    sample.splice(SAMPLE);
    commons.delete(language);
  }

  function commonOf(language: Language): Common {
    const known = commons.get(language);
    if (known) return known;
    const leads = (samples.get(language) ?? []).flatMap((id) => entries.get(id)?.rows[0] ?? []);
    const mean = meanOf(leads.map(({ values, length }) => Float32Array.from(values, (one) => one / length)));
    const common = { mean, square: dot(mean, mean), apart: new WeakMap() };
    commons.set(language, common);
    return common;
  }

  return {
    put(article, rows) {
      leave(article.id);
      if (rows.length === 0) return;
      entries.set(article.id, { language: article.language, rows });
      join(article.id, article.language);
    },
    remove: leave,
    measure(query, typical) {
      const centred = unit(unit(query).map((one, i) => one - (typical[i] ?? 0)));
      const closeness = ({ language, rows }: Entry): number => {
        const common = commonOf(language);
        const away = awayFrom(common);
        return Math.max(
          ...rows.map((row) => (dot(centred, row.values) / row.length - away) / apart(row, common)),
        );
      };
      const aways = new Map<Common, number>();
      const awayFrom = (common: Common): number => {
        const away = aways.get(common) ?? dot(centred, common.mean);
        aways.set(common, away);
        return away;
      };
      const scales = new Map<Language, { readonly mean: number; readonly deviation: number } | undefined>();
      const scaleOf = (language: Language) => {
        if (scales.has(language)) return scales.get(language);
        const sample = (samples.get(language) ?? []).flatMap((id) => entries.get(id) ?? []);
        const scale = sample.length < FEWEST ? undefined : scaleFrom(sample.map(closeness));
        scales.set(language, scale);
        return scale;
      };
      return (id) => {
        const entry = entries.get(id);
        const scale = entry && scaleOf(entry.language);
        if (!entry || !scale) return undefined;
        const deviations = (closeness(entry) - scale.mean) / scale.deviation;
        return Math.min(1, Math.max(0, deviations / DEVIATIONS));
      };
    },
  };
}

/** How far a row of length one is from the mean. */
function apart(row: VectorRow, { mean, square, apart }: Common): number {
  const known = apart.get(row);
  if (known !== undefined) return known;
  const distance = Math.sqrt(Math.max(1e-6, 1 - (2 * dot(mean, row.values)) / row.length + square));
  apart.set(row, distance);
  return distance;
}

function scaleFrom(numbers: readonly number[]) {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const variance = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** The mean of vectors of length one. */
export function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  return mean.map((one) => one / vectors.length);
}

/** A vector of length one in the same direction. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((one) => one / length);
}

function dot(a: Float32Array, b: Float32Array | Int8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
