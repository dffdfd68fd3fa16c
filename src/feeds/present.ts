/** What `feeds` answers: how each one is, what one would give, which groups there are, and what a trial of all gave. */
import type { Library } from "../articles/library.ts";
import { publisherName } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { feeds as say } from "../i18n/feeds.ts";
import type { Locale } from "../i18n/words.ts";
import { shownAddress } from "../mask.ts";
import type { Block, Outcome, Reply, Span } from "../reply.ts";
import type { Checked, FeedHealth, Probe } from "./feeds.ts";
import { freshnessOf } from "./freshness.ts";
import type { Pack } from "./packs.ts";
import { type FeedSpec, shownUrl } from "./spec.ts";

type Say = ReturnType<typeof say>;

const SHOWN = 10;
/** Of feeds with one fault, so many are named. */
const NAMED = 3;
const PREVIEW = 160;

/** All followed feeds, each with its state; a fault that many share is told once. */
export function overview(all: readonly FeedHealth[], ctx: Context): Reply {
  const { locale } = ctx.caller;
  const words = say(locale);
  const rows = all.map(({ spec, condition, newest, polled }): Span[] => [
    nameOf(spec, ctx.library, locale),
    words.conditions[condition],
    newest ? { date: newest, show: "day" } : words.none,
    polled ? { date: polled, show: "minute" } : words.none,
    addressOf(spec),
  ]);
  const title = words.count(all.length);
  return {
    summary: all.length > 0 ? title : words.empty,
    blocks:
      all.length > 0
        ? [
            { kind: "heading", text: title },
            { kind: "table", head: words.head, rows },
            ...faultsOnce(all, ctx.library, locale),
          ]
        : [{ kind: "prose", spans: [words.empty] }],
    audience: "caller",
    outcome: all.length > 0 ? "answered" : "nothing",
    data: {
      feeds: all.map(({ spec, reason, ...health }) => ({
        ...shown(spec),
        ...health,
        reason: reason?.[locale] ?? null,
      })),
      faults: ctx.feeds.faults.map(({ en }) => en),
    },
  };
}

/** Feeds that are ill, by what ails them, each cause once: `TASS, Dawn, UzA and 7 more: The server …`. */
function faultsOnce(all: readonly FeedHealth[], library: Library, locale: Locale): Block[] {
  const words = say(locale);
  const failing = freshnessOf(all).causes;
  const others = all.flatMap(({ condition, reason, spec }) =>
    condition !== "failing" && reason ? [{ reason, sources: [spec.source] }] : [],
  );
  return [...failing, ...others].map(({ reason, sources }): Block => {
    const names = [...new Set(sources.map((source) => publisherName(source, library, locale)))];
    const rest = names.length - NAMED;
    const listed = [...names.slice(0, NAMED), ...(rest > 0 ? [words.others(rest)] : [])].join(", ");
    return { kind: "prose", spans: [{ strong: listed }, ` ${reason[locale]}`] };
  });
}

function nameOf({ source }: FeedSpec, library: Library, locale: Locale): string {
  return publisherName(source, library, locale);
}

/** The list is for everybody, what lets into a feed is not; `feeds opml` hands it to those who run the bot. */
export function shown(spec: FeedSpec): FeedSpec {
  return { ...spec, url: shownUrl(spec) };
}

/** A link, where it leads to the feed without a credential. */
function addressOf(spec: FeedSpec): Span {
  const shownAs = shownUrl(spec);
  const address = shownAs.replace(/^https?:\/\//, "");
  return shownAs === spec.url ? { link: address, url: spec.url } : address;
}

/** What one feed would give. */
export function report(probe: Probe, ctx: Context): Reply {
  const { locale } = ctx.caller;
  const words = say(locale);
  const name = probe.title || shownAddress(probe.url);
  const lost = new Set(
    probe.problems.filter(({ kind }) => kind === "nothing" || kind === "duplicate").map(({ item }) => item),
  );
  const counts = words.items(
    probe.items.length,
    Math.min(probe.kept, probe.items.filter(({ id }) => !lost.has(id)).length),
  );
  const limit = ctx.limit ?? SHOWN;
  const cards = probe.items.slice(0, limit).map(({ title, url, published, text }): Block => {
    const called = title || words.untitled;
    const dated: Span[] = published ? [{ date: published, show: "minute" }] : [];
    return {
      kind: "card",
      title: url ? { link: called, url } : { strong: called },
      lines: [dated, [preview(text)]].filter((line) => line[0]),
    };
  });
  const remarks = probe.problems
    .slice(0, limit)
    .map(({ item, reason }): Span[] => [item ?? words.title, reason[locale]]);
  const more = (n: number): Block[] => (n > 0 ? [{ kind: "prose", spans: [{ dim: words.more(n) }] }] : []);
  return {
    summary: `${name}: ${counts}`,
    blocks: [
      { kind: "heading", text: name },
      { kind: "prose", spans: [`${probe.format}, ${probe.encoding} · ${counts}`] },
      ...cards,
      ...more(probe.items.length - limit),
      ...(remarks.length > 0
        ? [{ kind: "heading", text: words.problems } as const, { kind: "table", rows: remarks } as const]
        : []),
      ...more(probe.problems.length - limit),
    ],
    audience: "caller",
    outcome: "answered",
    data: {
      title: probe.title,
      format: probe.format,
      encoding: probe.encoding,
      items: probe.items,
      problems: probe.problems.map(({ item, reason }) => ({ item, reason: reason[locale] })),
    },
  };
}

/** The beginning of a text, cut between words. */
function preview(text: string): string {
  if (text.length <= PREVIEW) return text;
  const cut = text.slice(0, PREVIEW).toWellFormed();
  const space = /\p{Script=Han}/u.test(cut) ? -1 : cut.lastIndexOf(" ");
  return `${(space > PREVIEW / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

export function packsReply(packs: readonly Pack[], ctx: Context): Reply {
  const words = say(ctx.caller.locale);
  const names = new Intl.DisplayNames(ctx.caller.locale, { type: "region", fallback: "code" });
  const rows = packs.map(({ name, kind, feeds, on, named }): Span[] => [
    named ? { strong: name } : name,
    kind === "country" ? `${words.kinds.country}: ${names.of(name)}` : words.kinds[kind],
    String(feeds),
    String(on),
  ]);
  return {
    summary: words.packs,
    blocks: [
      { kind: "heading", text: words.packs },
      { kind: "table", head: words.packHead, rows },
      { kind: "prose", spans: [{ dim: words.choose }] },
    ],
    audience: "caller",
    outcome: "answered",
    data: { packs },
  };
}

/** One line of the trial, as it goes. */
export function checkedLine(checked: Checked, locale: Locale): string {
  const words = say(locale);
  return `${checked.spec.source} ${shownUrl(checked.spec)}: ${checked.reason?.[locale] ?? words.items(checked.probe?.items.length ?? 0, checked.kept)}`;
}

/** The table of a trial of all; exit code 0: all work; 1: some do; 2: none does. */
export function checkReply(all: readonly Checked[], ctx: Context): Reply {
  const { locale } = ctx.caller;
  const words = say(locale);
  const fine = all.filter(({ reason }) => reason === null).length;
  const worst = [...all].sort((a, b) => Number(b.reason !== null) - Number(a.reason !== null));
  const rows = worst.map((one): Span[] => [
    nameOf(one.spec, ctx.library, locale),
    followedIn(one, words),
    one.probe ? String(one.probe.items.length) : words.none,
    one.probe ? String(one.kept) : words.none,
    one.newest ? { date: one.newest, show: "day" } : words.none,
    [
      one.reason?.[locale] ?? (one.spec.guess && !one.followed ? words.believed : words.fine),
      one.reason ? (one.spec.remark ?? "") : "",
    ]
      .filter(Boolean)
      .join(" · "),
    shownUrl(one.spec),
  ]);
  const summary = words.checked(fine, all.length);
  const outcome: Outcome = fine === all.length ? "answered" : fine > 0 ? "nothing" : "bad-input";
  return {
    summary,
    blocks: [
      { kind: "heading", text: summary },
      { kind: "table", head: words.checkHead, rows },
    ],
    audience: "caller",
    outcome,
    data: {
      feeds: all.map(({ spec, followed, probe, newest, kept, reason }) => ({
        ...{
          ...shown(spec),
          followed,
          works: reason === null,
          items: probe?.items.length ?? null,
          kept,
          newest,
        },
        ...{
          format: probe?.format ?? null,
          encoding: probe?.encoding ?? null,
          reason: reason?.[locale] ?? null,
        },
      })),
    },
  };
}

function followedIn({ followed, spec }: Checked, words: Say): string {
  if (followed) return words.yes;
  return spec.guess ? words.guess : words.no;
}
