/** The known word that a mistyped one was probably meant to be. */
import { editsBetween } from "../language/spellings.ts";

/** One slip for words of up to five letters, two for longer ones; a swap of neighbours is one slip. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = word.normalize("NFKC").toLowerCase();
  if (typed.length < 3 || typed.length > 40) return undefined;
  const within = typed.length > 5 ? 2 : 1;
  const ranked = known
    .map((name) => ({ name, slips: editsBetween(typed, name, within) }))
    .filter(({ name, slips }) => slips > 0 && slips <= within && name.length > slips + 1)
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.name;
}
