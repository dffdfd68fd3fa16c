/**
 * The publishers of corpus/sources.json, and finding one by any of its names. Links stand there only in forms that are
 * known to work: `page` is the paper's page of a day, `search` a search at the publisher.
 */
import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { Publisher } from "../article.ts";
import { simplifyHan } from "../language/han.ts";
import { isZone } from "../time.ts";

const address = z.url({ protocol: /^https?$/ });
const template = z.string().regex(/^https?:\/\//);
const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{2,30}$/),
    names: z.strictObject({ zh: z.string(), en: z.string(), ru: z.string(), pinyin: z.string() }),
    aliases: z.array(z.string()).default([]),
    home: address,
    country: z.string().regex(/^[A-Z]{2}$/),
    zone: z.string().refine(isZone, "a time zone such as Asia/Shanghai"),
    colour: z.string().regex(/^#[0-9a-f]{6}$/),
    links: z
      .strictObject({ search: template.optional(), page: template.optional() })
      .transform(({ search, page }) => ({ ...(search && { search }), ...(page && { page }) }))
      .default({}),
  }),
);

/** @throws when the file cannot be read or breaks the schema; the message names the entry */
export async function readPublishers(file: string): Promise<readonly Publisher[]> {
  const read = schema.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/** Names compare without case, spaces, accents, punctuation and old characters: `renminribao` is Ren Min Ri Bao. */
export function nameKey(name: string): string {
  return simplifyHan(name)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^the(?=.)/, "");
}

/** Finds publishers by name in any script; two publishers with one name are a fault of the file. */
export function indexPublishers(publishers: readonly Publisher[]): (name: string) => Publisher | undefined {
  const byName = new Map<string, Publisher>();
  for (const publisher of publishers) {
    const { names, aliases = [], id } = publisher;
    for (const name of [id, names.zh, names.en, names.ru, names.pinyin ?? "", ...aliases]) {
      const key = nameKey(name);
      const other = byName.get(key);
      if (other && other !== publisher)
        throw new Error(`the name "${name}" belongs to ${other.id} and to ${publisher.id}`);
      if (key) byName.set(key, publisher);
    }
  }
  return (name) => byName.get(nameKey(name));
}
