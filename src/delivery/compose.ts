/** What a delivery says: the digest's reply, a watch's articles, or one sentence. */
import type { Library } from "../articles/library.ts";
import { publisherName } from "../articles/present.ts";
import { BotError, reasonOf } from "../errors.ts";
import { delivery as say } from "../i18n/delivery.ts";
import { LOCALES } from "../i18n/words.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import type { Summarise } from "../stories/summary.ts";
import { dateInWords } from "../time.ts";
import type { Delivery, FoundArticle } from "./model.ts";
import { bodyOf } from "./webhook/body.ts";
import { askedSince, queryOf, timeOf, topicOf } from "./words.ts";

/** Makes the summary of a delivery. @throws BotError when it cannot be made */
export type Summarising = (asked: Summarise, item: Delivery) => Promise<Reply>;

/** A summary that is later than this says so. */
const LATE_MS = 10 * 60_000;
/** Articles that a watch's message shows with their passage. */
export const SHOWN = 5;
/** Articles that it names; the others are counted. */
export const NAMED = SHOWN + 10;

/** Refusals that are nobody's fault and may be over soon. */
const PASSING = new Set(["failed", "unavailable", "rate-limited"]);

/** The reply to post, with what is new since an instant; "empty" when there is nothing to say, "failed" for good or for "now", with the reason. */
export async function compose(
  item: Delivery,
  summarise: Summarising,
  library: Library,
  { now, since }: { readonly now: number; readonly since: number },
): Promise<Reply | { readonly not: "empty" | "failed" | "now"; readonly reason: string }> {
  const toWebhook = (digest?: unknown): Reply => ({
    ...sentence("", "answered", bodyOf(item, library, now, digest)),
    audience: "channel",
  });
  if (item.to === "webhook" && item.kind !== "summary") return toWebhook();
  if (item.kind === "notice") return { ...sentence(item.text ?? ""), audience: "channel" };
  const called = item.mention === undefined ? {} : { mention: item.mention };
  if (item.kind === "alert") return { ...alertReply(item), ...called };
  if (item.kind === "watch" && "channel" in item.target && item.target.thread !== undefined)
    return threadReply(item, library);
  if (item.kind === "watch") return { ...watchReply(item, library), ...called };
  let reply: Reply;
  try {
    const topic = topicOf(item);
    reply = await summarise({ ...askedSince(item, now, since), ...(topic && { topic }), page: 1 }, item);
  } catch (thrown) {
    const code = thrown instanceof BotError ? thrown.code : "failed";
    const reason = thrown instanceof BotError ? thrown.say(item.locale) : reasonOf(thrown);
    return { not: PASSING.has(code) ? "now" : "failed", reason };
  }
  if (reply.outcome === "bad-input") return { not: "failed", reason: reply.summary };
  if (reply.outcome === "nothing" && item.empty !== "say") return { not: "empty", reason: reply.summary };
  if (item.to === "webhook") return toWebhook(reply.data);
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
  const { data, file, ...plain } = reply;
  return {
    ...plain,
    audience: "channel",
    blocks: [...late, ...reply.blocks.filter(({ kind }) => kind !== "picture"), ...footerOf(item)],
    reader: { locale: item.locale, zone: item.zone },
  };
}

/** Who gets it and since when, and how to change or stop it. */
function footerOf(item: Delivery): readonly Block[] {
  const { title, topic, zone, locale, setUp } = item;
  const words = say(locale);
  const time = `${timeOf(item)} (${zone})`;
  const since = setUp === undefined ? "" : dateInWords(setUp, "day", zone, locale);
  const off = `daily off${topic ? ` --topic="${topic.replaceAll('"', "”")}"` : ""}`;
  return [
    { kind: "prose", spans: [{ dim: words.footer(time, since) }] },
    {
      kind: "actions",
      actions: [
        { label: words.change, run: "daily", place: "new", form: title },
        { label: words.end, run: off, place: "new", style: "danger" },
      ],
    },
  ];
}

/** The message of a watch: what is new and why each matched. */
/** What it brings is filed under: the query, the publishers, and the languages by their names. */
function tagsOf(item: Delivery, library: Library): readonly string[] {
  const articles = (item.found ?? []).flatMap(({ id }) => library.get(id) ?? []);
  const languages = [...new Set(articles.map(({ language }) => language))];
  return [
    queryOf(item),
    ...new Set(articles.map(({ source }) => publisherName(source, library, item.locale))),
    ...languages.flatMap((language) =>
      LOCALES.map((locale) => new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language),
    ),
  ];
}

function watchReply(item: Delivery, library: Library): Reply {
  const words = say(item.locale);
  const found = item.found ?? [];
  const total = item.total ?? found.length;
  const heading = words.watched(queryOf(item), total);
  const more = total - SHOWN;
  return {
    summary: `${heading}: ${found[0]?.title ?? ""}`,
    post: { title: found[0]?.title ?? heading, tags: tagsOf(item, library) },
    audience: "channel",
    outcome: "answered",
    blocks: [
      { kind: "heading", text: heading },
      ...found.slice(0, SHOWN).map((one) => cardOf(one, library, item.locale)),
      ...(more > 0
        ? [
            {
              kind: "prose" as const,
              spans: [{ dim: words.more(more) }, ` ${named(found.slice(SHOWN, NAMED))}`],
            },
          ]
        : []),
      {
        kind: "actions",
        actions: [{ label: words.stop, run: `unwatch ${item.source}`, place: "new", style: "danger" }],
      },
    ],
  };
}

/** Below the first message on a story: what is new, quietly, with nothing around it. */
function threadReply({ found = [], more = 0, locale }: Delivery, library: Library): Reply {
  const words = say(locale);
  return {
    summary: words.goesOn(found[0]?.title ?? ""),
    audience: "channel",
    outcome: "answered",
    blocks: [
      ...found.map((one) => cardOf(one, library, locale)),
      ...(more > 0 ? [{ kind: "prose" as const, spans: [{ dim: words.same(more) }] }] : []),
    ],
  };
}

function alertReply({ text = "", source, locale }: Delivery): Reply {
  return {
    ...sentence(text),
    audience: "channel",
    blocks: [
      { kind: "prose", spans: [{ strong: text }] },
      {
        kind: "actions",
        actions: [{ label: say(locale).stop, run: `unwatch ${source}`, place: "new", style: "danger" }],
      },
    ],
  };
}

const named = (found: readonly FoundArticle[]): string => found.map(({ title }) => title).join(" · ");

/** A card with the title, source and date, and why it matched. */
export function cardOf(one: FoundArticle, library: Library, locale: Delivery["locale"]): Block {
  const words = say(locale);
  const source = publisherName(one.source, library, locale);
  const facts: Span[] = [
    ...(source ? [source, " · "] : []),
    ...(one.published ? [{ date: one.published, show: "minute" as const }] : []),
  ];
  const added: Span[] = one.added?.length ? [{ dim: `${words.added}: ` }, one.added.join(", ")] : [];
  const matched: Span[] =
    one.matched.length > 0 ? [{ dim: `${words.matched}: ` }, one.matched.join(", ")] : [];
  return {
    kind: "card",
    title: one.url ? { link: one.title, url: one.url } : { strong: one.title },
    facts,
    id: one.id,
    lines: [
      ...(added.length > 0 ? [added] : []),
      ...(matched.length > 0 && added.length === 0 ? [matched] : []),
      ...(one.snippet ? [[one.snippet]] : []),
    ],
    actions: [{ label: words.read, run: `read ${one.id}`, place: "new" }],
  };
}
