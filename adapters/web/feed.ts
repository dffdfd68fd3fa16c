/** Articles as an Atom feed (RFC 4287). */
import { html, type Markup } from "./html.ts";

/** What of an article's `--json` form a feed needs. */
export interface WebFeedEntry {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly published: string | null;
  readonly url: string | null;
  readonly urlKind: string | null;
  readonly snippet?: string;
}

/**
 * The feed of some entries, newest first.
 * @param at the bot's own address without a slash at its end
 * @param self path and query of the feed
 */
export function atom(title: string, entries: readonly WebFeedEntry[], at: string, self: string): Markup {
  const newest =
    entries
      .map(({ published }) => published ?? "")
      .sort()
      .at(-1) || "1970-01-01T00:00:00Z";
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${at}${self}</id><title>${title}</title><updated>${newest}</updated>
<link rel="self" href="${at}${self}"/><link rel="alternate" type="text/html" href="${at}/"/>
${entries.map(
  ({
    id,
    title: name,
    source,
    published,
    url,
    urlKind,
    snippet,
  }) => html`<entry><id>${at}/a/${id}</id><title>${name}</title>
<link rel="alternate" type="text/html" href="${at}/a/${id}"/>${url && urlKind === "article" && html`<link rel="via" href="${url}"/>`}
<updated>${published ?? newest}</updated>${published && html`<published>${published}</published>`}
<author><name>${source || "?"}</name></author>${snippet && html`<summary>${snippet}</summary>`}</entry>
`,
)}</feed>
`;
}
