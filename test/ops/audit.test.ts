/** Known weaknesses of dependencies stop a landing; a registry that could not be asked is said, and taken for no all-clear. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";

const script = readFileSync(join(root, ".ci/run"), "utf8");
const [asked = ""] = /^audited=[\s\S]*?^\}$/m.exec(script) ?? [];
const [last = ""] = /^echo "\$audited"$/m.exec(script) ?? [];

/** What the landing says and ends with where `npm` answers so. */
function landing(says: string, ends: number): { readonly said: string; readonly status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), "sco-audit-"));
  try {
    const npm = join(folder, "npm");
    writeFileSync(npm, `#!/bin/sh\necho "${says}"\nexit ${ends}\n`);
    chmodSync(npm, 0o755);
    const { stdout, status } = spawnSync("bash", ["-c", `set -euo pipefail\n${asked}\n${last}`], {
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
      encoding: "utf8",
    });
    return { said: stdout, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the landing asks, and says at its end what came of it", () => {
  expect(asked).toContain("npm audit");
  expect(last).not.toBe("");
  expect(landing("found 0 vulnerabilities", 0)).toEqual({
    said: "npm audit: no known weakness of high severity.\n",
    status: 0,
  });
});

test("a registry that could not be asked is said", () => {
  const { said, status } = landing("npm error audit endpoint returned an error", 1);
  expect(status).toBe(0);
  expect(said).toContain("npm audit COULD NOT BE ASKED");
  expect(said).toContain("NOT looked for");
  expect(said).not.toContain("no known weakness");
});

test("a known weakness ends it", () => {
  const { said, status } = landing("lodash <4.17.21 Severity: high", 1);
  expect(status).not.toBe(0);
  expect(said).toContain("lodash");
  expect(said).not.toContain("npm audit:");
});
