/** A web page as a tree, whatever tags its author left out. Slow on hostile markup: use it where it can be stopped. */
import { parseHTML } from "linkedom";

/** As much of the DOM as is used here. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string;
}
export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly innerHTML: string;
  readonly parentElement: DomElement | null;
  readonly previousSibling: DomNode | null;
  readonly nextSibling: DomNode | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  removeAttribute(name: string): void;
  remove(): void;
}
export interface Dom extends DomElement {
  readonly body: DomElement | null;
  cloneNode(deep: boolean): Dom;
}

const UNSEEN = /<(script|style|svg|iframe|noscript|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

/** Without scripts (but for data about the page), styles and comments. HTML lets `<html>` and `<body>` be left out. */
export function domOf(html: string): Dom {
  const clean = html.replace(UNSEEN, (part) => (/^<script[^>]+ld\+json/i.test(part) ? part : ""));
  const dom = parsed(clean);
  const body = dom.querySelector("html > body");
  if (body !== null && body.textContent.trim() !== "") return dom;
  const inner = clean.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)\b[^>]*>/gi, "");
  return parsed(`<!doctype html><html><head></head><body>${inner}</body></html>`);
}

function parsed(html: string): Dom {
  const { document } = parseHTML(html);
  const dom: Dom = document;
  return dom;
}
