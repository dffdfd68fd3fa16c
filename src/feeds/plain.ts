/** HTML fragments to plain text: what a reader would see, without markup, scripts and odd characters. */
import { decodeHTML } from "entities";

const INVISIBLE = /<(script|style|noscript|template|iframe|object|svg|head)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAKS =
  /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|header|footer|pre|hr|dd|dt|figure|figcaption)\b[^<>]*>/gi;
const REMARKS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<[!?][a-z][^<>]*>/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[:-][\w:.-]*)?)([^<>]*)>/gi;

/** Elements of HTML, also of its early years; `<Silk Road>` is none of them. */
const ELEMENTS = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup content data datalist dd del details dfn dialog dir div dl dt em
  embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
  iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem
  meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress
  q rb rbc rp rt rtc ruby s samp script search section select shadow slot small source spacer span strike strong style
  sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(
    /\s+/,
  ),
);

/** Text of several lines; paragraphs are separated by one empty line. At most `most` characters. */
export function textOfHtml(html: string, most = 100_000): string {
  const some = html.slice(0, most * 10);
  const visible = some.includes("<")
    ? withoutTags(some.replace(INVISIBLE, " ").replace(BREAKS, "\n").replace(REMARKS, ""))
    : some;
  const lines = tidy(decodeHTML(visible)).split("\n");
  const spaced = lines.map((line) => line.replace(/[^\S\n]+/g, " ").trim()).join("\n");
  return spaced
    .replace(/\n{2,}/g, "\n\n")
    .trim()
    .slice(0, most)
    .toWellFormed();
}

/** Takes tags out. A word in angle brackets is one only by its name or its end; a capitalised one wants its end: `<Video>`. */
function withoutTags(html: string): string {
  const ends = new Set(
    Array.from(html.matchAll(/<\/([a-z][a-z0-9]*)\s*>/gi), ([, name = ""]) => name.toLowerCase()),
  );
  return html.replace(TAG, (whole, slash: string, name: string, more: string, rest: string) => {
    const ended = slash !== "" || ends.has(name.toLowerCase());
    if (more !== "" || ended) return "";
    const capitalised = /^[A-Z][a-z]/.test(name) && !rest.includes("=");
    return ELEMENTS.has(name.toLowerCase()) && !capitalised ? "" : whole;
  });
}

/** Text of one line, for titles. At most 500 characters. */
export function lineOfHtml(html: string): string {
  return textOfHtml(html, 2_000).replace(/\s+/g, " ").slice(0, 500).toWellFormed();
}

/** Takes out what is neither visible nor white space: controls, byte-order marks, lone surrogates, zero widths. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\ufffe\uffff]/g,
      "",
    );
}
