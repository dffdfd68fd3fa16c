/** Reads who imports whom from the sources, and holds it against the house's allow-list. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { root } from "../src/root.ts";

export interface Import {
  /** Path of the importing file, from the project's top. */
  readonly from: string;
  /** Path of the imported file, or the name of a package. */
  readonly to: string;
  /** Loaded while the program runs, by `import()`. */
  readonly later: boolean;
}

/** Every import, re-export and dynamic import of the project's rooms. */
export function readImports(rooms: readonly string[] = ["src", "adapters", "commands"]): Import[] {
  return rooms
    .flatMap((room) => sourceFiles(room))
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), "utf8")));
}

/** The imports that a source text makes when it stands at `from`. */
export function importsOf(from: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const found = [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)["'`]([^"'`]+)["'`]/gm)];
  return found.map(([whole, to = ""]) => ({
    from,
    to: to.startsWith(".") ? normalize(join(dirname(from), to)) : to,
    later: whole.includes("("),
  }));
}

/** Files of a room, from the project's top. */
export function sourceFiles(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Rules are tried in order; the first whose `who` matches decides. Node's own modules are for everybody. */
const RULES: readonly { who: RegExp; may: readonly RegExp[] }[] = [
  { who: /^src\/main(\.ts$|\/)/, may: [/./] },
  { who: /^src\/i18n\//, may: [/^src\/i18n\//] },
  {
    who: /^src\/language\//,
    may: [
      /^src\/language\//,
      /^src\/(article|folder|once|root|time)\.ts$/,
      /^src\/i18n\//,
      LANGUAGE_PACKAGES(),
    ],
  },
  {
    who: /^src\/search\//,
    may: [
      /^src\/(search|language)\//,
      /^src\/net\/cluster\.ts$/,
      /^src\/(article|folder|once|time|root|slices)\.ts$/,
      /^src\/i18n\//,
      LANGUAGE_PACKAGES(),
    ],
  },
  { who: /^src\/state\/redis/, may: [/^src\/(?!main\b)/, /^ioredis$/] },
  {
    who: /^src\//,
    may: [/^src\/(?!main\b)/, /^(?!src\/|adapters\/|commands\/|ioredis|@slack|discord)[^./]/],
  },
  { who: /^commands\/index\.ts$/, may: [/^src\/command\.ts$/, /^commands\/folder\.ts$/] },
  { who: /^commands\/folder\.ts$/, may: [/^commands\/\$\{file\}$/] },
  { who: /^commands\//, may: [/^src\/(?!main\b|net\/)/] },
  { who: /^adapters\/terminal\//, may: [/^adapters\/terminal\//, DOORS(), /^get-east-asian-width$/] },
  { who: /^adapters\/web\//, may: [/^adapters\/web\//, DOORS()] },
  { who: /^adapters\/slack\//, may: [/^adapters\/slack\//, DOORS(), /^@slack\//, /^(yaml|zod)$/] },
  {
    who: /^adapters\/discord\//,
    may: [/^adapters\/discord\//, DOORS(), /^(discord\.js|discord-api-types|@discordjs|undici|zod)(\/|$)/],
  },
];

/** Packages that know languages. */
function LANGUAGE_PACKAGES(): RegExp {
  return /^(az|minisearch|natural|opencc-js|pinyin-pro)(\/|$)/;
}

/** An adapter that has no row yet sees its own folder, the doors and its SDK. */
function newAdapter(from: string): { may: readonly RegExp[] } | undefined {
  const folder = /^adapters\/[a-z]+\//.exec(from)?.[0];
  return folder === undefined
    ? undefined
    : { may: [new RegExp(`^${folder}`), DOORS(), /^(?!ioredis|src|adapters|commands)[^.]/] };
}

/** What an adapter sees of the core: requests and replies, never how an answer is found. */
function DOORS(): RegExp {
  return /^src\/((bot|command|form|reply|errors|log|clock|article|time|config|platform|setting)\.ts$|i18n\/|inbox\/|ops\/finding\.ts$|state\/(store|scope|seal)\.ts$)/;
}

/** Imports that the house does not allow, as `who → whom`. */
export function violations(imports: readonly Import[]): string[] {
  return imports
    .filter(({ to }) => !to.startsWith("node:"))
    .filter(({ from, to }) => {
      const rule = RULES.find(({ who }) => who.test(from)) ?? newAdapter(from);
      return !rule?.may.some((allowed) => allowed.test(to));
    })
    .map(({ from, to }) => `${from} → ${to}`);
}

/** Files that import each other, types too, each circle as `a → b → a`; what is loaded later makes none. */
export function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to, later } of imports) {
    if (later) continue;
    const known = next.get(from) ?? new Set<string>();
    next.set(from, known.add(to));
  }
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
