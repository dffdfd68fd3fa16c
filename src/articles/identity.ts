/** Ids of articles: short enough to type in a chat, the same on every machine. */
import { createHash } from "node:crypto";
import type { Article } from "../article.ts";

/** Crockford's base 32: no letter that looks like a digit (I, L, O), no U. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const SHORTEST = 5;

/**
 * The id of an article that came without one: a hash of its address, or else of publisher, time and title.
 * A taken id grows by a character until it is free, so a collision never hides an article.
 */
export function articleId(
  article: Pick<Article, "url" | "source" | "published" | "title" | "body">,
  taken: (id: string) => boolean = () => false,
): string {
  const identity =
    article.url ??
    [article.source, article.published, article.title, article.title ? "" : article.body].join("\n");
  const digest = createHash("sha256").update(identity.normalize("NFC")).digest();
  const characters = Array.from(digest, (byte) => ALPHABET[byte % 32]).join("");
  for (let length = SHORTEST; length < characters.length; length++) {
    const id = characters.slice(0, length);
    if (!taken(id) && /\d/.test(id)) return id;
  }
  return characters;
}
