/** Forms that settings have: addresses, ports, lists, secrets. */
import * as z from "zod";

export const port = z.coerce
  .number("a port number")
  .int("a whole port number")
  .min(1, "a port from 1 to 65535")
  .max(65535, "a port from 1 to 65535");

export const url = z.url({ protocol: /^https?$/, error: "an address that begins with http:// or https://" });

/** Web addresses with commas between; names and passwords have variables of their own. */
export const urls = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim().replace(/(?<!\/)\/+$/, "")))
  .refine(
    (all) => all.every((one) => url.safeParse(one).success && new URL(one).username === ""),
    "addresses that begin with http:// or https://, with commas between, without a name and password in them",
  );

export const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

export const secret = z.string().min(1);

/** One secret, or several with commas between: the first seals, all of them open. */
export const sealingSecrets = z
  .string()
  .refine(
    (text) => text.split(",").every((part) => part.trim().length >= 16),
    "a secret of at least 16 characters; after it, with a comma, older ones that still have to open",
  );

export const token = (prefix: string) => z.string().startsWith(prefix, `a token that begins with ${prefix}`);

/** What the environment says of some variables; what is empty is not there. */
export type Given = Readonly<Record<string, string | undefined>>;

/** How a person who runs the bot is written in SCO_OPERATORS. */
export interface OperatorForm {
  readonly form: RegExp;
  /** For people: `slack:TEAM/USER`. */
  readonly written: string;
}

/** What reading the settings needs of a platform; `src/platform.ts` makes the whole of it. */
export interface PlatformSettings {
  /** Lower case; it stands in keys and metrics. */
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  /** The platform's own variables, each as zod checks it. */
  readonly variables: z.ZodRawShape;
  /** Those whose values must never be printed. */
  readonly secrets: readonly string[];
  /** Secrets that are no settings, by their form: `/\bxoxb-[\w-]+/g`. */
  readonly secretForm?: RegExp;
  readonly operators: OperatorForm;
  /** What does not go together, a sentence a fault. */
  readonly faults?: (given: Given) => readonly string[];
  /** Whether the settings ask for it. */
  configured(config: { readonly given: Given }): boolean;
}

/** Faults of a variable that makes no sense without others. */
export function missingPartners(
  given: Given,
  name: string,
  partners: readonly string[],
  why: string,
): readonly string[] {
  const missing = partners.filter((partner) => !given[partner]);
  if (!given[name] || missing.length === 0) return [];
  return [`${name} is set but ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not; ${why}.`];
}
