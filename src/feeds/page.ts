/** The page behind an item: its full text by Readability, its date, and whether it is only a wall. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { withoutBoilerplate } from "./boilerplate.ts";
import { readDate } from "./dates.ts";
import { decode } from "./decode.ts";
import { lineOfHtml, textOfHtml } from "./plain.ts";

export interface Page {
  readonly title: string;
  /** Paragraphs separated by empty lines; "" where the page has no article or only a wall. */
  readonly text: string;
  readonly published: string | null;
  /** The address that the page calls its own, on the same site; null when it names none. */
  readonly canonical: string | null;
  /** Why there is no text. */
  readonly wall: "paywall" | "consent" | null;
}

export interface PageSource {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string;
  readonly zone: string;
  readonly now: number;
}

const PAYWALL =
  /subscribe (?:now )?to (?:continue|read)|subscribers? only|already a subscriber|登录后(?:阅读|查看)|付费(?:阅读|内容)|订阅后阅读|剩余.{0,6}付费|только для подписчиков|оформите подписку|чтобы дочитать/i;
const CONSENT =
  /we value your privacy|before you continue|accept (?:all )?cookies|cookie consent|согласие на обработку|файлы cookie|接受.{0,4}cookie/i;
/** Shorter than this, a page's text is suspected of being a wall instead of an article. */
const WALL_LENGTH = 1_200;

/** Reads one page. Slow on hostile markup: run it where it can be stopped. */
export function readPage(source: PageSource): Page {
  const { text: html } = decode(source.bytes, source.contentType);
  const clean = html.replace(
    /<(script|style|svg|iframe|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi,
    (part) => (/^<script[^>]+ld\+json/i.test(part) ? part : ""),
  );
  const { document } = parseHTML(clean);
  const published = [...statedDates(html)].map((date) => readDate(date, source.zone, source.now).instant);
  const canonical = canonicalOf(html, source.url);
  const article = document.documentElement
    ? new Readability(document as ConstructorParameters<typeof Readability>[0], {
        charThreshold: 100,
      }).parse()
    : null;
  const text = withoutBoilerplate(textOfHtml(article?.content ?? ""));
  const title = lineOfHtml(article?.title ?? "");
  const wall = text.length > WALL_LENGTH ? null : wallOf(html, text);
  return {
    title,
    text: wall ? "" : text,
    published: published.find((date) => date !== null) ?? null,
    canonical,
    wall,
  };
}

function wallOf(html: string, text: string): Page["wall"] {
  const visible = textOfHtml(html, 20_000);
  if (/"isAccessibleForFree"\s*:\s*"?false/i.test(html) || PAYWALL.test(visible)) return "paywall";
  return text.length < 400 && CONSENT.test(visible) ? "consent" : null;
}

/** Dates that a page states about itself, surest first. */
function* statedDates(html: string): Generator<string> {
  const head = html.slice(0, 300_000);
  const names =
    "article:published_time|og:published_time|publishdate|pubdate|publication_date|parsely-pub-date|datepublished|dc\\.date(?:\\.issued)?|weibo:article:create_at";
  for (const [tag] of head.matchAll(
    new RegExp(`<meta\\s[^<>]*(?:name|property|itemprop)\\s*=\\s*["']?(?:${names})["'\\s>][^<>]*>?`, "gi"),
  )) {
    yield /content\s*=\s*["']([^"']+)/i.exec(tag)?.[1] ?? "";
  }
  for (const [, date = ""] of head.matchAll(/"datePublished"\s*:\s*"([^"]{4,40})"/g)) yield date;
  for (const [, date = ""] of head.matchAll(/<time\s[^<>]*datetime\s*=\s*["']([^"']{4,40})/gi)) yield date;
}

/** Only an address on the same site is believed: a page may not pass for another publisher's. */
function canonicalOf(html: string, url: string): string | null {
  const tag = /<link\s[^<>]*rel\s*=\s*["']?canonical["'\s][^<>]*>/i.exec(html)?.[0] ?? "";
  const href = /href\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]?.replaceAll("&amp;", "&");
  if (!href || !URL.canParse(href, url)) return null;
  const named = new URL(href, url);
  const same = named.host.replace(/^(www|m)\./, "") === new URL(url).host.replace(/^(www|m)\./, "");
  return same && /^https?:$/.test(named.protocol) && named.pathname !== "/" && !named.username
    ? named.href
    : null;
}
