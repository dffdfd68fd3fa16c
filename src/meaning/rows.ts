/** Vectors as they are kept: a byte a number, in memory and in a file that only grows, each with a mark of its text. */
import { createHash } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { makeFolder } from "../folder.ts";

/** A vector of bytes; its direction is what counts. */
export interface VectorRow {
  readonly values: Int8Array;
  /** Of the bytes, so that `values / length` has length one. */
  readonly length: number;
}

/** The vectors of one model, by their texts. */
export interface Rows {
  readonly dimension: number;
  get(text: string): VectorRow | undefined;
  /** Keeps them; in memory only where the file cannot be written. */
  put(rows: readonly (readonly [text: string, vector: Float32Array])[]): Promise<void>;
  /** From memory; from the file when it is tidied. */
  forget(texts: readonly string[]): void;
  /** Writes the file anew where half of it is no longer wanted, and takes away those of other models. */
  tidy(): Promise<void>;
}

const MARK_BYTES = 16;
const READ_BYTES = 1 << 20;
const ENDING = ".vectors";

/** The dimension of the vectors that are kept of a model; undefined where there are none. */
export async function dimensionKept(folder: string, model: string): Promise<number | undefined> {
  const name = nameOf(model);
  const files = await readdir(folder).catch(() => []);
  const own = files.find((one) => one.startsWith(`${name}-`) && one.endsWith(ENDING));
  return own === undefined ? undefined : Number(own.slice(name.length + 1, -ENDING.length)) || undefined;
}

/**
 * Opens the file of a model. A record that a crash cut short is left out, and what follows is written over it.
 * @param model what tells models apart
 * @param dimension numbers of a vector
 */
export async function openRows(folder: string, model: string, dimension: number): Promise<Rows> {
  const name = `${nameOf(model)}-${dimension}${ENDING}`;
  const path = join(folder, name);
  const size = MARK_BYTES + dimension;
  const rows = new Map<string, VectorRow>();
  /** Marks that somebody asked for or put: what stays when the file is tidied. */
  const used = new Set<string>();
  let end = 0;

  const file = await open(path, "r").catch(() => undefined);
  if (file)
    try {
      for (let more = true; more; await breathe()) {
        const chunk = Buffer.alloc(Math.max(1, Math.floor(READ_BYTES / size)) * size);
        const { bytesRead } = await file.read(chunk, 0, chunk.length, end);
        for (let at = 0; at + size <= bytesRead; at += size, end += size)
          rows.set(
            chunk.toString("latin1", at, at + MARK_BYTES),
            rowOf(new Int8Array(chunk.buffer, chunk.byteOffset + at + MARK_BYTES, dimension)),
          );
        more = bytesRead === chunk.length;
      }
    } finally {
      await file.close();
    }

  /** Records of one size each, from a place of the file on. */
  async function write(to: string, from: number, records: readonly Uint8Array[]): Promise<number> {
    await makeFolder(folder);
    const file = await open(to, "r+").catch(() => open(to, "w"));
    try {
      const bytes = Buffer.concat(records);
      await file.write(bytes, 0, bytes.length, from);
      return from + bytes.length;
    } finally {
      await file.close();
    }
  }

  return {
    dimension,
    get(text) {
      const mark = markOf(text);
      const row = rows.get(mark);
      if (row) used.add(mark);
      return row;
    },
    async put(made) {
      const records = made.flatMap(([text, vector]) => {
        const mark = markOf(text);
        const values = bytesOf(vector);
        rows.set(mark, rowOf(values));
        used.add(mark);
        return [Buffer.from(mark, "latin1"), Buffer.from(values.buffer)];
      });
      end = await write(path, end, records).catch(() => end);
    },
    forget(texts) {
      for (const text of texts) {
        rows.delete(markOf(text));
        used.delete(markOf(text));
      }
    },
    async tidy() {
      for (const mark of rows.keys()) if (!used.has(mark)) rows.delete(mark);
      if (end > 2 * rows.size * size) {
        await rm(`${path}.new`, { force: true });
        let written = 0;
        let some: Uint8Array[] = [];
        for (const [mark, { values }] of [...rows]) {
          some.push(Buffer.from(mark, "latin1"), Buffer.from(values));
          if (some.length < 2_000) continue;
          written = await write(`${path}.new`, written, some);
          some = [];
        }
        written = await write(`${path}.new`, written, some);
        await rename(`${path}.new`, path);
        end = written;
      }
      const files = await readdir(folder).catch(() => []);
      for (const one of files)
        if (one.endsWith(ENDING) && one !== name) await rm(join(folder, one), { force: true });
    },
  };
}

/** Eight bits keep the order of close vectors: the largest number becomes 127. */
export function bytesOf(vector: Float32Array): Int8Array {
  const most = vector.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  return Int8Array.from(vector, (one) => Math.round((one / most) * 127));
}

export function rowOf(values: Int8Array): VectorRow {
  return { values, length: Math.sqrt(values.reduce((sum, one) => sum + one * one, 0)) || 1 };
}

const nameOf = (model: string): string => createHash("sha256").update(model).digest("hex").slice(0, 12);

const markOf = (text: string): string =>
  createHash("sha256").update(text).digest().toString("latin1", 0, MARK_BYTES);
