/** What a person is told when a source of translations cannot be read. */
import { missing } from "../i18n/language.ts";
import type { Words } from "../i18n/words.ts";

export type SourceName = "glossary" | "dictionary";

/** What works less well, and what to do. */
export const MISSING: Readonly<Record<SourceName, Words>> = missing;
