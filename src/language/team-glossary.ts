/** A team's own names, in the form of corpus/glossary.tsv: read on top of it, with every faulty line told. */
import { readFileSync, statSync } from "node:fs";
import { errors } from "../i18n/language.ts";
import { asIs, type Words } from "../i18n/words.ts";
import { type GlossaryEntry, parseGlossaryLine } from "./glossary.ts";

/** A larger file is no list of names. */
const MOST_BYTES = 2_000_000;
/** Faults that are told one by one. */
const MOST_FAULTS = 20;

export interface TeamGlossary {
  readonly entries: readonly GlossaryEntry[];
  /** One a line that cannot be used, with its number; the other lines are used. */
  readonly faults: readonly Words[];
}

/** Reads the file; never throws: what is wrong is among the faults. */
export function readTeamGlossary(path: string): TeamGlossary {
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) return { entries: [], faults: [unreadable(path, errors.tooLarge)] };
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { entries: [], faults: [unreadable(path, asIs(reason))] };
  }
  const entries: GlossaryEntry[] = [];
  const faults: Words[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const entry = parseGlossaryLine(line);
    if (entry) entries.push(entry);
    else if (faults.length < MOST_FAULTS) faults.push(faultOf(path, index + 1));
  }
  return { entries, faults };
}

function unreadable(path: string, reason: Words): Words {
  return errors.unreadableGlossary(path, reason);
}

function faultOf(path: string, line: number): Words {
  return errors.badGlossaryLine(line, path);
}
