/** Long Han names that are one term: 白俄罗斯 has nothing of 俄罗斯, and 斯坦 is no part that countries share. */
import { countries } from "./countries.ts";

/** A name in a run of Han characters, and the terms that it gives: itself, and shorter names of the same thing. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** Offsets are within the name. */
  readonly parts: readonly { readonly term: string; readonly start: number }[];
}

/** Names of two characters are pairs already. */
const SHORTEST = 3;
/** Places and titles that have the name of a country in them, which they are not. */
const OTHERS =
  "内蒙古 印度洋 印度河 印度支那 西印度群岛 几内亚湾 新几内亚 新墨西哥 墨西哥湾 日本海 阿曼湾 孟加拉湾 西孟加拉邦 法属圭亚那 美属萨摩亚 阿曼苏丹 文莱苏丹 东突厥斯坦".split(
    " ",
  );

/** Names by their first two characters, the longest first. */
let names: ReadonlyMap<string, readonly { name: string; parts: NameSpan["parts"] }[]> | undefined;

/** The names of a run, from left to right, the longest at each place. @param run simplified, without gaps */
export function nameSpans(run: string): readonly NameSpan[] {
  names ??= readNames();
  const found: NameSpan[] = [];
  for (let i = 0; i < run.length - 2; ) {
    const known = names.get(run.slice(i, i + 2))?.find(({ name }) => run.startsWith(name, i));
    if (known) found.push({ start: i, end: i + known.name.length, parts: known.parts });
    i += known?.name.length ?? 1;
  }
  return found;
}

function readNames() {
  const table = new Map<string, { name: string; parts: NameSpan["parts"] }[]>();
  const add = (name: string, same: readonly string[]) => {
    const parts = same.flatMap((term) => (name.includes(term) ? [{ term, start: name.indexOf(term) }] : []));
    const key = name.slice(0, 2);
    const row = table.get(key) ?? [];
    row.push({ name, parts: parts.sort((a, b) => a.start - b.start || a.term.length - b.term.length) });
    row.sort((a, b) => b.name.length - a.name.length);
    table.set(key, row);
  };
  for (const { zh } of countries()) {
    const plain = zh.map((name) => name.replace(/[^\p{Script=Han}]/gu, ""));
    for (const name of new Set(plain)) if (name.length >= SHORTEST) add(name, plain);
  }
  for (const name of OTHERS) add(name, [name]);
  return table;
}
