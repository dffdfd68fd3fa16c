/** Finds the article that has an address: its own, a copy's, or that of the paper's page. */
import type { Library } from "./library.ts";
import { linkTo } from "./links.ts";

type Address = (address: string) => Promise<string | undefined>;

const made = new WeakMap<Library, Address>();

/** The id of the article that has this address; undefined when none has. */
export function articleAt(address: string, library: Library): Promise<string | undefined> {
  const look = made.get(library) ?? createAddresses(library);
  made.set(library, look);
  return look(address);
}

/** Articles looked at between two turns of the event loop. */
const SLICE = 2_000;

/** Reads the articles' addresses when one is first asked for, and follows the library from then on. */
function createAddresses(library: Library): Address {
  let ids: Map<string, string> | undefined;
  const add = (to: Map<string, string>, id: string): void => {
    const article = library.get(id);
    if (!article) return;
    const { url, urlKind } = linkTo(article, library.publisher(article.source));
    const own = [article.url, ...(article.copies ?? []).map((copy) => copy.url)];
    for (const address of [...own, urlKind === "page" ? url : null]) {
      const key = address && keyOf(address);
      if (key && !(urlKind === "page" && to.has(key))) to.set(key, id);
    }
  };
  return async (address) => {
    if (!ids) {
      const read = new Map<string, string>();
      const articles = [...library.newest()];
      for (let at = 0; at < articles.length; at += SLICE) {
        for (const { id } of articles.slice(at, at + SLICE)) add(read, id);
        await new Promise((resolve) => setImmediate(resolve));
      }
      library.onChange(({ put }) => {
        for (const { id } of put) add(read, id);
      });
      ids = read;
    }
    const id = ids.get(keyOf(address));
    return id && library.get(id) ? id : undefined;
  };
}

/** Addresses compare without scheme, "www.", fragment, tracking parameters and a slash at the end. */
function keyOf(address: string): string {
  try {
    const { hostname, pathname, searchParams } = new URL(address);
    for (const name of [...searchParams.keys()])
      if (/^(?:utm_|fbclid|gclid|spm|from$|ref$)/.test(name)) searchParams.delete(name);
    const query = searchParams.toString();
    return `${hostname.replace(/^(?:www|m)\./, "")}${pathname.replace(/(?<!\/)\/+$/, "")}${query && `?${query}`}`.toLowerCase();
  } catch {
    return "";
  }
}
