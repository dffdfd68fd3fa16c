/**
 * `npm run ablate -- meaning`: what closeness in meaning is worth. Each judged set (its half for work) is measured without
 * it, with the server that SCO_EMBED_URL names, and with random vectors in its place: what those are worth is chance.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../src/root.ts";

const SETS = ["ordinary", "hard"];
const DIMENSION = 384;

interface Measured {
  readonly search: {
    readonly overall: { readonly ndcg5: number };
    readonly kinds: Readonly<Record<string, { readonly ndcg5: number }>>;
    readonly nothing: { readonly precision: number };
  };
}

async function measure(set: string, env: Readonly<Record<string, string>>): Promise<Measured["search"]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, "dist/src/main.js"), "eval", "--json", "--set", set, "--half", "dev"],
    { env: { ...process.env, ...env }, maxBuffer: 2 ** 24 },
  );
  return (JSON.parse(stdout) as Measured).search;
}

/** A text's numbers, the same each time, that say nothing of it. */
function randomVector(text: string): number[] {
  const bytes = createHash("shake256", { outputLength: DIMENSION }).update(text).digest();
  return [...bytes].map((byte) => byte / 127.5 - 1);
}

/** Prints the table. @param folder for vectors that are made */
export async function ablateMeaning(folder: string): Promise<void> {
  const { SCO_EMBED_URL, SCO_EMBED_MODEL } = process.env;
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const { input } = JSON.parse(text) as { input: readonly string[] };
    const data = input.map((one, index) => ({ index, embedding: randomVector(one) }));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    without: { SCO_EMBED_URL: "", SCO_EMBED_MODEL: "" },
    ...(SCO_EMBED_URL && SCO_EMBED_MODEL && { [SCO_EMBED_MODEL]: {} }),
    random: {
      ...{ SCO_EMBED_URL: `http://127.0.0.1:${port}/v1`, SCO_EMBED_MODEL: "random", SCO_DATA_DIR: folder },
    },
  };
  try {
    for (const set of SETS) {
      const before = await measure(set, ways.without ?? {});
      for (const [name, env] of Object.entries(ways)) {
        const { overall, kinds, nothing } = name === "without" ? before : await measure(set, env);
        const changed = Object.entries(kinds)
          .map(([kind, { ndcg5 }]) => [kind, ndcg5 - (before.kinds[kind]?.ndcg5 ?? 0)] as const)
          .filter(([, change]) => Math.abs(change) >= 0.0005)
          .map(([kind, change]) => `${kind} ${change > 0 ? "+" : ""}${change.toFixed(3)}`);
        const figures = [overall.ndcg5, nothing.precision].map((one) => one.toFixed(3)).join("  ");
        console.log(`${set.padEnd(10)}${name.padEnd(28)}${figures}  ${changed.join(", ")}`);
      }
    }
    if (!SCO_EMBED_URL) console.log("Set SCO_EMBED_URL and SCO_EMBED_MODEL to measure a server of yours.");
  } finally {
    server.close();
  }
}
