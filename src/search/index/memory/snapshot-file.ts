/** A file of byte sections that knows when it is damaged: sizes first, then the sections, then a checksum of all. */
import { type FileHandle, open } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import { crc32 } from "node:zlib";

/** First word of the file; changes with its layout. */
const MAGIC = 0x5c0_1d04;
/** Bytes read or written between two turns of the event loop. */
const CHUNK = 1 << 20;
const WORD = 4;
/** How long small parts are gathered before others get their turn. */
const SLICE_MS = 8;

/** Writes the sections one after the other, each padded to whole words. Numbers are in this machine's byte order. */
export async function writeSections(
  handle: FileHandle,
  sections: readonly Iterable<Uint8Array>[],
): Promise<void> {
  const head = new Uint32Array(2 + sections.length);
  head.set([MAGIC, sections.length]);
  let position = head.byteLength;
  let crc = 0;
  const chunk = new Uint8Array(CHUNK);
  let used = 0;
  let began = performance.now();
  const flush = async () => {
    crc = crc32(chunk.subarray(0, used), crc);
    await handle.write(chunk, 0, used, position);
    position += used;
    used = 0;
  };
  for (const [i, section] of sections.entries()) {
    let size = 0;
    for (const part of section) {
      size += part.length;
      if (performance.now() - began > SLICE_MS) {
        await turn();
        began = performance.now();
      }
      for (let from = 0; from < part.length; ) {
        const taken = Math.min(part.length - from, CHUNK - used);
        chunk.set(part.subarray(from, from + taken), used);
        used += taken;
        from += taken;
        if (used === CHUNK) await flush();
      }
    }
    head[2 + i] = size;
    for (; size % WORD !== 0; size++) {
      chunk[used++] = 0;
      if (used === CHUNK) await flush();
    }
  }
  await flush();
  const sum = Uint32Array.of(crc32(new Uint8Array(head.buffer), crc));
  await handle.write(new Uint8Array(sum.buffer), 0, WORD, position);
  await handle.write(new Uint8Array(head.buffer), 0, head.byteLength, 0);
}

/** Reads the sections; undefined when the file is not there, cut off, of another layout or changed anywhere. */
export async function readSections(file: string): Promise<Uint8Array[] | undefined> {
  const handle = await open(file, "r").catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(CHUNK, size - at), at);
      if (bytesRead === 0) return undefined;
      at += bytesRead;
    }
    return await split(bytes);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

async function split(bytes: Uint8Array): Promise<Uint8Array[] | undefined> {
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >>> 2);
  const count = words[1] ?? 0;
  if (words[0] !== MAGIC || count > 16 || bytes.length < (3 + count) * WORD) return undefined;
  const head = (2 + count) * WORD;
  const end = bytes.length - WORD;
  const sections: Uint8Array[] = [];
  let at = head;
  for (const size of words.subarray(2, 2 + count)) {
    sections.push(bytes.subarray(at, at + size));
    at += Math.ceil(size / WORD) * WORD;
  }
  if (at !== end) return undefined;
  let crc = 0;
  for (let from = head; from < end; from += CHUNK) {
    crc = crc32(bytes.subarray(from, Math.min(end, from + CHUNK)), crc);
    await turn();
  }
  return crc32(bytes.subarray(0, head), crc) === words[end / WORD] ? sections : undefined;
}
