/** What is known of a feed before it is asked: a line of the list. */
import type { Language } from "../article.ts";
import { masked, shownAddress } from "../mask.ts";

/** A feed that the bot follows, as corpus/feeds.yaml or `feeds add` names it. */
export interface FeedSpec {
  readonly url: string;
  /** The publisher's name that its articles carry. */
  readonly source: string;
  /** When the feed is in one language; otherwise each article's own text decides. */
  readonly language?: Language | undefined;
  /** IANA zone of dates that carry none; guessed from the language when it is not known. */
  readonly zone?: string | undefined;
  /** Query that an item must match to be kept; everything is kept without one. */
  readonly filter?: string | undefined;
  /** For an index page without a feed: what an article's address looks like. */
  readonly links?: string | undefined;
  /** Whether the pages behind the items are fetched for their full text. */
  readonly pages: boolean;
  /** The group of the list that it is in. */
  readonly pack?: string | undefined;
  /** Of its publisher, ISO 3166. */
  readonly country?: string | undefined;
  /** Its dates name a wrong offset: their hour is the zone's. */
  readonly clock?: "local" | undefined;
  /** By its publisher's terms only headline, beginning and link are kept. */
  readonly keep?: "excerpt" | undefined;
  /** Its publisher gave leave: robots.txt is not asked. */
  readonly robots?: false | undefined;
  /** Also what is old comes in from a feed that no longer lives. */
  readonly archive?: true | undefined;
  /** User-Agent instead of the usual one. */
  readonly agent?: string | undefined;
  /** For JSON that is no JSON Feed: where its items and their parts are. */
  readonly mapping?: Mapping | undefined;
  /** Nobody saw it work; it is off until it was tested. */
  readonly guess?: true | undefined;
  /** How sure it is that it works, and what is to be known of it. */
  readonly grade?: string | undefined;
  readonly remark?: string | undefined;
}

/** Paths into JSON, such as `$.data.list` or `title`; `url` may be an address with `{field}` in it. */
export interface Mapping {
  readonly items: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly date?: string | undefined;
  readonly text?: string | undefined;
  readonly id?: string | undefined;
}

/** Its address as everybody may see it: one that ships or that the list puts into a pack is public, of others only what plainly is. */
export function shownUrl({ url, pack }: Pick<FeedSpec, "url" | "pack">): string {
  return pack === undefined ? shownAddress(url) : masked(url);
}
