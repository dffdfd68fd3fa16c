/** What a sentence was understood to ask for. */
import type { Words } from "../i18n/words.ts";
import type { Mood } from "./small-talk.ts";

export interface Understood {
  /** The command line that does it; null for small talk and where a question is put back. */
  readonly line: string | null;
  /** Whether nothing else can be meant. */
  readonly certain: boolean;
  /** The question that is put back. */
  readonly ask?: Words;
  /** It changes what others get, so it is shown and done only once somebody says yes. */
  readonly confirm?: true;
  readonly mood?: Mood;
  /** What the bot cannot do of what was asked, in a sentence. */
  readonly note?: Words;
}

export const does = (line: string, certain = true): Understood => ({ line, certain });
export const confirms = (line: string, certain = true, note?: Words): Understood => ({
  line,
  certain,
  confirm: true,
  ...(note && { note }),
});
export const puts = (ask: Words): Understood => ({ line: null, certain: false, ask });
