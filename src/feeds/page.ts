/** The page behind an item: its full text by Readability, its date, and whether it is only a wall. */
import { Readability } from "@mozilla/readability";
import { dayOf, isMidnight } from "../time.ts";
import { withoutBoilerplate } from "./boilerplate.ts";
import { readDate } from "./dates.ts";
import { decode } from "./decode.ts";
import { type Dom, domOf } from "./dom.ts";
import { canonicalOf, refreshOf, statedDates, statedText, wallSigns } from "./page-facts.ts";
import { lineOfHtml, textOfHtml } from "./plain.ts";
import { type Wall, wallOf, weightOf } from "./wall.ts";

export interface ExtractedPage {
  readonly title: string;
  /** Paragraphs separated by empty lines; "" where the page has no article or only a wall. */
  readonly text: string;
  readonly published: string | null;
  /** The address that the page calls its own, on the same site; null when it names none. */
  readonly canonical: string | null;
  /** Where a page without a text of its own sends its reader. */
  readonly refresh: string | null;
  /** Why there is no text. */
  readonly wall: Wall | null;
}

export interface PageSource {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string;
  readonly zone: string;
  readonly now: number;
}

/** Reads one page. Slow on hostile markup: run it where it can be stopped. */
export function readPage(source: PageSource): ExtractedPage {
  const { text: html } = decode(source.bytes, source.contentType);
  const dom = domOf(html);
  const lead = leadOf(dom);
  const signs = wallSigns(dom);
  const canonical = canonicalOf(dom, source.url);
  const name =
    lineOfHtml(dom.querySelector("h1")?.innerHTML ?? "") ||
    lineOfHtml(dom.querySelector("title")?.innerHTML ?? "");
  const dates = [...statedDates(dom, name)].flatMap(
    (date) => readDate(date, source.zone, source.now).instant ?? [],
  );
  const refresh = refreshOf(dom, source.url);
  const stated = signs.notFree ? "" : statedText(dom, name);
  const { title, content } = extracted(dom);
  const own = withLead(withoutBoilerplate(content), lead);
  const text = isMuchMore(stated, own) ? withoutBoilerplate(stated) : own;
  const wall = wallOf(text, signs);
  return {
    title,
    text: wall ? "" : text,
    refresh: weightOf(text) < SHORT ? refresh : null,
    published: surest(dates, source.zone),
    canonical,
    wall,
  };
}

/** The first date; where that is a day alone, the first hour of that day that another one tells. */
function surest(dates: readonly string[], zone: string): string | null {
  const [first] = dates;
  if (first === undefined) return null;
  const day = dayOf(first, zone);
  if (!isMidnight(first, zone)) return first;
  return dates.find((date) => dayOf(date, zone) === day && !isMidnight(date, zone)) ?? first;
}

/** A first candidate as short as this is looked at again. */
const SHORT = 500;
/** The second look counts when it has so much more that reads as sentences; else it only added menus. */
const MUCH_MORE = 1.5;

/** The longest of the pages that Readability is tried with has 165,000 characters. */
const LONGEST = 200_000;
const TEXT_NODE = 3;

interface Extract {
  readonly title: string;
  readonly content: string;
}

/**
 * Readability with a low threshold keeps short wire items clean, and takes a caption for the article on some long
 * pages; with its own threshold it goes on looking, and on short pages takes the menu along. Both are asked.
 */
function extracted(dom: Dom): Extract {
  keepWords(dom);
  const again = dom.cloneNode(true);
  const first = extract(dom, 100);
  if (weightOf(first.content) > 10 * SHORT) return first;
  const second = extract(again, SHORT);
  return isMuchMore(second.content, first.content) ? second : first;
}

const INLINE = /^(?:span|em|strong|b|i|u|mark|q|cite|font|abbr|[a-z]+-[a-z-]+)$/i;
const AUTHOR = /byline|author|dateline|writtenby/i;

/** Words in the middle of a sentence, and formulas, are no menu, whatever their class says to Readability. */
function keepWords(dom: Dom): void {
  for (const element of dom.querySelectorAll("[class], [id]")) {
    const named = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (!INLINE.test(element.tagName) || AUTHOR.test(named)) continue;
    const beside = [element.previousSibling, element.nextSibling].some(
      (node) => node?.nodeType === TEXT_NODE && /\p{L}/u.test(node.textContent),
    );
    const sentence = beside && weightOf(element.parentElement?.textContent ?? "") >= 40;
    if (!sentence && !element.querySelector("math")) continue;
    element.removeAttribute("class");
    element.removeAttribute("id");
  }
}

function extract(dom: Dom, charThreshold: number): Extract {
  if (dom.body === null) return { title: "", content: "" };
  const document = dom as unknown as ConstructorParameters<typeof Readability>[0];
  const article = new Readability(document, { charThreshold }).parse();
  return { title: lineOfHtml(article?.title ?? ""), content: textOfHtml(article?.content ?? "", LONGEST) };
}

function isMuchMore(text: string, other: string): boolean {
  return prose(text) > MUCH_MORE * prose(other) + SHORT / 2;
}

/** How much of a text is in lines that are sentences, in Latin letters. */
function prose(text: string): number {
  const lines = text
    .split("\n")
    .filter((line) => weightOf(line) >= 50 && /[.!?。！？…」”"»)）]$/u.test(line.trim()));
  return weightOf(lines.join(""));
}

/** Sentences in the header of an article, which Readability throws away with it. */
function leadOf(dom: Dom): string[] {
  const lines: string[] = [];
  for (const header of dom.querySelectorAll("header")) {
    if (!header.querySelector("h1") && !header.closest("article, main")) continue;
    for (const block of header.querySelectorAll("p, h2, div")) {
      if (block.querySelector("p, div, h1, h2, ul, a, time") || block.closest("nav, aside, form")) continue;
      const line = lineOfHtml(block.innerHTML);
      if (weightOf(line) >= 40 && /[.!?。！？…”"»]$/u.test(line)) lines.push(line);
    }
  }
  return lines;
}

function withLead(text: string, lead: readonly string[]): string {
  const missing = lead.filter((line) => !text.includes(line.slice(0, 40)));
  return text === "" ? "" : [...missing, text].join("\n\n");
}
