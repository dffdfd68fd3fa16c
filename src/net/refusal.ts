/** Why something could not be fetched: a kind for programs, a sentence in three languages for people. */
import { BotError } from "../errors.ts";
import { errors, REFUSALS } from "../i18n/net.ts";
import type { Words } from "../i18n/words.ts";
import { shownAddress } from "../mask.ts";

/** What to do about a status; nothing to say of most. */
function afterStatus(code: string): Words {
  if (code === "404" || code === "410") return errors.moved;
  if (code === "401" || code === "403" || code === "451") return errors.refused;
  if (code === "429" || /^5/.test(code)) return errors.overloaded;
  return { en: "", zh: "", ru: "" };
}

const SENTENCES = { ...REFUSALS, status: (what: string) => errors.status(what, afterStatus(what)) };

export type RefusalKind = keyof typeof SENTENCES;

/** Kinds that say "never": asking again cannot help until somebody changes the address or the settings. */
const FORBIDDEN: readonly RefusalKind[] = ["url", "scheme", "credentials", "port", "address", "robots"];

export class Refusal extends BotError {
  readonly kind: RefusalKind;

  /** @param what the host, scheme, number or cause that the sentence names */
  constructor(kind: RefusalKind, what: string, options?: ErrorOptions) {
    const code = FORBIDDEN.includes(kind) ? "forbidden" : "unavailable";
    super(code, SENTENCES[kind](shownAddress(what).slice(0, 200)), options);
    this.kind = kind;
  }
}

/** The code of a system error (`ENOTFOUND`), or "" when it has none. */
export function codeOf(thrown: unknown): string {
  const holder: object = typeof thrown === "object" && thrown !== null ? thrown : {};
  return "code" in holder ? String(holder.code ?? "") : "";
}
