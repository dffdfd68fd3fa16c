/** What every measure shows: a table by kind, sentences below it, and what was not right. */
import { readFile } from "node:fs/promises";
import { BotError, reasonOf } from "../errors.ts";
import { errors, sheet as say } from "../i18n/eval.ts";
import type { Locale } from "../i18n/words.ts";
import type { Block, Reply } from "../reply.ts";

export interface Sheet {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table. */
  readonly lines: readonly string[];
  /** What was not right, and what came instead; the first ones are shown. */
  readonly missed: readonly { readonly id: string; readonly asked: string; readonly got: string }[];
  /** What `--json` prints. */
  readonly data: object;
}

/** So many faults are shown. */
const SHOWN = 20;

/** One sheet or several as a reply; `data` is what `--json` prints. */
export function replyOf(sheets: readonly Sheet[], locale: Locale, data: object): Reply {
  return {
    summary: sheets.map(({ title }) => title).join(" · "),
    blocks: sheets.flatMap((sheet) => blocksOf(sheet, locale)),
    audience: "caller",
    outcome: "answered",
    data: rounded(data),
  };
}

function blocksOf({ title, head, rows, lines, missed }: Sheet, locale: Locale): Block[] {
  return [
    { kind: "heading", text: title },
    { kind: "table", head, rows },
    ...lines.map((line): Block => ({ kind: "prose", spans: [line] })),
    ...(missed.length > 0 ? [{ kind: "heading", text: say(locale).missed } as const] : []),
    ...missed.slice(0, SHOWN).map(
      ({ id, asked, got }): Block => ({
        kind: "prose",
        spans: [{ code: id }, ` ${asked} `, { dim: `→ ${got}` }],
      }),
    ),
  ];
}

/** Reads a judged file. @throws BotError("bad-input") saying which file and why */
export async function readJudgedFile<T>(file: string, read: (text: string) => T): Promise<T> {
  try {
    return read((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (thrown) {
    const reason = reasonOf(thrown).slice(0, 200);
    throw new BotError("bad-input", errors.unreadableFile(file, reason));
  }
}

/** A share as a percentage with one decimal. */
export const percent = (share: number): string => (share * 100).toFixed(1);

/** Numbers to four decimals; more would only be noise to read. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === "number" ? Math.round(part * 10_000) / 10_000 : part,
    ),
  ) as T;
}
