/** What there is near a page that is none of the articles: by the words of its title, of its address, or of whoever sent it. */
import type { Context } from "../command.ts";
import { elsewhere as say } from "../i18n/saved.ts";
import { bounded } from "../inbox/bounds.ts";
import type { Block, Reply } from "../reply.ts";
import { hitCardFor } from "./cards.ts";
import { articleData } from "./present.ts";

const SHOWN = 5;

/** @param said what was written beside the address, searched for where the page tells nothing */
export async function elsewhere(url: string, said: string, ctx: Context): Promise<Reply> {
  const { caller, feeds, search, clock, library } = ctx;
  const words = say(caller.locale);
  const title = await feeds.titleOf(url, ctx.signal, caller.operates);
  const query = bounded(plainWords(title ?? "") || plainWords(said) || slugWords(url));
  await search.ready();
  const asked = { limit: SHOWN, now: clock.now(), zone: caller.zone };
  const { hits } = query === "" ? { hits: [] } : await search.search(query, asked);
  const cards = await Promise.all(
    hits.flatMap((hit) => {
      const article = library.get(hit.id);
      return article ? [hitCardFor(hit, article, ctx, query)] : [];
    }),
  );
  const first = title === null ? words.untitled(new URL(url).host) : words.unknown(title);
  const second = query === "" ? words.unread : cards.length > 0 ? words.near : words.nothing;
  const actions = [
    ...(cards.length === SHOWN ? [{ label: words.more, run: `search ${query}`, place: "new" as const }] : []),
    ...(caller.operates
      ? [{ label: words.follow, run: `feeds test ${new URL(url).origin}/`, place: "new" as const }]
      : []),
  ];
  const blocks: Block[] = [
    { kind: "prose", spans: [first, " ", second] },
    ...cards,
    ...(actions.length > 0 ? [{ kind: "actions" as const, actions }] : []),
  ];
  const articles = hits.flatMap(({ id }) => library.get(id) ?? []);
  return {
    summary: `${first} ${second}`,
    blocks,
    audience: "caller",
    outcome: cards.length > 0 ? "answered" : "nothing",
    data: { url, title, near: articles.map((article) => articleData(article, library)) },
  };
}

/** A title without the site's name behind it, and without what a query would read as signs. */
function plainWords(text: string): string {
  const bare = text.replace(/https?:\/\/\S+/g, " ").replace(/(?<!\s)\s+[-–—|_·]\s+[^-–—|_·]{1,40}$/u, "");
  return bare.replace(/[^\p{L}\p{N}\p{M}'’]+/gu, " ").trim();
}

/** Words that an address is made of, where it is made of words: "sco-health-ministers-meet". */
function slugWords(url: string): string {
  const parts = new URL(url).pathname.split("/").map((part) => part.replace(/\.\w{2,5}$/, ""));
  const slug =
    parts.findLast((part) => (part.match(/(?<![a-zа-я])[a-zа-я]{2,}[-_]/giu)?.length ?? 0) >= 2) ?? "";
  return slug
    .replace(/[-_]+/g, " ")
    .replace(/\b\d{3,}\b/g, " ")
    .trim();
}
