/** One entry of the list of feeds: what may stand in it, and what is said of one that is wrong. */
import * as z from "zod";
import { entryWants, errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import { isZone } from "../time.ts";

const path = z.string().regex(/^\S.{0,300}$/, "path");

export const entry = z.object({
  // An address with a name and password is refused when it is fetched, and the list is shown to everybody.
  url: z
    .url({ protocol: /^https?$/, error: "address" })
    .refine((url) => !/^[^:]+:\/+[^/?#]*@/.test(url), "open"),
  /** Any name of a publisher of corpus/sources.json, or another name. */
  publisher: z.string().min(1).optional(),
  /** Other lists call it this. */
  name: z.string().min(1).optional(),
  pack: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/, "pack")
    .optional(),
  language: z.enum(["zh", "en", "ru"], "language").optional(),
  zone: z.string().refine(isZone, "zone").optional(),
  clock: z.enum(["local", "stated"], "clock").optional(),
  filter: z.string().optional(),
  links: z.string().optional(),
  pages: z.boolean("truth").default(true),
  keep: z.enum(["excerpt", "full"], "keep").default("full"),
  robots: z.boolean("truth").default(true),
  archive: z.boolean("truth").default(false),
  agent: z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/, "agent")
    .optional(),
  mapping: z
    .strictObject(
      {
        items: path.default("$"),
        title: path,
        url: path.optional(),
        date: path.optional(),
        text: path.optional(),
        id: path.optional(),
      },
      "mapping",
    )
    .optional(),
  guess: z.boolean("truth").default(false),
  grade: z.string().max(20).optional(),
  remark: z.string().max(500).optional(),
});
export type FeedEntry = z.output<typeof entry>;

/** What an entry wants, by the word that the schema fails with. */
const WANTS: Readonly<Record<string, Words>> = entryWants;

/** What is wrong with the entry of this number, counted from 1. */
export function wrongEntry(number: number, { path: at, message }: z.core.$ZodIssue): Words {
  const field = at.join(".") || "url";
  const wanted = WANTS[at.length === 0 ? "address" : message] ?? errors.text;
  return errors.wrongEntry(number, field, wanted);
}
