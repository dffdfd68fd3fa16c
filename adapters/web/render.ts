/** Reply → markup. Pure: the same reply and reader give the same page. */
import type { Locale } from "../../src/i18n/words.ts";
import { type Action, type Block, type Chart, type Reply, type Span, textOf } from "../../src/reply.ts";
import { dateInWords } from "../../src/time.ts";
import { html, type Markup } from "./html.ts";

export interface Look {
  readonly locale: Locale;
  readonly zone: string;
  /** The page that shows what a command line would answer; null where there is none. */
  readonly address: (line: string) => string | null;
}

/** The blocks of a reply below the page's own heading; a card stands below the heading before it, where there is one. */
export function renderReply({ blocks }: Pick<Reply, "blocks">, look: Look): Markup {
  let level = 2;
  return html`${blocks.map((block) => {
    if (block.kind === "heading") level = 3;
    return renderBlock(block, look, level);
  })}`;
}

/** What a card says below its title, for a page whose heading is that title. @param path the page's own, which needs no link */
export function renderBelow(
  { title, facts, lines, notes }: Block & { kind: "card" },
  look: Look,
  path: string,
): Markup {
  const outside = typeof title === "object" && "url" in title ? title.url : undefined;
  return html`${below(facts, lines, notes, look)}${outside && !outside.endsWith(path) && linkOut(outside)}`;
}

function renderBlock(block: Block, look: Look, level: number): Markup | null {
  switch (block.kind) {
    case "heading":
      return html`<h2>${block.text}</h2>`;
    case "prose":
      return html`${paragraphs(block.spans, look)}`;
    case "card":
      return renderCard(block, look, level);
    case "table":
      return renderTable(block, look);
    case "picture":
      return html`<img alt="${block.alt}" src="data:image/png;base64,${Buffer.from(block.png).toString("base64")}">`;
    case "actions":
      return renderActions(block.actions, look);
  }
}

/** A title leads to the page of what it names, where the card has one; the publisher's link then stands below. */
function renderCard(card: Block & { kind: "card" }, look: Look, level: number): Markup {
  const { title, facts, lines, notes, actions = [] } = card;
  const own = actions.map(({ run }) => look.address(run)).find((address) => address !== null);
  const outside = typeof title === "object" && "url" in title ? title.url : undefined;
  const name = html`<span${languageOf(textOf(title), look.locale)}>${textOf(title)}</span>`;
  const heading = own ? html`<a href="${own}">${name}</a>` : renderSpan(title, look);
  return html`<article>${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}${below(facts, lines, notes, look)}${
    own && outside && !outside.endsWith(own.split("?")[0] ?? "") && linkOut(outside)
  }${renderActions(actions.slice(1), look)}</article>`;
}

/** The small print of a card, its lines, and its notes as a list. */
function below(
  facts: readonly Span[] | undefined,
  lines: readonly (readonly Span[])[],
  notes: readonly (readonly Span[])[] | undefined,
  look: Look,
): Markup {
  const spans = (line: readonly Span[]) => line.map((span) => renderSpan(span, look));
  return html`${facts && facts.length > 0 && html`<p class="facts">${spans(facts)}</p>`}${lines.map(
    (line) => html`<p>${spans(line)}</p>`,
  )}${notes && notes.length > 0 && html`<ul class="facts">${notes.map((line) => html`<li>${spans(line)}</li>`)}</ul>`}`;
}

/** The way to the publisher, by its host's name. */
function linkOut(url: string): Markup | false {
  return isWeb(url) && html`<p class="facts"><a href="${url}" rel="noopener nofollow">${hostOf(url)}</a></p>`;
}

function renderTable({ head, rows, chart }: Block & { kind: "table" }, look: Look): Markup {
  if (chart) return renderChart(chart);
  const cells = (row: readonly Span[]) => row.map((span) => html`<td>${renderSpan(span, look)}</td>`);
  return html`<div class="wide"><table>${
    head && html`<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`
  }<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table></div>`;
}

/** Bars with the label of the first and the last; each says its own when it is pointed at. */
function renderChart({ alt, bars }: Chart): Markup {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = 600 / Math.max(1, bars.length);
  return html`<svg viewBox="0 0 600 140" role="img" aria-label="${alt}">${bars.map(({ label, value }, at) => {
    const height = Math.round((value / most) * 110);
    return html`<rect x="${Math.round(at * step)}" y="${115 - height}" width="${Math.max(2, Math.round(step * 0.8))}" height="${height}"><title>${label}: ${value}</title></rect>`;
  })}<text x="0" y="135">${bars[0]?.label}</text><text x="600" y="135" text-anchor="end">${bars.at(-1)?.label}</text></svg>`;
}

/** Only what has a page of its own: a button that posts or changes something has none. */
function renderActions(actions: readonly Action[], look: Look): Markup | null {
  const links = actions
    .filter(({ place }) => place !== "channel")
    .flatMap(({ label, run }) => {
      const address = look.address(run);
      return address === null ? [] : [html`<a href="${address}">${label}</a>`];
    });
  return links.length > 0 ? html`<nav class="more">${links}</nav>` : null;
}

/** An empty line in a text begins a paragraph. */
function paragraphs(spans: readonly Span[], look: Look): Markup[] {
  const [only, ...others] = spans;
  if (typeof only === "string" && others.length === 0)
    return only.split(/\n{2,}/).map((text) => html`<p${languageOf(text, look.locale)}>${text.trim()}</p>`);
  return [html`<p>${spans.map((span) => renderSpan(span, look))}</p>`];
}

function renderSpan(span: Span, look: Look): Markup {
  const page =
    typeof span === "object" && "about" in span && span.about ? look.address(`read ${span.about}`) : null;
  const text = textOf(span);
  if (page !== null) return html`<a href="${page}"${languageOf(text, look.locale)}>${text}</a>`;
  if (typeof span === "string" || "plain" in span) return html`${text}`;
  if ("strong" in span) return html`<strong>${span.strong}</strong>`;
  if ("code" in span) return html`<code>${span.code}</code>`;
  if ("dim" in span) return html`<span class="facts">${span.dim}</span>`;
  if ("url" in span)
    return isWeb(span.url)
      ? html`<a href="${span.url}" rel="noopener nofollow">${span.link}</a>`
      : html`${span.link}`;
  if ("channel" in span) return html`${span.channel}`;
  const words = dateInWords(span.date, span.show, look.zone, look.locale);
  return html`<time datetime="${span.date}">${words}</time>`;
}

/** Tells a screen reader which voice to take, where the script tells it: ` lang="zh"`. */
function languageOf(text: string, reader: Locale): Markup | null {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const language = han * 3 > latin + cyrillic ? "zh" : cyrillic > latin ? "ru" : "en";
  return language === reader ? null : html` lang="${language}"`;
}

/** Articles come from outside: only an address of the web becomes a link. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}
