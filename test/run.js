/** `npm test`: the quick tier, then the one that starts programs; its last line names what could not run here. Installs nothing. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { lacks, skipped } from "./tiers.js";

const jest = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));
const given = process.argv.slice(2);

/** @param {readonly string[]} args */
const run = (args) =>
  spawnSync(process.execPath, ["--experimental-vm-modules", "--no-warnings", jest, ...args], {
    stdio: "inherit",
  }).status ?? 1;

// Whoever names suites or a tier wants those alone; a suite that cannot run here is no failure.
const named = given.some((arg) => !arg.startsWith("-") || arg.startsWith("--selectProjects"));
const failed = named
  ? run([...given, "--passWithNoTests"])
  : ["unit", "integration"].map((tier) => run([...given, "--selectProjects", tier])).find(Boolean);

if (skipped.length > 0) console.log(`Skipped, as this machine lacks ${lacks}: ${skipped.join(", ")}`);
process.exitCode = failed ?? 0;
