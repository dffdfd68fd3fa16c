/** The loader that exchanges the number; runs in the loader's own thread. */
import type { InitializeHook, LoadHook } from "node:module";
import { pathToFileURL } from "node:url";

interface Change {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly to: number;
}
let change: Change | undefined;

export const initialize: InitializeHook<Change> = (data) => {
  change = data;
};

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  if (!change || url !== pathToFileURL(change.file).href || loaded.source === undefined) return loaded;
  const text = Buffer.from(loaded.source as Uint8Array).toString("utf8");
  return { ...loaded, source: text.slice(0, change.start) + change.to + text.slice(change.end) };
};
