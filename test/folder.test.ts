/** Folders that are made where they are missing. */
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { makeFolder } from "../src/folder.ts";

const top = mkdtempSync(join(tmpdir(), "sco-folder-"));

test("what is missing above is made too, and what is there is left alone", async () => {
  const deep = join(top, "a", "b", "c");
  await makeFolder(deep, 0o700);
  await makeFolder(deep);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
  await makeFolder("/");
});

test("a file in the way, and a system without a place for folders, are refused at once", async () => {
  const file = join(top, "file");
  writeFileSync(file, "");
  await expect(makeFolder(file)).rejects.toMatchObject({ code: "EEXIST" });
  await expect(makeFolder(join(file, "deeper"))).rejects.toMatchObject({ code: "ENOTDIR" });
  // mkdir with recursive never comes back from this on Linux; where there is no /proc nobody may make one.
  await expect(makeFolder("/proc/nowhere/deeper")).rejects.toMatchObject({
    code: expect.stringMatching(/^E(NOENT|ROFS|ACCES|PERM)$/),
  });
});
