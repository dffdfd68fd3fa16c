/** Builds the program: TypeScript and what every start needs become few files, as each file costs every start its time. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

/** Packages that most answers need. The others stay in node_modules and are loaded when they are first needed. */
const BUNDLED = ["get-east-asian-width", "minisearch", "natural", "opencc-js", "temporal-polyfill", "zod"];

/** `commands/folder.ts` reads its folder; a program in few files has none to read, so its imports are written out. */
const commandFolder = {
  name: "command-folder",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]commands[\\/]folder\.ts$/ }, async () => {
      const files = (await readdir("commands")).filter((name) => !/^(index|folder)\.ts$/.test(name));
      const imports = files.map((file, i) => `import * as c${i} from "./${file}";`);
      const contents = `${imports.join("\n")}\nexport const readModules = async () => [${files.map((_, i) => `c${i}`)}];`;
      return { contents, loader: "ts", resolveDir: "commands" };
    });
  },
};

/** What each answer at a shell needs beside the program's beginning; loaded by `import()`, as other ways to run do without. */
const EVERY_ANSWER = [
  "src/main/one-shot.ts",
  "adapters/terminal/one-shot.ts",
  "adapters/terminal/render.ts",
  "src/state/journal.ts",
];
const CHUNKS = "dist/chunks";
const MAIN = "dist/src/main.js";

const { dependencies, devDependencies } = JSON.parse(await readFile("package.json", "utf8"));
const packages = Object.keys({ ...dependencies, ...devDependencies });
const common = {
  bundle: true,
  sourcemap: true,
  sourcesContent: false,
  format: "esm",
  platform: "node",
  target: "node20",
  // Fewer bytes are read and scanned at each start; names stay, for errors.
  charset: "utf8",
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: "warning",
};
await rm(CHUNKS, { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: [
    "src/main.ts",
    "src/feeds/reader.worker.ts",
    "src/language/compile/compile.ts",
    "src/main/ship.ts",
  ],
  outbase: ".",
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  splitting: true,
  metafile: true,
  external: packages.filter((name) => !BUNDLED.includes(name)),
  plugins: [commandFolder],
});

/**
 * The chunks of every answer become one file: esbuild parts them wherever another way to run needs only some of them, and
 * some ninety files take longer to find than to run. The chunks stay as names for what is in that file.
 */
async function joinChunks(outputs) {
  const starts = Object.keys(outputs).filter((file) => EVERY_ANSWER.includes(outputs[file].entryPoint));
  const needed = new Set();
  const need = (file) => {
    if (needed.has(file)) return;
    if (file !== MAIN) needed.add(file);
    for (const { path, kind, external } of outputs[file].imports)
      if (kind === "import-statement" && !external) need(path);
  };
  for (const file of [MAIN, ...starts]) need(file);
  const chunks = [...needed].map((file, at) => ({ file, at, exports: outputs[file].exports }));
  const name = (at, one) => `c${at}_${one}`;
  const list = (pairs) => `{ ${pairs.map(([from, to]) => `${from} as ${to}`).join(", ")} }`;
  const own = new Set(chunks.map(({ file }) => basename(file)));
  await buildCore({
    contents: chunks
      .map(({ file, at, exports }) => {
        const names = list(exports.map((one) => [one, name(at, one)]));
        return `import "./${basename(file)}";\nexport ${names} from "./${basename(file)}";`;
      })
      .join("\n"),
    names: chunks.flatMap(({ at, exports }) => exports.map((one) => name(at, one))),
    plugins: [only(own)],
  });
  for (const { file, at, exports } of chunks) {
    const names = list(exports.map((one) => [name(at, one), one]));
    await writeFile(file, `export ${names} from "./core.js";\n`);
    await rm(`${file}.map`, { force: true });
  }
  // The beginning asks for that file itself.
  await build({
    ...common,
    entryPoints: [MAIN],
    outfile: MAIN,
    allowOverwrite: true,
    plugins: [only(own, { "./core.js": "../chunks/core.js" })],
  });
}

/**
 * The core is a script, `core.cjs`, as V8 keeps what it compiled of scripts and not of modules; `core.js` is the module
 * that the chunks import it by. See `src/main/load-core.ts`.
 */
async function buildCore({ contents, names, plugins }) {
  const { outputFiles } = await build({
    ...common,
    format: "cjs",
    stdin: { contents, resolveDir: CHUNKS },
    outfile: `${CHUNKS}/core.cjs`,
    define: { "import.meta.url": "coreUrl" },
    banner: {
      js: `const coreUrl = require("node:url").pathToFileURL(__filename).href, lazily = module.import ?? ((name) => import(name));`,
    },
    plugins,
    write: false,
  });
  // A script cannot import; who loads it can. The name is as long, so that the source map stays true.
  for (const { path, text } of outputFiles)
    await writeFile(path, path.endsWith(".cjs") ? text.replace(/\bimport\("/g, 'lazily("') : text);
  await build({ ...common, entryPoints: ["src/main/load-core.ts"], outfile: `${CHUNKS}/load-core.js` });
  await writeFile(
    `${CHUNKS}/core.js`,
    `import { loadCore } from "./load-core.js";
export const { core, script } = loadCore(process.argv.slice(2));
export const { ${names.join(", ")} } = core;
`,
  );
}

/** Bundles these files and nothing else. @param instead how what is not bundled is asked for, where that changes */
const only = (names, instead = {}) => ({
  name: "only",
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === "entry-point" || (kind === "import-statement" && names.has(basename(path)))
        ? undefined
        : { path: instead[path] ?? path, external: true },
    );
  },
});

await joinChunks(metafile.outputs);
