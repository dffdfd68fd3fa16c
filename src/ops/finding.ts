/** What an examination found: one line each, green or what to do. */
import type { Words } from "../i18n/words.ts";

export interface Finding {
  /** What was looked at: "node", "redis", "slack". */
  readonly part: string;
  /** bad: something must be done. warn: it works, but not as well as it could. */
  readonly state: "ok" | "warn" | "bad";
  readonly words: Words;
}

/** Looks at one part; it reports what goes wrong, it does not throw. */
export type Examine = () => Promise<readonly Finding[]>;

const finding =
  (state: Finding["state"]) =>
  (part: string, words: Words): Finding => ({ part, state, words });
export const ok = finding("ok");
export const warn = finding("warn");
export const bad = finding("bad");
