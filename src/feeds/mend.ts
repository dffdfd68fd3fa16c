/** Broken feed markup, mended item by item, so that one bad item costs no other. */

/** The elements of an item that we read; others are left out of a mended one. */
const FIELD =
  /<(\/?)((?:[\w-]+:)?(?:title|link|guid|id|pubdate|published|updated|issued|modified|created|date|description|summary|content|encoded))((?:\s[^<>]*?)?)(\/?)>/gi;

/** Blanks out CDATA sections, keeping offsets, so that what is inside is not taken for markup. */
export function masked(text: string): string {
  return replaced(text, (comment, length) => (comment ? null : " ".repeat(length)));
}

/**
 * Replaces CDATA sections and comments, all but those of which null is said; one that is never closed is none. By
 * hand, because a regular expression takes quadratic time over many that are not closed.
 */
function replaced(text: string, replace: (comment: boolean, length: number) => string | null): string {
  const closes = (from: number, mark: string) => {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at + mark.length;
  };
  const lastComment = text.lastIndexOf("-->");
  const lastCdata = text.lastIndexOf("]]>");
  const opening = /<!--|<!\[CDATA\[/g;
  let result = "";
  let done = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const comment = match[0] === "<!--";
    if (match.index > (comment ? lastComment : lastCdata)) continue;
    const end = closes(opening.lastIndex, comment ? "-->" : "]]>");
    opening.lastIndex = end;
    const instead = replace(comment, end - match.index);
    if (instead === null) continue;
    result += text.slice(done, match.index) + instead;
    done = end;
  }
  return result + text.slice(done);
}

/** Takes out what no XML parser needs and some trip over: controls, comments, anything before or after the root. */
export function trimmed(text: string): string {
  const legal = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  const plain = replaced(legal, (comment) => (comment ? "" : null));
  const root =
    /<((?:[\w-]+:)?(?:rss|feed|rdf))(?=[\s>])/i.exec(plain) ??
    /<((?:\w+:)?(?:channel|item|entry))(?=[\s>])/i.exec(plain);
  if (!root) return plain;
  const end = plain.toLowerCase().lastIndexOf(`</${root[1]?.toLowerCase()}>`);
  return plain.slice(root.index, end < root.index ? undefined : end + `</${root[1]}>`.length);
}

/** A CDATA section that runs over the end of its item was never closed: its beginning is taken away. Linear. */
export function withoutOpenCdata(text: string): string {
  let result = "";
  let done = 0;
  let itemEnd = -1;
  let sectionEnd = -1;
  for (let at = text.indexOf(CDATA); at >= 0; ) {
    if (itemEnd < at) itemEnd = endOf(text, at);
    if (sectionEnd < at) sectionEnd = placeOf("]]>", text, at);
    if (itemEnd < sectionEnd) {
      result += text.slice(done, at);
      done = at + CDATA.length;
      at = text.indexOf(CDATA, done);
    } else at = text.indexOf(CDATA, sectionEnd);
  }
  return result + text.slice(done);
}
const CDATA = "<![CDATA[";

function placeOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** Where the item ends that is open at a place. */
function endOf(text: string, from: number): number {
  const ends = /<\/(?:[\w-]+:)?(?:item|entry)\s*>/gi;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

/** Whether an item says nothing at all: no text, no address. */
export function isBlank(piece: string): boolean {
  return !/>\s*(?:[^<\s]|<!\[CDATA\[)|href/i.test(piece);
}

/** The first `most` items of a document as pieces of text, each from its start tag to its end or to the next one. */
export function pieces(document: string, most: number): string[] {
  const view = masked(document);
  const starts: RegExpExecArray[] = [];
  for (const start of view.matchAll(/<((?:[\w-]+:)?(?:item|entry))(?=[\s>/])/gi)) {
    if (starts.push(start) >= most) break;
  }
  return starts.map((start, at) => {
    const until = starts[at + 1]?.index ?? view.length;
    const close = view.slice(start.index, until).search(new RegExp(`</${start[1]}\\s*>`, "i"));
    return document.slice(start.index, close < 0 ? until : start.index + close);
  });
}

export interface Mended {
  readonly text: string;
  /** Whether anything had to be closed or escaped. */
  readonly changed: boolean;
}

/**
 * Rewrites an item with every field closed and every stray `<` escaped.
 * @param hard escapes all markup inside the fields too, for items that still do not parse
 * @param cut the document breaks off in this item: an address or a date at its end is not whole
 */
export function mend(piece: string, hard: boolean, cut = false): Mended {
  const name = /^<([\w:-]+)/.exec(piece)?.[1] ?? "item";
  const about = /^<[\w:-]+\s[^<>]*?(rdf:about\s*=\s*(?:"[^"<]*"|'[^'<]*'))/i.exec(piece)?.[1];
  const inner = fields(piece, hard, cut);
  return { text: `<${name}${about ? ` ${about}` : ""}>${inner.text}</${name}>`, changed: inner.changed };
}

interface OpenField {
  readonly name: string;
  readonly attributes: string;
  readonly from: number;
}

const EXACT = /(?:^|:)(?:link|guid|id|pubdate|published|updated|issued|modified|created|date)$/i;

function fields(piece: string, hard: boolean, cut: boolean): Mended {
  const tags = [...masked(piece).matchAll(FIELD)];
  let text = "";
  let changed = hard;
  let open: OpenField | null = null;
  const finish = (field: OpenField, until: number, closed = false) => {
    const raw = piece.slice(field.from, until);
    const mended = sound(raw, hard, closed);
    changed ||= mended !== raw;
    text += `<${field.name}${field.attributes}>${mended}</${field.name}>`;
  };
  for (const [at, tag] of tags.entries()) {
    const [whole, slash, name = "", attributes = "", selfClosing] = tag;
    const current: OpenField | null = open;
    if (slash) {
      if (current?.name.toLowerCase() !== name.toLowerCase()) continue;
      finish(current, tag.index, true);
      open = null;
      continue;
    }
    if (current && closesLater(tags, at, current.name)) continue;
    if (current) {
      changed = true;
      finish(current, tag.index);
    }
    if (selfClosing) text += `<${name}${quoted(attributes)}/>`;
    open = selfClosing ? null : { name, attributes: quoted(attributes), from: tag.index + whole.length };
  }
  if (open && !(cut && EXACT.test(open.name))) finish(open, piece.length);
  return { text, changed: changed || open !== null };
}

/** Whether the end tag of an open field comes before another start tag of that name. */
function closesLater(tags: readonly RegExpExecArray[], from: number, name: string): boolean {
  for (let at = from; at < tags.length; at++) {
    if (tags[at]?.[2]?.toLowerCase() === name.toLowerCase()) return tags[at]?.[1] === "/";
  }
  return false;
}

/** Attributes with every value in double quotes; what is no attribute is dropped. */
export function quoted(attributes: string): string {
  const found = attributes.matchAll(/(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g);
  return Array.from(
    found,
    ([, name, a, b, c]) => ` ${name}="${(a ?? b ?? c ?? "").replace(/"/g, "&quot;")}"`,
  ).join("");
}

/** A field's text that no parser stumbles over: CDATA closed, `<` that starts no tag escaped. */
function sound(text: string, hard: boolean, isClosed: boolean): string {
  const ended = isClosed ? text : text.replace(/<\/?[a-z][^<>]*$/i, "");
  const closed = ended.lastIndexOf("]]>") + 1;
  const whole = ended.slice(0, closed) + ended.slice(closed).replaceAll("<![CDATA[", "");
  const stray = hard
    ? /<!\[CDATA\[[\s\S]*?\]\]>|\]\]>|</g
    : /<!\[CDATA\[[\s\S]*?\]\]>|\]\]>|<(?![a-z/!?][^<>]*>)/gi;
  return whole.replace(stray, (part) => (part === "<" ? "&lt;" : part === "]]>" ? "" : part));
}
