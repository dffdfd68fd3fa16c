/** The libraries that a test's OpenSearch node runs on: fetched once with Maven, then kept beside the packages. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../src/root.ts";

const pom = join(root, "test/engine/pom.xml");
const program = join(root, "test/engine/TestNode.java");

/** The folder with the jars and the compiled program. @throws when they cannot be fetched */
export function engineLibraries(): string {
  const cache = join(root, "node_modules/.cache");
  const own = createHash("sha256").update(readFileSync(pom)).update(readFileSync(program));
  const version = own.digest("hex").slice(0, 12);
  const folder = join(cache, `engine-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  // Beside it first: a fetch that breaks off leaves no half of it.
  const work = mkdtempSync(join(cache, "engine-"));
  cpSync(pom, join(work, "pom.xml"));
  run("mvn", ["--quiet", "--batch-mode", "dependency:copy-dependencies", "-DoutputDirectory=lib"], work);
  run("javac", ["-cp", "lib/*", "-d", "lib", program], work);
  try {
    renameSync(join(work, "lib"), folder);
  } catch (thrown) {
    // Another process was faster.
    if (!existsSync(folder)) throw thrown;
  }
  rmSync(work, { recursive: true, force: true });
  return folder;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 300_000 });
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`.slice(0, 2_000));
}
