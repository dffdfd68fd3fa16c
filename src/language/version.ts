/** Which analysis this is: the same text may give other terms under another version, so snapshots carry it in their name. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

/** Where the build notes the version of what it built. */
export const VERSION_PATH = join(root, "dist", "language-version");

/** A hash over the contents of files, and over the platform's own knowledge of words (ICU). */
export function versionOf(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.versions.icu ?? "");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** The version that the last build noted; undefined before the first. */
export function readVersion(): string | undefined {
  try {
    return readFileSync(VERSION_PATH, "utf8");
  } catch {
    return undefined;
  }
}

let version: string | undefined;

/** The version of this process; a platform with other tables of words than the build's is another. */
export function analyzerVersion(): string {
  version ??= `${readVersion() ?? "unbuilt"}-${process.versions.icu ?? ""}`;
  return version;
}
