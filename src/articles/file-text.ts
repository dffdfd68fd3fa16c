/** A file of articles as text, in whatever encoding it is. */
import { readFile, stat } from "node:fs/promises";
import { BotError } from "../errors.ts";
import { UNREADABLE } from "../i18n/library.ts";
import type { Words } from "../i18n/words.ts";

const LARGEST_FILE = 512 * 1024 * 1024;

export interface FileText {
  readonly text: string;
  /** The encoding that was found out, as it may be a wrong guess; and what of the text is lost. */
  readonly remarks: readonly Words[];
}

/** @throws BotError("bad-input") when it is too large, empty, binary or in an encoding that nobody knows */
export async function readFileText(file: string): Promise<FileText> {
  const { size } = await stat(file);
  if (size > LARGEST_FILE) throw new BotError("bad-input", UNREADABLE.tooLarge(LARGEST_FILE / 1024 / 1024));
  const bytes = await readFile(file);
  if (bytes.every((byte) => byte <= 32)) throw new BotError("bad-input", UNREADABLE.empty);
  const hasZeros = bytes.subarray(0, 8_192).includes(0);
  const plain = hasZeros ? null : asUtf8(bytes);
  return plain === null ? otherText(bytes, hasZeros) : { text: plain, remarks: [] };
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** As feeds and pages are decoded. The decoder is large: a start, which reads articles of our own, does without it. */
async function otherText(bytes: Uint8Array, hasZeros: boolean): Promise<FileText> {
  const { decode, isDamaged } = await import("../feeds/decode.ts");
  const { text, encoding } = decode(bytes);
  const isWide = encoding.startsWith("utf-16");
  if ((hasZeros && !isWide) || isBinary(text)) throw new BotError("bad-input", UNREADABLE.binary);
  if (isDamaged(text)) throw new BotError("bad-input", UNREADABLE.noEncoding);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  return {
    text,
    remarks: [
      ...(encoding === "utf-8" ? [] : [UNREADABLE.decoded(encoding)]),
      ...(lost > 0 ? [UNREADABLE.lostCharacters(lost)] : []),
    ],
  };
}

/** Whether so many characters control something that it is no text; some stand in texts by mistake. */
function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls * 50 > text.length;
}
