/** An article on its way in: what an importer could read, completed and checked before it becomes an Article. */
import * as z from "zod";
import type { Article, ArticleKind, Language } from "../article.ts";
import { BotError } from "../errors.ts";
import { UNREADABLE } from "../i18n/library.ts";
import type { Words } from "../i18n/words.ts";
import { languageOf } from "../language/detect.ts";
import { namedFields } from "./field-names.ts";
import { articleId } from "./identity.ts";
import { wants } from "./unreadable.ts";

/** Everything but title-or-body is optional; `published` may be any date; one without a zone is UTC, or the reader's. */
export interface Draft {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly source?: string | undefined;
  readonly url?: string | null | undefined;
  readonly published?: string | number | null | undefined;
  readonly language?: string | undefined;
  readonly kind?: ArticleKind | undefined;
  readonly copies?: readonly { readonly source: string; readonly url: string }[] | undefined;
  readonly formerTitles?: readonly string[] | undefined;
}

const text = (most: number) => z.string().max(most);
const shape = z.object({
  id: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u))
    .optional(),
  title: text(1_000).default(""),
  body: text(2_000_000).default(""),
  source: text(200).default(""),
  url: z.string().refine(isWebAddress).transform(written).nullable().default(null),
  published: z.union([z.string(), z.number(), z.null()]).default(null),
  language: z.string().optional(),
  kind: z.enum(["article", "excerpt", "summary"]).default("article"),
  copies: z
    .array(z.object({ source: z.string(), url: z.string().refine(isWebAddress).transform(written) }))
    .optional(),
  formerTitles: z.array(z.string()).optional(),
});

/** A date as people write it, to an instant, in the zone that its source and language suggest; null when it is none. */
export type ReadLocal = (written: string, source: string, language: Language) => string | null;

/**
 * Completes and checks a draft.
 * @param taken ids that other articles have; a computed id that is taken is lengthened
 * @param readLocal reads dates that are written otherwise than machines do, or without a zone
 * @throws BotError("bad-input") that names the field, what it got and what it wants
 */
export function toArticle(
  draft: unknown,
  taken: (id: string, article: Omit<Article, "id">) => boolean = () => false,
  readLocal: ReadLocal | null = null,
): Article {
  const read = shape.safeParse(given(draft));
  if (!read.success) throw new BotError("bad-input", sentenceFor(read.error.issues[0], draft));
  const { id, copies, formerTitles, ...rest } = read.data;
  const title = tidy(rest.title).replace(/\s+/g, " ");
  const body = tidy(rest.body);
  if (!title && !body) throw new BotError("bad-input", UNREADABLE.nothing);
  const source = tidy(rest.source);
  const language = toLanguage(rest.language) ?? languageOf(body || title);
  const local = readLocal && ((written: string) => readLocal(written, source, language));
  const article = {
    title: title || firstWords(body),
    body,
    source,
    published: toInstant(rest.published, local),
    language,
    kind: rest.kind,
    url: rest.url,
    ...(copies && { copies }),
    ...(formerTitles && { formerTitles }),
  };
  return { id: id ?? articleId(article, (one) => taken(one, article)), ...article };
}

/** What is null or empty is not given: tables turned into JSON Lines write it so. */
function given(draft: unknown): unknown {
  if (typeof draft !== "object" || draft === null || Array.isArray(draft)) return draft;
  return namedFields({ ...draft }).fields;
}

/** An address as it goes into files and terminals: what no reader sees stands in it as %1B does; all else as it came. */
function written(address: string): string {
  return /[\p{Cc}\p{Cf}\p{Z}]/u.test(address) ? new URL(address).href : address;
}

/** Removes what no reader sees: control characters, lone surrogates, a byte-order mark, odd line ends. */
function tidy(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffd-\uffff]/g, "")
    .trim();
}

function firstWords(body: string): string {
  const line = body.split("\n")[0] ?? "";
  return line.length <= 80
    ? line
    : `${line
        .slice(0, 79)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
}

/** As programs write it: with its zone, or a day alone. */
const EXACT = /^\s*\d{4}-\d{2}-\d{2}(?:T[\d:.]+\s?(?:Z|[+-]\d{2}:?\d{2}))?\s*$/i;

function toInstant(
  published: string | number | null,
  local: ((written: string) => string | null) | null,
): string | null {
  if (published === null || published === "") return null;
  if (local && typeof published === "string" && !EXACT.test(published)) {
    const instant = local(published);
    if (instant === null) throw new BotError("bad-input", UNREADABLE.noDate(published));
    return instant;
  }
  const ms = typeof published === "number" ? asMs(published) : Date.parse(asIso(published));
  const year = new Date(ms).getUTCFullYear();
  const rolledOver = typeof published === "string" && !sameDay(published, ms);
  if (Number.isNaN(ms) || year < 1900 || year > 2200 || rolledOver) {
    throw new BotError("bad-input", UNREADABLE.noDate(String(published)));
  }
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

/** Seconds or milliseconds since 1970; as milliseconds, numbers so small would be in 1973 or before. */
function asMs(epoch: number): number {
  return Math.abs(epoch) < 100_000_000_000 ? epoch * 1000 : epoch;
}

/** Without a reader of other dates, one without a zone is UTC, whatever zone this machine is in. */
function asIso(text: string): string {
  const plain = text
    .trim()
    .replace(
      /^(\d{4})\s?[年./]\s?(\d{1,2})\s?[月./]\s?(\d{1,2})\s?日?(?!\d)/,
      (_, y, m, d) => `${y}-${two(m)}-${two(d)}`,
    )
    .replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/, (_, d, m, y) => `${y}-${two(m)}-${two(d)}`);
  const local = /^(\d{4}-\d{2}-\d{2})[T ,]+(\d{1,2}):(\d{2}(?::\d{2}(?:\.\d+)?)?)$/.exec(plain);
  return local ? `${local[1]}T${two(local[2])}:${local[3]}Z` : plain;
}

function two(digits = ""): string {
  return digits.padStart(2, "0");
}

const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const NAMED =
  /(?<!\d)(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3})[a-z]{0,6}\.?,?[\s-]|([a-z]{3})[a-z]{0,6}\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s)(\d{4})(?!\d)/i;

/** `Date.parse` reads 2025-02-30 as 2 March, and so 30 Feb 2025. */
function sameDay(text: string, ms: number): boolean {
  const [, before, first = "", second = "", after, year] = NAMED.exec(text) ?? [];
  const month = MONTHS.indexOf((first || second).toLowerCase()) / 3;
  const date = Number(before ?? after);
  if (year && Number.isInteger(month) && new Date(Date.UTC(Number(year), month, date)).getUTCDate() !== date)
    return false;
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(text.trim());
  if (!day || Number.isNaN(ms)) return true;
  const given = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
  return given.getUTCDate() === Number(day[3]);
}

function toLanguage(tag: string | undefined): Language | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return (["zh", "en", "ru"] as const).find((known) => known === language);
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password;
}

function sentenceFor(issue: z.core.$ZodIssue | undefined, draft: unknown): Words {
  const field = String(issue?.path[0] ?? "");
  if (!issue || !field) return UNREADABLE.notAnObject;
  const written = String(JSON.stringify((draft as Record<string, unknown>)[field]));
  const got = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  const most = issue.code === "too_big" ? Number(issue.maximum) : undefined;
  return UNREADABLE.wrongField(field, got, wants(field, most));
}
