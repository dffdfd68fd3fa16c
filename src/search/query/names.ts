/** The names that publishers go by, for `source:`: known ones in any script, and the nearest to a misspelt one. */
import type { Publisher } from "../../article.ts";
import type { SourceNames } from "./query.ts";

export interface Sources extends SourceNames {
  /** The same key for every name of one publisher, in any script and case; "" for no name at all. */
  keyOf(name: string): string;
  /** Makes known a source that an article names, publisher of ours or not; true when it was not. */
  see(source: string): boolean;
}

/**
 * @param publishers those whose names are known from the start
 * @param fold brings a name to one script and case (traditional to simplified Chinese)
 */
export function createSources(publishers: readonly Publisher[], fold = (name: string) => name): Sources {
  /** Letters of a name → key of its publisher. */
  const keys = new Map<string, string>();
  /** Letters of a name → the name as it is written. */
  const written = new Map<string, string>();
  /** Letters of a name that nobody goes by → what is nearest; of no use once another name is known. */
  const misspelt = new Map<string, string | undefined>();
  const letters = (name: string) => lettersOf(fold(name));
  const know = (name: string, key: string): boolean => {
    const own = letters(name);
    if (own === "" || keys.has(own)) return false;
    keys.set(own, key);
    written.set(own, name);
    misspelt.clear();
    return true;
  };
  for (const { id, names, aliases = [] } of publishers)
    for (const name of [names.zh, names.en, names.ru, names.pinyin ?? "", ...aliases, id]) know(name, id);

  const keyOf = (name: string) => keys.get(letters(name)) ?? letters(name);
  return {
    keyOf,
    see: (source) => know(source, letters(source)),
    knows: (name) => keys.has(letters(name)),
    nearest(name) {
      const own = letters(name);
      if (!misspelt.has(own)) {
        if (misspelt.size >= REMEMBERED) misspelt.clear();
        misspelt.set(own, nearestOf(own, written));
      }
      return misspelt.get(own);
    },
  };
}

/** Look-ups that are remembered: one query is read several times. */
const REMEMBERED = 512;

/** The name whose letters are nearest; undefined when none is near. */
function nearestOf(own: string, written: ReadonlyMap<string, string>): string | undefined {
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const [other, as] of written) {
    const allowed = Math.max(1, Math.floor(Math.max(own.length, other.length) / 5));
    const begins = own.length > 1 && other.startsWith(own);
    if (!begins && Math.abs(own.length - other.length) > allowed) continue;
    const distance = begins ? 0.5 : editDistance(own, other);
    const near = distance <= allowed && distance < Math.min(own.length, other.length);
    if (near && (!nearest || distance < nearest.distance)) nearest = { name: as, distance };
  }
  return nearest?.name;
}

/** The letters and digits of a name, without accents, case, spaces, marks and a leading "the". */
function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^\s*the\s+/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Letters added, lost or changed between two names (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
