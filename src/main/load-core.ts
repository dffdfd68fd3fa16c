/**
 * Loads `core.cjs`, the code that every answer needs. One answer takes it as V8 had compiled it when the build asked for
 * one; what stays has time to compile, and its errors tell their places in the sources.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const CORE = fileURLToPath(new URL("core.cjs", import.meta.url));
/** What V8 compiled of it. Another version of Node does not take it, and compiles as it always does. */
const COMPILED = fileURLToPath(new URL("core.compiled", import.meta.url));

interface LoadedCore {
  readonly core: unknown;
  /** For the build, which keeps what V8 has compiled of it. */
  readonly script?: Script;
}

/** @param argv the words behind the program's name: where there are some, there is one answer */
export function loadCore(argv: readonly string[]): LoadedCore {
  const require = createRequire(CORE);
  if (argv.length === 0) return { core: require(CORE) };
  // One answer is there before machine code for it would pay: what is hot is compiled later. A longer run still gets it.
  // Before the script, as V8 takes only what was compiled under the same flags.
  setFlagsFromString("--interrupt-budget=1000000");
  const source = `(function (exports, require, module, __filename) {${readFileSync(CORE, "utf8")}\n})`;
  const script = new Script(source, { filename: CORE, ...compiled() });
  const module = { exports: {}, import: (name: string) => import(name) };
  script.runInThisContext()(module.exports, require, module, CORE);
  return { core: module.exports, script };
}

function compiled(): { readonly cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(COMPILED) };
  } catch {
    return {};
  }
}
