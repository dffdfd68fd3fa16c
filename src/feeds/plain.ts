/** HTML fragments to plain text: what a reader would see, without markup, scripts and odd characters. */
import { decodeHTML } from "entities";
import { Tokenizer } from "htmlparser2";

const CODE = new Set(["script", "style"]);
/** Where one of these is never closed, what follows it is text all the same. */
const UNSEEN = new Set("noscript template iframe object svg head nav menu".split(" "));
const BREAKS = new Set(
  `p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header footer pre hr dd dt figure
  figcaption`.split(/\s+/),
);

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
  const some = html.slice(0, most * 10).replace(/<!\[CDATA\[|\]\]>/g, "");
  const lines = tidy(some.includes("<") ? visible(some) : decodeHTML(some)).split("\n");
  const spaced = lines.map((line) => line.replace(/[^\S\n]+/g, " ").trim()).join("\n");
  return spaced
    .replace(/\n{2,}/g, "\n\n")
    .trim()
    .slice(0, most)
    .toWellFormed();
}

/** What stands between the tags. A word in angle brackets that is no tag, such as `<Silk Road>`, is text. */
function visible(html: string): string {
  const ends = new Set(
    Array.from(html.matchAll(/<\/([a-z][a-z0-9]*)\s*>/gi), ([, name = ""]) => name.toLowerCase()),
  );
  let text = "";
  let unseen = "";
  let opened = { name: "", from: 0 };
  const open = (to: number) => {
    const { name, from } = opened;
    if (unseen !== "") return;
    const written = html.slice(from, to + 1);
    if (!isTag(name, written, ends)) text += wordsOf(written);
    else if (CODE.has(name) || (UNSEEN.has(name) && ends.has(name))) unseen = name;
    else if (BREAKS.has(name)) text += "\n";
  };
  const nothing = () => {};
  // The tokenizer alone takes time that grows with the text: htmlparser2's parser does not where tags stay open.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        if (unseen === "") text += html.slice(start, end);
      },
      ontextentity(code) {
        if (unseen === "") text += String.fromCodePoint(code);
      },
      onopentagname(start, end) {
        opened = { name: html.slice(start, end).toLowerCase(), from: start - 1 };
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (name === unseen) {
          unseen = "";
          text += " ";
        } else if (unseen === "" && BREAKS.has(name)) text += "\n";
      },
      ...{ onattribdata: nothing, onattribend: nothing, onattribentity: nothing, onattribname: nothing },
      ...{ oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onprocessinginstruction: nothing },
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return text + unfinished(html, ends);
}

/** What was no tag, as text: `<expectations, and <b>`, in which a tag may begin. */
function wordsOf(written: string): string {
  const inner = written.length < 1_000 ? written.indexOf("<", 1) : -1;
  return inner < 0
    ? decodeHTML(written)
    : decodeHTML(written.slice(0, inner)) + visible(written.slice(inner));
}

/** A tag that breaks off at the end is left out, but for a word behind a sign: `profits <expectations`. */
function unfinished(html: string, ends: ReadonlySet<string>): string {
  const tail = html.slice(html.lastIndexOf("<"));
  const [, name] = /^<([a-z]+)[^<>="]*$/i.exec(tail) ?? [];
  const isProse = /\s\p{L}+\s+\p{L}/u.test(tail);
  return name && (isProse || !isTag(name.toLowerCase(), tail, ends)) ? decodeHTML(tail) : "";
}

/** A capitalised word wants its end to be a tag: `<Video>`. */
function isTag(name: string, written: string, ends: ReadonlySet<string>): boolean {
  if (/[:-]/.test(name) || ends.has(name)) return true;
  return ELEMENTS.has(name) && !/^<[A-Z][a-z][^=]*$/.test(written);
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
