/** What a feed changed about an article: its headline, text and address, with what it had before kept. */
import type { Article } from "../article.ts";
import { linkKey } from "./canonical.ts";
import { wholeHeadline } from "./headline.ts";
import { isSimilarTitle, likenessOfTexts } from "./same-item.ts";

const MOST_TITLES = 10;
const MOST_COPIES = 50;

/** The article with another address; null where it has none or it is known already. */
export function withCopy(original: Article, { source, url }: Article): Article | null {
  const known = [original.url, ...(original.copies ?? []).map((copy) => copy.url)];
  if (url === null || known.some((address) => address !== null && linkKey(address) === linkKey(url)))
    return null;
  if ((original.copies ?? []).length >= MOST_COPIES) return null;
  return { ...original, copies: [...(original.copies ?? []), { source, url }] };
}

/**
 * The article as the feed has it now; null when nothing changed. What somebody corrected by hand stays. A headline
 * never stands over another's text: where neither the old headline nor the old text is known again, both are new.
 * @param sure whether the feed said this of the very item; else a longer text counts, a shorter does not
 */
export function revised(before: Article, now: Article, sure: boolean): Article | null {
  if (before.source !== now.source) return null;
  const fixed = new Set<string>(before.corrected ?? []);
  const retitled =
    !fixed.has("title") &&
    wholeHeadline(now.title, before.title) !== before.title &&
    (sure || !before.formerTitles?.includes(now.title));
  const rewritten =
    !fixed.has("body") && now.body !== before.body && now.body !== "" && takesText(before, now, sure);
  const moved = !fixed.has("url") && sure ? movedTo(before, now) : null;
  const dated = !fixed.has("published") && !isDated(before) && isDated(now);
  if (!retitled && !rewritten && !moved && !dated) return null;
  const former = (before.formerTitles ?? []).filter((title) => title !== now.title);
  return {
    ...before,
    ...moved,
    ...(dated && { published: now.published }),
    ...(retitled && { title: now.title, formerTitles: [...former, before.title].slice(-MOST_TITLES) }),
    ...(rewritten && { body: now.body, kind: now.kind }),
  };
}

/** Whether its feed said when it was published; else that is unknown, or the moment at which it was first seen. */
export function isDated({ published, arrived }: Article): boolean {
  return published !== null && published !== arrived;
}

function takesText(before: Article, now: Article, sure: boolean): boolean {
  const likeness = likenessOfTexts(before.body, now.body);
  if (likeness === "different" && !isSimilarTitle(before.title, now.title)) return true;
  return (
    (likeness !== "different" && now.body.length > before.body.length) || (sure && before.kind === "excerpt")
  );
}

/** The address that the item has now; the one that it had is kept as a copy's. */
function movedTo(before: Article, { url }: Article): Pick<Article, "url" | "copies"> | null {
  if (url === null || url === before.url) return null;
  if (before.url === null) return { url };
  const others = (before.copies ?? []).filter((copy) => copy.url !== url && copy.url !== before.url);
  return { url, copies: [...others, { source: before.source, url: before.url }].slice(-MOST_COPIES) };
}
