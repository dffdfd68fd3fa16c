/** Markup that no tokenizer stumbles over; every character stays in its place. */

/** Stands for a `<` that begins no tag. */
export const STRAY = "\ufffe";
const CDATA = "<![CDATA[";
const UNNEEDED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** A `<` that begins no tag, or a tag in which a quote is not closed. */
const UNSOUND =
  /<(?!\?|!(?:--|\[CDATA\[|[a-z])|\/?[a-z_](?:[^<>"']|"[^"<]*"|'[^'<]*'){0,9999}>)(?:\/?[a-z_][^<>]*>)?/gi;

/** Takes out what no XML may have. */
export function legalXml(text: string): string {
  return text.toWellFormed().replace(UNNEEDED, "");
}

/**
 * CDATA sections and comments that are never closed are none, a `<` that begins no tag is a sign, and a tag in which a
 * quote is not closed has no quotes. Linear.
 */
export function sound(legal: string): string {
  const [head = "", ...sections] = legal.split(CDATA);
  const closed = sections.map((section, at) => {
    const end = section.search(/\]\]>|<\/(?:[\w-]+:)?(?:item|entry)\s*>/i);
    const ends = end < 0 ? at === sections.length - 1 : section.startsWith("]]>", end);
    return (ends ? CDATA : " ".repeat(CDATA.length)) + section;
  });
  const text = head + closed.join("");
  const last = text.lastIndexOf("-->") + 1;
  const whole = text.slice(0, last) + text.slice(last).replaceAll("<!--", "    ");
  return whole.replace(UNSOUND, (found) => (found === "<" ? STRAY : found.replace(/["']/g, " ")));
}
