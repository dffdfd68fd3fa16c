/** Outside text into Slack's mrkdwn and back: it arrives as the characters it is, never as markup, mention or link. */

const JOINER = "\u2060";
/** Zero-width space: Slack sees a word boundary there, so that bold works inside Chinese. */
export const BOUNDARY = "\u200b";

/** What `clean` changes; most text has none of it, and asking once is quicker than looking for each. */
const UNCLEAN = /[\p{Surrogate}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u;

/** Well-formed text without control characters, with every bidirectional embedding closed again. */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  const shown = text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "");
  return shown + closers(shown);
}

/** Right-to-left marks that a title leaves open would turn round whatever follows it. */
function closers(text: string): string {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (mark === "\u202c" || mark === "\u2069") {
      if (open.at(-1) === mark) open.pop();
    } else open.push(mark >= "\u2066" ? "\u2069" : "\u202c");
  }
  return open.reverse().join("");
}

/** Slack's documented escaping: only these three. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The way back, for text that Slack sends us. */
export function unescapeText(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** A name between colons; not the minutes of 22:00-07:00, for few emoji have no letter. */
const EMOJI = /:(?=[^:]*\p{L}|\+1:|-1:|100:|1234:)[\p{L}\p{N}_+'-]+:/u;

/** Whether mrkdwn would take some of these characters for formatting, a quote or an emoji; it has no escape for them. */
export function formats(text: string): boolean {
  return /[*_~`]|^[^\S\n]*>/m.test(text) || EMOJI.test(text);
}

/**
 * For rich text, which shows characters as they are. Whether Slack decodes entities there is not documented,
 * so what looks like an entity or a mention is parted by an invisible joiner.
 */
export function inert(text: string): string {
  return text.replace(/<(?=[!@#])/g, `<${JOINER}`).replace(/&(?=(?:amp|lt|gt);)/g, `&${JOINER}`);
}

/** URL takes more for a host than any name server knows, `&` among it. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/** An http(s) address that can stand in `<…|…>`, or null when it is none. */
export function safeUrl(url: string, max: number): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
  if (!HOST.test(parsed.hostname)) return null;
  const written = parsed.href.replace(/[|<>\s]/g, encodeURIComponent);
  return escapeText(written).length <= max ? written : null;
}

/** What somebody wrote in a message, as the characters that they typed: entities, links and mentions undone. Slack writes &lt; for a typed <. */
export function typed(text: string, botUser?: string): string {
  const plain = text
    .replace(/<@([A-Z0-9]+)(?:\|([^<>]*))?>/g, (_, id: string, name?: string) =>
      id === botUser ? " " : `@${name || id}`,
    )
    .replace(/<!subteam\^([A-Z0-9]{1,40})(?![A-Z0-9])[^<>]*>/g, "@$1")
    .replace(/<#[A-Z0-9]+\|([^<>]*)>/g, "#$1")
    .replace(/<![^|<>]{0,200}\|([^<>]*)>/g, "$1")
    .replace(/<!([a-z]{1,40})(?![a-z])[^<>]*>/g, "@$1")
    .replace(/<(?:https?|mailto|tel):[^|<>]*\|([^<>]*)>/g, "$1")
    .replace(/<((?:https?|mailto|tel):[^<>]*)>/g, "$1");
  return unescapeText(plain).trim();
}
