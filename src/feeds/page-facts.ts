/** What a page says of itself: when it was published, its own address, and whether something of it is kept back. */
import { dateIn } from "./date-find.ts";
import type { Dom, DomElement } from "./dom.ts";
import { textOfHtml } from "./plain.ts";
import type { WallSigns } from "./wall.ts";

const META = [
  ...["article:published_time", "og:published_time", "og:article:published_time", "weibo:article:create_at"],
  ...["publishdate", "pubdate", "publication_date", "parsely-pub-date", "datepublished", "date_published"],
  ...[
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "firstpublishedtime",
    "article.published",
  ],
];
/** Boxes that speak of other articles. */
const OTHERS =
  "aside, nav, footer, [class*=related], [class*=recommend], [class*=sidebar], [class*=popular], [class*=latest], [id*=related], [class*=more-news]";

/** Dates that a page states for its article, surest first; those of the site and of other articles are left out. */
export function* statedDates(dom: Dom, title: string): Generator<string> {
  for (const meta of dom.querySelectorAll("meta")) {
    const name = ["property", "name", "itemprop"].map((key) => meta.getAttribute(key)?.toLowerCase() ?? "");
    if (name.some((each) => META.includes(each))) yield meta.getAttribute("content") ?? "";
  }
  for (const node of articleNodes(dom, title)) {
    if (typeof node.datePublished === "string") yield node.datePublished;
  }
  const marked = [...dom.querySelectorAll("[itemprop=datePublished]"), ...dom.querySelectorAll("time")];
  const own = marked.filter((element) => !element.closest(OTHERS));
  const inside = own.filter((element) => element.closest("article, main, header, [itemprop=articleBody]"));
  for (const element of [...inside, ...own]) {
    yield element.getAttribute("datetime") ??
      element.getAttribute("content") ??
      element.textContent.slice(0, 60);
  }
  yield* writtenDates(dom);
}

/** Before the date that counts, where another tells of a change. */
const PUBLISHED = /(?<!\p{L})(?:published|posted|опубликован|发布|发表)/iu;

/** The day that stands in words under the headline, before the text begins. */
function* writtenDates(dom: Dom): Generator<string> {
  const text = dom.body?.textContent.slice(0, 200_000) ?? "";
  const headline = dom.querySelector("h1")?.textContent.trim() ?? "";
  const at = headline === "" ? -1 : text.indexOf(headline);
  if (at < 0) return;
  const under = text.slice(at + headline.length, at + headline.length + 300);
  const said = under.search(PUBLISHED);
  const found = dateIn(said < 0 ? under : under.slice(said)) ?? dateIn(under);
  if (found) yield found;
}

type Node = Readonly<Record<string, unknown>>;
const ARTICLE = /(?:Article|Posting|Report)$/;

/** The nodes of the page's data that are its article: named so, else without a kind; those with its headline first. */
function articleNodes(dom: Dom, title: string): Node[] {
  const nodes = dataOf(dom);
  const kinds = (node: Node) => [node["@type"]].flat().map(String);
  const articles = nodes.filter((node) => kinds(node).some((kind) => ARTICLE.test(kind)));
  const bare = (text: unknown) => String(text ?? "").replace(/[^\p{L}\p{N}]/gu, "");
  const named = articles.filter(({ headline, name }) => {
    const own = bare(headline ?? name);
    return own !== "" && (bare(title).includes(own) || own.includes(bare(title) || "\n"));
  });
  const plain = nodes.filter((node) => node["@type"] === undefined);
  return articles.length > 0 ? [...named, ...articles.slice(0, 1)] : plain;
}

/** The article's text in the page's data, where a script is to show it; "" where none is said. */
export function statedText(dom: Dom, title: string): string {
  const [text] = articleNodes(dom, title).flatMap(({ articleBody }) =>
    typeof articleBody === "string" ? [articleBody] : [],
  );
  return textOfHtml(text ?? "");
}

/** Where a page that holds nothing itself sends its reader at once. */
export function refreshOf(dom: Dom, url: string): string | null {
  for (const meta of dom.querySelectorAll("meta[http-equiv]")) {
    if (!/^refresh$/i.test(meta.getAttribute("http-equiv") ?? "")) continue;
    const content = (meta.getAttribute("content") ?? "").slice(0, 2_000);
    const [, to = ""] = /^\s*[0-5](?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? [];
    if (to.trim() !== "" && URL.canParse(to.trim(), url)) return new URL(to.trim(), url).href;
  }
  return null;
}

/** The objects of the page's JSON-LD: the outermost ones, of lists and graphs too, and what a page is mainly about. */
function dataOf(dom: Dom): Node[] {
  const found: Node[] = [];
  const take = (value: unknown, depth: number): void => {
    if (depth > 3 || found.length > 200) return;
    if (Array.isArray(value)) for (const each of value) take(each, depth + 1);
    else if (typeof value === "object" && value !== null) {
      const node: Node = { ...value };
      found.push(node);
      take(node["@graph"], depth + 1);
      take(node.mainEntity, depth + 1);
    }
  };
  for (const script of dom.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      take(JSON.parse(script.textContent), 0);
    } catch {}
  }
  return found;
}

/** Only an address on the same site is believed: a page may not pass for another publisher's. */
export function canonicalOf(dom: Dom, url: string): string | null {
  const base = dom.querySelector("base")?.getAttribute("href") ?? "";
  const from = URL.canParse(base, url) ? new URL(base, url).href : url;
  const [href] = Array.from(dom.querySelectorAll("link[rel]"))
    .filter((link) => /(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? ""))
    .map((link) => link.getAttribute("href"));
  if (!href || !URL.canParse(href, from)) return null;
  const named = new URL(href, from);
  const site = ({ host }: URL) => host.replace(/^(?:www|m)\./, "");
  const same = site(named) === site(new URL(url));
  return same && /^https?:$/.test(named.protocol) && named.pathname !== "/" && !named.username
    ? named.href
    : null;
}

const GATE =
  "[class*=paywall], [id*=paywall], [class*=regwall], [class*=subscriber-only], [class*=content-gate]";
const ASKS = /subscri|sign in|log in|订阅|登录|付费|会员|подпис|войдите/iu;

export function wallSigns(dom: Dom): WallSigns {
  const nodes = dataOf(dom).filter(({ isAccessibleForFree: free }) => /^false$/i.test(String(free)));
  const parts = nodes
    .flatMap(({ hasPart }) => [hasPart].flat())
    .flatMap((part) => selectorOf(part))
    .map((selector) => found(dom, selector));
  return {
    notFree: nodes.length > 0,
    partsMissing:
      parts.length > 0 && parts.every((part) => part === null || part.textContent.trim().length < 20),
    gate: Array.from(dom.querySelectorAll(GATE)).some(isGate),
  };
}

/** A box among the paragraphs that asks for a subscription, and does not wait hidden for another reader. */
function isGate(element: DomElement): boolean {
  const hidden = element.closest(
    '[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]',
  );
  const text = element.textContent.trim();
  const among = element.parentElement?.querySelector("p") ?? null;
  return (
    !hidden &&
    text.length < 600 &&
    ASKS.test(text) &&
    among !== null &&
    !element.closest("aside, footer, nav")
  );
}

function selectorOf(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const { cssSelector, isAccessibleForFree } = part as Node;
  return typeof cssSelector === "string" && /^false$/i.test(String(isAccessibleForFree)) ? [cssSelector] : [];
}

/** A selector may be nonsense. */
function found(dom: Dom, selector: string): DomElement | null {
  try {
    return dom.querySelector(selector);
  } catch {
    return null;
  }
}
