/** Broken feed markup, mended item by item, so that one bad item costs no other. */

/** The elements of an item that we read; others are left out of a mended one. */
const FIELD =
  /<(\/?)((?:[\w-]+:)?(?:title|link|guid|id|pubdate|published|updated|issued|modified|created|date|description|summary|content|encoded))((?:\s[^<>]*?)?)(\/?)>/gi;
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g;

/** Blanks out CDATA sections, keeping offsets, so that what is inside is not taken for markup. */
export function masked(text: string): string {
  return text.replace(CDATA, (section) => " ".repeat(section.length));
}

/** Takes out what no XML parser needs and some trip over: controls, comments, anything before or after the root. */
export function trimmed(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, (part) => (part.startsWith("<!--") ? "" : part));
  const root =
    /<((?:[\w-]+:)?(?:rss|feed|rdf))(?=[\s>])/i.exec(plain) ??
    /<((?:\w+:)?(?:channel|item|entry))(?=[\s>])/i.exec(plain);
  if (!root) return plain;
  const end = plain.toLowerCase().lastIndexOf(`</${root[1]?.toLowerCase()}>`);
  return plain.slice(root.index, end < root.index ? undefined : end + `</${root[1]}>`.length);
}

/** The items of a document as pieces of text, each from its own start tag to its end or to the next one. */
export function pieces(document: string): string[] {
  const view = masked(document);
  const starts = [...view.matchAll(/<((?:[\w-]+:)?(?:item|entry))(?=[\s>/])/gi)];
  return starts.map((start, at) => {
    const until = starts[at + 1]?.index ?? view.length;
    const close = view.slice(start.index, until).search(new RegExp(`</${start[1]}\\s*>`, "i"));
    return document.slice(start.index, close < 0 ? until : start.index + close);
  });
}

/**
 * Rewrites an item with every field closed and every stray `<` escaped.
 * @param hard escapes all markup inside the fields too, for items that still do not parse
 */
export function mend(piece: string, hard: boolean): string {
  const name = /^<([\w:-]+)/.exec(piece)?.[1] ?? "item";
  const about = /^<[\w:-]+\s[^<>]*?(rdf:about\s*=\s*(?:"[^"<]*"|'[^'<]*'))/i.exec(piece)?.[1];
  return `<${name}${about ? ` ${about}` : ""}>${fields(piece, hard)}</${name}>`;
}

function fields(piece: string, hard: boolean): string {
  const view = masked(piece);
  const tags = [...view.matchAll(FIELD)];
  let mended = "";
  let open: { name: string; attributes: string; from: number } | null = null;
  const close = (until: number) => {
    if (open)
      mended += `<${open.name}${open.attributes}>${sound(piece.slice(open.from, until), hard)}</${open.name}>`;
    open = null;
  };
  for (const [at, tag] of tags.entries()) {
    const [whole, slash, name = "", attributes = "", selfClosing] = tag;
    const current = open as { name: string } | null;
    if (slash) {
      if (current?.name.toLowerCase() === name.toLowerCase()) close(tag.index);
      continue;
    }
    if (current && closesLater(tags, at, current.name)) continue;
    close(tag.index);
    if (selfClosing) mended += `<${name}${quoted(attributes)}/>`;
    else open = { name, attributes: quoted(attributes), from: tag.index + whole.length };
  }
  close(piece.length);
  return mended;
}

/** Whether the end tag of an open field comes before another start tag of that name. */
function closesLater(tags: readonly RegExpExecArray[], from: number, name: string): boolean {
  const next = tags.slice(from).find((tag) => tag[2]?.toLowerCase() === name.toLowerCase());
  return next?.[1] === "/";
}

/** Attributes with every value in double quotes; what is no attribute is dropped. */
export function quoted(attributes: string): string {
  const found = attributes.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g);
  return Array.from(
    found,
    ([, name, a, b, c]) => ` ${name}="${(a ?? b ?? c ?? "").replace(/"/g, "&quot;")}"`,
  ).join("");
}

/** A field's text that no parser stumbles over: CDATA closed, `<` that starts no tag escaped. */
function sound(text: string, hard: boolean): string {
  const whole = text.replace(/<[^<>]*$/, "").replace(/<!\[CDATA\[(?![\s\S]*\]\]>)/, "");
  const stray = hard ? /</g : /<(?![a-z/!?][^<>]*>)/gi;
  return whole
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith("<![CDATA[") ? part : part.replace(stray, "&lt;").replaceAll("]]>", "")))
    .join("");
}
