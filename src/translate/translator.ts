/** A translation server with LibreTranslate's API: asked through the network guard, checked, kept by article and language. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Language } from "../article.ts";
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import { errors } from "../i18n/translate.ts";
import { createGuard } from "../net/guard.ts";
import type { Health } from "../ops/health.ts";
import type { StateStore } from "../state/store.ts";
import { unfaithful } from "./check.ts";
import type { Translate } from "./translate.ts";

export interface TranslatorSettings {
  /** Address of the server, without `/translate`. */
  readonly url: string;
  readonly key?: string | undefined;
}

/** A headline must not keep a digest waiting for longer. */
const DEADLINE_MS = 4_000;
const MAX_BYTES = 512 * 1024;
/** Characters of one text, and of one request; what is longer stays as it is. */
const LONGEST = 2_000;
const LONGEST_REQUEST = 12_000;
/** After a failure nobody is asked for this long. */
const PAUSE_MS = 60_000;
/** How long a translation is kept, and how long is remembered that one was refused. */
const KEPT_MS = 90 * 86_400_000;
const REFUSED_MS = 7 * 86_400_000;

const ANSWER = z.object({ translatedText: z.union([z.string(), z.array(z.string())]) });
const LANGUAGES = z.array(z.object({ code: z.string() }));
const KEPT = z.object({ text: z.string().nullable() });

export function createTranslator(
  { url, key }: TranslatorSettings,
  store: StateStore,
  clock: Clock,
  health: Health,
): Pick<Translate, "texts"> {
  const base = url.replace(/(?<!\/)\/+$/, "");
  const guard = createGuard({ allowHosts: [new URL(url).host], clock });
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let codes: Promise<ReadonlyMap<Language, string>> | undefined;

  async function ask(path: string, body?: object): Promise<unknown> {
    const answer = await guard.fetch(`${base}${path}`, {
      method: body ? "POST" : "GET",
      headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      deadlineMs: DEADLINE_MS,
      maxBytes: MAX_BYTES,
    });
    if (answer.status !== 200) throw new Error(`the translator answered with status ${answer.status}`);
    return JSON.parse(new TextDecoder().decode(answer.bytes)) as unknown;
  }

  /** What the server calls the languages: some have zh, some zh-Hans. */
  async function languages(): Promise<ReadonlyMap<Language, string>> {
    const there = LANGUAGES.parse(await ask("/languages")).map(({ code }) => code);
    const found = new Map<Language, string>();
    for (const language of ["zh", "en", "ru"] as const) {
      const code =
        there.find((one) => one === language) ?? there.find((one) => one.startsWith(`${language}-`));
      if (code !== undefined) found.set(language, code);
    }
    return found;
  }

  async function translated(
    texts: readonly string[],
    from: Language,
    to: Language,
  ): Promise<readonly string[]> {
    codes ??= languages();
    const known = await codes.catch((thrown: unknown) => {
      codes = undefined;
      throw thrown;
    });
    const [source, target] = [known.get(from), known.get(to)];
    if (source === undefined || target === undefined)
      throw new Error(`the translator does not translate from ${from} to ${to}`);
    const one = async (q: string | readonly string[]) => {
      const body = { q, source, target, format: "text", ...(key && { api_key: key }) };
      return ANSWER.parse(await ask("/translate", body)).translatedText;
    };
    const [first = ""] = texts;
    const said = await one(texts.length === 1 ? first : texts);
    if (typeof said === "string" && texts.length > 1)
      throw new Error("the translator takes one text at a time");
    const list = typeof said === "string" ? [said] : said;
    if (list.length !== texts.length) throw new Error("the translator left something out");
    return list;
  }

  return {
    async texts(texts, article, from, to) {
      const keys = texts.map((text) => `translation:${article}/${to}:${hashOf(text)}`);
      const kept = await Promise.all(keys.map((one) => store.get(one).catch(() => undefined)));
      const known = kept.map((value) => KEPT.safeParse(value).data);
      const wanted = within(texts, (at) => known[at] === undefined);
      const results = known.map((one) => one?.text ?? undefined);
      if (wanted.length === 0 || clock.monotonic() < pausedUntil) return results;
      try {
        const said = await translated(
          wanted.map((at) => texts[at] ?? ""),
          from,
          to,
        );
        for (const [nth, at] of wanted.entries()) {
          const original = texts[at] ?? "";
          const text = tidy(said[nth] ?? "");
          const faithful = unfaithful(text, to, original) === undefined;
          if (faithful) results[at] = text;
          const value = { text: faithful ? text : null };
          await store.set(keys[at] ?? "", value, faithful ? KEPT_MS : REFUSED_MS).catch(() => undefined);
        }
        health.well("translator");
      } catch (thrown) {
        pausedUntil = clock.monotonic() + PAUSE_MS;
        const why = reasonOf(thrown);
        health.worse("translator", errors.translatorAway(why));
      }
      return results;
    },
  };
}

/** Places of the texts that are to be sent: not longer than allowed, one by one and together. */
function within(texts: readonly string[], needed: (at: number) => boolean): readonly number[] {
  let room = LONGEST_REQUEST;
  return texts.flatMap((text, at) => {
    if (!needed(at) || text.trim() === "" || text.length > LONGEST || text.length > room) return [];
    room -= text.length;
    return [at];
  });
}

function tidy(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
