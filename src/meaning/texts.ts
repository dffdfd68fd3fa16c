/** Which texts of an article get a vector. */
import type { Article } from "../article.ts";

/** Paragraphs of an article that are compared; what a text says comes early. */
const PARAGRAPHS = 8;
/** A line shorter than this is a heading or a name. */
const SHORTEST = 20;

/** Title and first paragraph: what an article is about. */
export function leadOf({ title, body }: Pick<Article, "title" | "body">): string {
  return `${title}\n${body.split(/\n+/, 1)[0]?.slice(0, 500)}`;
}

export function paragraphsOf({ body }: Pick<Article, "body">): readonly string[] {
  return body
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one.length >= SHORTEST)
    .slice(0, PARAGRAPHS);
}
