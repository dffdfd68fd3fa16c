/** HTML fragments to plain text: what a reader would see, without markup, scripts and odd characters. */
import { decodeHTML } from "entities";

const INVISIBLE = /<(script|style|noscript|template|iframe|object|svg|head)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAKS =
  /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|header|footer|pre|hr|dd|dt|figure|figcaption)\b[^<>]*>/gi;
const TAGS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<[/!?]?[a-z][^<>]*>/gi;

/** Text of several lines; paragraphs are separated by one empty line. At most `most` characters. */
export function textOfHtml(html: string, most = 100_000): string {
  const some = html.slice(0, most * 10);
  const visible = some.includes("<")
    ? some.replace(INVISIBLE, " ").replace(BREAKS, "\n").replace(TAGS, "")
    : some;
  const lines = tidy(decodeHTML(visible)).split("\n");
  const spaced = lines.map((line) => line.replace(/[^\S\n]+/g, " ").trim()).join("\n");
  return spaced
    .replace(/\n{2,}/g, "\n\n")
    .trim()
    .slice(0, most)
    .toWellFormed();
}

/** Text of one line, for titles. At most 500 characters. */
export function lineOfHtml(html: string): string {
  return textOfHtml(html, 2_000).replace(/\s+/g, " ").slice(0, 500).toWellFormed();
}

/** Takes out what is neither visible nor white space: controls, byte-order marks, lone surrogates, zero widths. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\ufffe\uffff]/g,
      "",
    );
}
