/** Makes outside text harmless in Discord's markdown: what is written stays written, nothing comes alive. */

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Overrides, embeddings and isolates can turn round the text that follows them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}\p{M}\u2800\u3164\u115f\u1160\uffa0]/gu;
/** Keeps an `@` from touching the word that would make it a mention; Discord ignores a backslash there. */
const GAP = "\u200b";

/** An `@` that is or, with what may follow this text, could become a mention. */
const MENTION = /@(?=everyone|here|[!&]?\d|$)/gi;

/** Well-formed Unicode with one kind of line break and no control or turning characters. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(CONTROLS, "")
    .replace(TURNING, "");
}

/** The same on one line. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, " ").trim();
}

/** Whether Discord would see nothing in it (and refuse it as an empty title or label). */
export function isBlank(text: string): boolean {
  return text.replace(UNSEEN, "") === "";
}

/**
 * Escapes markdown, mentions, bare links and invitations.
 * @see https://support.discord.com/hc/en-us/articles/210298617 for what Discord reads as markup
 */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(/[\\*_~|`<>[\]#]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(MENTION, `@${GAP}`)
    .replace(/(discord(?:app)?)\.(?=\w)/gi, "$1\\.")
    .replace(/^([^\S\n]*)([-+])(?=\s)/gm, "$1\\$2")
    .replace(/^([^\S\n]*\d+)([.)])(?=\s)/gm, "$1\\$2");
}

/** Text in code letters, where nothing can be escaped; what would break out or come alive is shown without them. */
export function code(text: string): string {
  const inside = clean(text);
  const harmless = !/[`\n@<|]|:\/\/|discord/i.test(inside) && !isBlank(inside);
  return harmless ? `\`${inside}\`` : escapeMarkdown(text);
}

/** Text for a block of code: nothing in it ends the block or comes alive. */
export function coded(text: string): string {
  return oneLine(text)
    .replace(/`/g, "'")
    .replace(/:(?=\/\/)|<(?=[@#:/!a-z])|\|(?=\|)|(?<=discord(?:app)?)\./gi, `$&${GAP}`)
    .replace(MENTION, `@${GAP}`);
}

/** The address as Discord takes it, or null when it is not a plain web address. */
export function webAddress(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  return parsed.href.replace(/[()|`@]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
