/** Articles as Markdown files: YAML front matter for what a machine needs, below it the text for people. */
import { parseDocument, stringify } from "yaml";
import type { Article } from "../article.ts";
import { type Draft, DraftError } from "./draft.ts";

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Whether a text begins with front matter. */
export function hasFrontMatter(text: string): boolean {
  return /^---\r?\n/.test(text);
}

/** @throws DraftError when the front matter is not closed or not YAML */
export function readMarkdown(text: string): Draft {
  const fence = FENCE.exec(text);
  if (!fence) throw new DraftError("its front matter does not end with a line of three dashes");
  const document = parseDocument(fence[1] ?? "", { schema: "core" });
  const fault = document.errors[0];
  if (fault) throw new DraftError(`its front matter is not YAML: ${fault.message.split("\n")[0]}`);
  const fields: unknown = document.toJS({ maxAliasCount: 0 });
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw new DraftError("its front matter has no fields");
  }
  return { ...(fields as Draft), body: text.slice(fence[0].length).trim() };
}

/** The file of an article; reading it gives the same article back. */
export function writeMarkdown(article: Article): string {
  const { body, url, ...fields } = article;
  return `---\n${stringify({ ...fields, ...(url && { url }) }, { lineWidth: 0 })}---\n\n${body}\n`;
}
