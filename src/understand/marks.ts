/** Words that tell what is wanted, by what they do in a wish; they stand in corpus/wishes.tsv. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anywhere, words } from "../language/when/pattern.ts";
import { once } from "../once.ts";
import { root } from "../root.ts";

/** What a word does in a wish: it stops something, names a summary, points at an article … */
export const MARKS = [
  "stop",
  "pause",
  "resume",
  "change",
  "summary",
  "alert",
  "watch",
  "send",
  "once",
  "set",
  "show",
  "sent",
  "ask",
  "follows",
  "everywhere",
  "language",
  "zone",
  "quiet",
  "audience",
  "everybody",
  "channel",
  "forget",
  "help",
  "feeds",
  "outlets",
  "yours",
  "status",
  "read",
  "open",
  "link",
  "related",
  "why",
  "matched",
  "latest",
  "news",
  "happened",
  "search",
  "this",
  "told",
  "develops",
  "compares",
  "covers",
  "trend",
  "translate",
  "press",
] as const;
export type SentenceMark = (typeof MARKS)[number];

/** A line of the file: words of one language that do one thing, and a sentence that has one of them. */
export interface MarkRow {
  readonly mark: SentenceMark;
  readonly language: string;
  readonly words: string;
  readonly example: string;
}

/** @throws when a line of the file is not of this form */
export function readMarks(): readonly MarkRow[] {
  const lines = readFileSync(join(root, "corpus", "wishes.tsv"), "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line === "" || line.startsWith("#")) return [];
    const [name, language, source, example] = line.split("\t");
    const mark = MARKS.find((known) => known === name);
    if (!mark || !language || !source || !example) throw new Error(`corpus/wishes.tsv, line ${at + 1}`);
    return [{ mark, language, words: source, example }];
  });
}

const patterns = once(() => {
  const found = new Map<SentenceMark, RegExp[]>();
  for (const { mark, language, words: source } of readMarks()) {
    const pattern = language === "zh" ? anywhere(source) : words(source);
    found.set(mark, [...(found.get(mark) ?? []), pattern]);
  }
  return found;
});

/** Whether a text in lower case has a word of that kind. */
export function has(low: string, mark: SentenceMark): boolean {
  return (patterns().get(mark) ?? []).some((pattern) => low.search(pattern) >= 0);
}

/** Where the words of that kind stand. */
export function marksOf(low: string, mark: SentenceMark): readonly (readonly [start: number, end: number])[] {
  return (patterns().get(mark) ?? []).flatMap((pattern) =>
    [...low.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
  );
}
