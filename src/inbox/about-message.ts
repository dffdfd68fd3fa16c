/** What somebody asks by pointing at a message: the article that it links to, or what is near that; else what it says. */
import { bounded } from "./bounds.ts";

/** The beginning of a message says what it is about. */
const LONGEST = 300;

type Question =
  | { readonly line: string }
  | { readonly command: string; readonly values: Readonly<Record<string, string>> };

/** @param links addresses that a platform keeps apart from the text */
export function aboutMessage(text: string, links: readonly string[] = []): Question {
  const said = text.replace(/https?:\/\/[^\s<>]+/gi, " ").replace(/\s+/g, " ");
  const words = bounded(
    said.slice(0, LONGEST).replace(/(?<!\p{L})\p{L}+$/u, (end) => (said.length > LONGEST ? "" : end)),
  );
  const address = [...links, ...(text.match(/https?:\/\/[^\s<>]+/gi) ?? [])].find((link) =>
    URL.canParse(link),
  );
  if (address) return { command: "read", values: { id: address.slice(0, 1500), query: words.trim() } };
  if (words.trim() === "") return { line: "help search" };
  return { command: "search", values: { query: words.trim() } };
}
