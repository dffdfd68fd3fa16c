/** SQLite's WebAssembly build, made for browsers, in Node. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

export interface Statement {
  bind(values: readonly string[]): Statement;
  stepReset(): void;
  finalize(): void;
}

export interface Database {
  readonly pointer: number;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  selectValues(sql: string, bind: readonly string[]): unknown[];
}

export interface Sqlite {
  readonly oo1: { readonly DB: new (name: string) => Database };
  readonly capi: {
    readonly SQLITE_DESERIALIZE_FREEONCLOSE: number;
    readonly SQLITE_DESERIALIZE_RESIZEABLE: number;
    sqlite3_js_db_export(database: Database): Uint8Array;
    sqlite3_deserialize(
      pointer: number,
      schema: string,
      data: number,
      size: number,
      room: number,
      flags: number,
    ): number;
  };
  readonly wasm: { allocFromTypedArray(bytes: Uint8Array): number };
}

/** Opens the library; it asks a page's window for its address, and would fetch itself from there. */
export async function openSqlite(): Promise<Sqlite> {
  Object.assign(globalThis, { self: globalThis, location: new URL(import.meta.url) });
  const name = "@sqlite.org/sqlite-wasm";
  const { default: open } = (await import(name)) as { default: (how: object) => Promise<Sqlite> };
  const folder = createRequire(import.meta.url)
    .resolve(`${name}/package.json`)
    .replace(/package\.json$/, "");
  return open({ wasmBinary: await readFile(`${folder}sqlite-wasm/jswasm/sqlite3.wasm`) });
}
