/** Articles as Markdown files: YAML front matter for what a machine needs, below it the text for people. */
import { createRequire } from "node:module";
import type { Article } from "../article.ts";
import { BotError } from "../errors.ts";
import { UNREADABLE } from "../i18n/library.ts";
import type { Draft } from "./draft.ts";

/** Loaded for front matter that is more than plain lines, and for writing: it takes longer than ten articles do. */
const yaml = (): typeof import("yaml") => createRequire(import.meta.url)("yaml");

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Whether a text begins with front matter. */
export function hasFrontMatter(text: string): boolean {
  return /^---\r?\n/.test(text);
}

/** @throws BotError("bad-input") when the front matter is not closed or not YAML */
export function readMarkdown(text: string): Draft {
  const fence = FENCE.exec(text);
  if (!fence) throw new BotError("bad-input", UNREADABLE.openFrontMatter);
  const fields = plainFields(fence[1] ?? "") ?? yamlFields(fence[1] ?? "");
  return { ...(fields as Draft), body: text.slice(fence[0].length).trim() };
}

/** `name: plain text` on every line, as the importer writes most files; null when any line needs a YAML parser. */
function plainFields(text: string): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] =
      /^([a-zA-Z]+): ([^\s"'[\]{}&*!|>%@`#,?:~-](?:(?!: | #).)*)$/.exec(line.trimEnd()) ?? [];
    if (!name || !value || name in fields || /^(null|true|false|yes|no|on|off)$/i.test(value)) return null;
    fields[name] = value;
  }
  return fields;
}

function yamlFields(text: string): Record<string, unknown> {
  const document = yaml().parseDocument(text, { schema: "core" });
  const fault = document.errors[0];
  if (fault) throw new BotError("bad-input", UNREADABLE.notYaml(fault.message.replace(/:?\n[\s\S]*/, "")));
  const fields: unknown = document.toJS({ maxAliasCount: 0 });
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw new BotError("bad-input", UNREADABLE.noFields);
  }
  return fields as Record<string, unknown>;
}

/** The file of an article; reading it gives the same article back. */
export function writeMarkdown(article: Article): string {
  const { body, url, ...fields } = article;
  return `---\n${yaml().stringify({ ...fields, ...(url && { url }) }, { lineWidth: 0 })}---\n\n${body}\n`;
}
