/** What a delivery says: the digest's reply, a watch's articles, or one sentence. */
import type { Library } from "../articles/library.ts";
import { publisherName } from "../articles/present.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import { dateInWords } from "../time.ts";
import type { Delivery, Found } from "./model.ts";
import { lineAt, say } from "./words.ts";

/** Runs a command line for a delivery and answers its reply. */
export type Run = (line: string, item: Delivery) => Promise<Reply>;

/** A summary that is later than this says so. */
const LATE_MS = 10 * 60_000;
/** Articles that a watch's message shows with their passage. */
const SHOWN = 5;

/** Refusals that are nobody's fault and may be over soon. */
const PASSING = ["failed", "unavailable", "rate-limited"];

/** The reply to post, with what is new since an instant; "empty" when there is nothing to say, "failed" for good or for "now", with the reason. */
export async function compose(
  item: Delivery,
  run: Run,
  library: Library,
  { now, since }: { readonly now: number; readonly since: number },
): Promise<Reply | { readonly not: "empty" | "failed" | "now"; readonly reason: string }> {
  if (item.kind === "notice") return { ...sentence(item.text ?? ""), audience: "channel" };
  if (item.kind === "watch") return watchReply(item, library);
  const reply = await run(lineAt(item, now, since), item);
  if (reply.outcome === "bad-input") {
    const { error } = (reply.data ?? {}) as { readonly error?: { readonly code?: string } };
    return { not: PASSING.includes(error?.code ?? "") ? "now" : "failed", reason: reply.summary };
  }
  if (reply.outcome === "nothing" && item.empty !== "say") return { not: "empty", reason: reply.summary };
  const late: Block[] =
    now - item.due > LATE_MS
      ? [
          {
            kind: "prose",
            spans: [{ dim: say(item.locale).late(dateInWords(item.due, "minute", item.zone, item.locale)) }],
          },
        ]
      : [];
  // Pictures are not kept for a second try.
  const { data, ...plain } = reply;
  return {
    ...plain,
    audience: "channel",
    blocks: [...late, ...reply.blocks.filter(({ kind }) => kind !== "picture")],
  };
}

/** The message of a watch: what is new and why each matched. */
function watchReply(item: Pick<Delivery, "found" | "locale" | "source" | "title">, library: Library): Reply {
  const words = say(item.locale);
  const found = item.found ?? [];
  const query = item.title.replace(/^watch (--every=\d+ )?/, "");
  const heading = words.watched(query, found.length);
  const more = found.length - SHOWN;
  return {
    summary: `${heading}: ${found[0]?.title ?? ""}`,
    audience: "channel",
    outcome: "answered",
    blocks: [
      { kind: "heading", text: heading },
      ...found.slice(0, SHOWN).map((one) => cardOf(one, library, item.locale)),
      ...(more > 0
        ? [{ kind: "prose" as const, spans: [{ dim: words.more(more) }, ` ${named(found.slice(SHOWN))}`] }]
        : []),
      {
        kind: "actions",
        actions: [{ label: words.stop, run: `unwatch ${item.source}`, place: "new", style: "danger" }],
      },
    ],
  };
}

const named = (found: readonly Found[]): string =>
  found
    .slice(0, 10)
    .map(({ title }) => title)
    .join(" · ");

/** A card with the title, source and date, and why it matched. */
export function cardOf(one: Found, library: Library, locale: Delivery["locale"]): Block {
  const words = say(locale);
  const source = publisherName(one.source, library, locale);
  const facts: Span[] = [
    ...(source ? [source, " · "] : []),
    ...(one.published ? [{ date: one.published, show: "minute" as const }] : []),
  ];
  const matched: Span[] =
    one.matched.length > 0 ? [{ dim: `${words.matched}: ` }, one.matched.join(", ")] : [];
  return {
    kind: "card",
    title: one.url ? { link: one.title, url: one.url } : { strong: one.title },
    facts,
    id: one.id,
    lines: [...(matched.length > 0 ? [matched] : []), ...(one.snippet ? [[one.snippet]] : [])],
    actions: [{ label: words.read, run: `read ${one.id}`, place: "new" }],
  };
}
