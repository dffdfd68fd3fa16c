/** Lists of feeds as other readers write them: OPML in and out. */
import { generateOpml, parseOpml } from "feedsmith";
import type { FeedSpec } from "./spec.ts";

interface OpmlFeed {
  readonly url: string;
  readonly publisher?: string;
}

type Outline = NonNullable<
  NonNullable<NonNullable<ReturnType<typeof parseOpml>["body"]>["outlines"]>
>[number];

/** The feeds of all folders, flat. @throws when the text is no OPML */
export function readOpml(text: string): OpmlFeed[] {
  return flat(parseOpml(text).body?.outlines ?? []);
}

function flat(outlines: readonly Outline[]): OpmlFeed[] {
  return outlines.flatMap((outline) => {
    const name = outline.text ?? outline.title;
    const own = outline.xmlUrl ? [{ url: outline.xmlUrl, ...(name && { publisher: name }) }] : [];
    return [...own, ...flat(outline.outlines ?? [])];
  });
}

/** The feeds as OPML 2.0, for another reader to import. */
export function writeOpml(specs: readonly FeedSpec[]): string {
  return generateOpml({
    head: { title: "sco-bot" },
    body: {
      outlines: specs.map(({ url, source }) => ({ type: "rss", text: source, title: source, xmlUrl: url })),
    },
  });
}
