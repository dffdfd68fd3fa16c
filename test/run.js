/** `npm test`: the quick tier, the one that starts programs, the one that measures; its last line names what could not run here. Installs nothing. */
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { lacks, skipped } from "./tiers.js";

const jest = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));
const given = process.argv.slice(2);

const cores = availableParallelism();
/** Suites side by side: those that start programs are content with a core; beside one that measures nothing runs. */
const WORKERS = { unit: cores, integration: Math.min(cores, 4), time: 1 };

/** @param {readonly string[]} args */
const run = (args) =>
  spawnSync(process.execPath, ["--experimental-vm-modules", "--no-warnings", jest, ...args], {
    stdio: "inherit",
  }).status ?? 1;

// Whoever names suites or a tier wants those alone; a suite that cannot run here is no failure.
const named = given.some((arg) => !arg.startsWith("-"));
const tiers = Object.keys(WORKERS).filter((tier) => given.includes(`--selectProjects=${tier}`));
const failed = named
  ? run([...given, "--passWithNoTests"])
  : Object.entries(WORKERS)
      .filter(([tier]) => tiers.length === 0 || tiers.includes(tier))
      .map(([tier, workers]) => run([...given, `--selectProjects=${tier}`, `--maxWorkers=${workers}`]))
      .find(Boolean);

if (skipped.length > 0) console.log(`Skipped, as this machine lacks ${lacks}: ${skipped.join(", ")}`);
process.exitCode = failed ?? 0;
