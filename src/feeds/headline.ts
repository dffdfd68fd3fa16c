/** Headlines that a list cuts short, and texts that begin with their own headline. */

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
const CUT = /(?:…|⋯|\.\.\.)$/u;
/** A beginning in fewer characters may be another headline's. */
const LEAST = 6;

/** The whole headline, where one of the others begins as it does before its dots; else the headline itself. */
export function wholeHeadline(title: string, ...others: readonly string[]): string {
  const beginning = bare(title);
  if (!CUT.test(title) || beginning.length < LEAST) return title;
  return others.find((other) => !CUT.test(other) && bare(other).startsWith(beginning)) ?? title;
}

/** A text without a first line that only repeats its headline, or a part of it that is larger than the share. */
export function withoutHeadline(text: string, titles: readonly string[], share = 0.5): string {
  const [first = ""] = text.split("\n", 1);
  const line = bare(first);
  const repeats = titles.some(
    (title) => bare(title).includes(line) && line.length > bare(title).length * share,
  );
  return line !== "" && repeats ? text.slice(first.length).trimStart() : text;
}
