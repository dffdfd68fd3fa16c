/** Bytes to text: finds out which encoding they are really in, whatever the server and the document claim. */
import iconv from "iconv-lite";
import { plausibility } from "./plausible.ts";

export interface Decoded {
  readonly text: string;
  /** The encoding that was used, lower case: the declared name where it is true ("gb2312", "utf-16le"). */
  readonly encoding: string;
  /** The encoding that was declared and is not true; null when there is nothing to remark. */
  readonly misdeclared: string | null;
}

/** Tried when nothing declared fits, best guess by the text it gives. */
const GUESSES = [
  "gb18030",
  "big5",
  "windows-1251",
  "koi8-r",
  "iso-8859-5",
  "shift_jis",
  "windows-1252",
] as const;
/** Broken sequences in UTF-8 may be more: what is whole in it cannot be so by chance. */
const DAMAGE_UTF8 = 0.2;
/** A guess refutes a declaration by so many bytes beyond ASCII, when its text is so likely and so much more so. */
const EVIDENCE = 16;
const CERTAIN = 0.4;
const MORE_LIKELY = 1.2;
/** A text may have this share of its non-ASCII characters damaged and still be in that encoding. */
const DAMAGE = 0.02;
const SAMPLE = 128 * 1024;

/**
 * Decodes in this order of belief: byte-order mark, the pattern of UTF-16, valid UTF-8, the HTTP charset, the
 * document's own prolog or meta element, and else the guess that gives the most everyday characters.
 * A declaration that gives damaged or implausible text is not believed.
 */
export function decode(bytes: Uint8Array, contentType = ""): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked)
    return {
      text: utf(bytes.subarray(marked.skip), marked.encoding),
      encoding: marked.encoding,
      misdeclared: null,
    };
  const declared = [httpCharset(contentType), documentCharset(bytes)].flatMap((label) => canonical(label));
  const encoding = choose(bytes, declared);
  const claimed = declared[0];
  const text = encoding.startsWith("utf-") ? utf(bytes, encoding) : legacyText(bytes, encoding);
  return { text, encoding, misdeclared: claimed && codecOf(claimed) !== codecOf(encoding) ? claimed : null };
}

function choose(bytes: Uint8Array, declared: readonly string[]): string {
  const sixteen = utf16Pattern(bytes);
  if (sixteen) return sixteen;
  const head = sampleOf(bytes);
  const known = declared.filter((name) => !name.startsWith("utf-16"));
  const legacy = known.find((name) => name !== "utf-8");
  if (looksUtf8(head, legacy === undefined ? 1 : 4)) return legacy && isAscii(bytes) ? legacy : "utf-8";
  const others = [...new Set([...known.filter((name) => name !== "utf-8"), ...GUESSES])].map((name) => {
    const text = legacyText(head, name);
    return { name, damage: damageOf(text), likely: plausibility(text) };
  });
  const [best] = others.filter(({ damage }) => damage <= DAMAGE).sort((a, b) => b.likely - a.likely);
  const believed = others.find(({ name, damage }) => known.includes(name) && damage <= DAMAGE);
  if (believed) {
    const certain = best && best.likely > CERTAIN && head.filter((byte) => byte >= 0x80).length >= EVIDENCE;
    return certain && best.likely > believed.likely * MORE_LIKELY ? best.name : believed.name;
  }
  if (best && best.likely > 0.15) return best.name;
  const chinese = others.some(({ name, damage }) => name === "gb18030" && damage <= DAMAGE);
  return chinese && !known.includes("utf-8") ? "gb18030" : "utf-8";
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; skip: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", skip: 2 };
  return null;
}

/** Markup and JSON begin with ASCII, every character of which has a zero byte on one side in UTF-16. */
function utf16Pattern(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 1_024);
  const zeros = (side: 0 | 1) => head.filter((byte, at) => byte === 0 && at % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (Math.max(even, odd) * 8 < head.length) return null;
  if (odd > 4 * even) return "utf-16le";
  return even > 4 * odd ? "utf-16be" : null;
}

/** Damage is counted instead of refused, so that one broken character does not lose the document. */
function looksUtf8(head: Uint8Array, enough: number): boolean {
  const text = new TextDecoder("utf-8").decode(head, { stream: true });
  const beyond = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  if (beyond === 0) return true;
  return beyond >= enough && damageOf(text) <= DAMAGE_UTF8;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** The beginning, and more of it where that has no letters that could tell encodings apart. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first), Math.max(0, first) + SAMPLE);
}

/** Whether too much of a text is damaged for it to be in the encoding that it was decoded from. */
export function isDamaged(text: string): boolean {
  return damageOf(text) > DAMAGE;
}

/** The share of non-ASCII characters that could not be decoded. */
function damageOf(text: string): number {
  const beyond = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  const broken = text.match(/[\ufffd\u0080-\u0084\u0086-\u009f]/g)?.length ?? 0;
  return beyond === 0 ? 0 : broken / beyond;
}

function httpCharset(contentType: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1];
}

/** The XML prolog's encoding or the HTML meta element's charset, both readable as ASCII. */
function documentCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1");
  const prolog = /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
  return prolog ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

/** The WHATWG name of a label, except that GB2312 keeps its own; nothing for a label that nobody knows. */
function canonical(label: string | undefined): string[] {
  if (label === undefined) return [];
  const plain = label.toLowerCase().replace(/^win(?:dows)?[-_]?(125\d)$/, "windows-$1");
  if (/^(x-)?(euc-?cn|gb_?2312(-80)?|csgb2312|chinese)$/.test(plain)) return ["gb2312"];
  try {
    return [new TextDecoder(plain).encoding.toLowerCase()];
  } catch {
    return iconv.encodingExists(plain) ? [plain] : [];
  }
}

/** The decoder for a name; GB2312 and GBK are parts of GB18030 and real pages use all of it. */
function codecOf(encoding: string): string {
  return /^gb/.test(encoding) ? "gb18030" : encoding;
}

/** iconv-lite where it knows the encoding (Node 20's own windows-1252 is wrong), else what the platform has. */
function legacyText(bytes: Uint8Array, name: string): string {
  const codec = codecOf(name);
  return iconv.encodingExists(codec)
    ? iconv.decode(Buffer.from(bytes), codec)
    : new TextDecoder(name).decode(bytes);
}

function utf(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
