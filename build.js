/** Builds the program: TypeScript and what every start needs become few files, as each file costs every start its time. */
import { readdir, readFile, rm } from "node:fs/promises";
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

const { dependencies, devDependencies } = JSON.parse(await readFile("package.json", "utf8"));
const packages = Object.keys({ ...dependencies, ...devDependencies });
await rm("dist/chunks", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts", "src/feeds/reader.worker.ts", "src/language/compile/compile.ts"],
  outbase: ".",
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  sourcemap: true,
  sourcesContent: false,
  format: "esm",
  platform: "node",
  target: "node20",
  charset: "utf8",
  external: packages.filter((name) => !BUNDLED.includes(name)),
  plugins: [commandFolder],
  logLevel: "warning",
});
