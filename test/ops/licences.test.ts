/** Every package that the program ships with has a licence that allows it, and the lock file names its hash. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Licences that ask for no more than to be named. */
const ALLOWED =
  /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|Python-2\.0|MIT-0|WTFPL)$/;

/** One of several may be chosen, all of several must be kept; an expression with both is for a person to read. */
function allows(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/, "$1");
  const fine = (one: string) => ALLOWED.test(one);
  return bare.includes(" OR ") ? bare.split(" OR ").some(fine) : bare.split(" AND ").every(fine);
}
/** Asks that changes to its own files stay under it; they are shipped as they are. */
const AS_IT_IS = /^node_modules\/@resvg\/resvg-js(-[a-z0-9-]+)?: MPL-2\.0$/;
/** Packages whose package.json says nothing; their licence file does. */
const READ_BY_HAND: Readonly<Record<string, string>> = { "node_modules/sylvester": "MIT" };

describe("dependencies", () => {
  test("that are shipped have licences that allow it", () => {
    const odd = packages
      .filter(([, { dev, link }]) => !dev && !link)
      .filter(([path, { license = READ_BY_HAND[path] ?? "" }]) => !allows(license))
      .map(([path, { license }]) => `${path}: ${license}`)
      .filter((one) => !AS_IT_IS.test(one));
    expect(odd).toEqual([]);
  });

  test.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["(MIT AND Zlib)", true],
    ["MIT AND GPL-3.0", false],
    ["MIT OR ISC AND GPL-3.0", true],
    ["(MIT OR ISC) AND GPL-3.0", false],
    ["AGPL-3.0", false],
    ["", false],
  ])("%s is allowed: %s", (licence, allowed) => expect(allows(licence)).toBe(allowed));

  test("are locked with their hash, and by name alone", () => {
    expect(packages.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual(
      [],
    );
    expect(packages.filter(([, { resolved }]) => resolved?.startsWith("http")).map(([path]) => path)).toEqual(
      [],
    );
  });

  test("stand in the architecture with why this one", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const why = readFileSync(join(root, "docs/architecture.md"), "utf8");
    expect(Object.keys(dependencies).filter((name) => !why.includes(`\`${name}\``))).toEqual([]);
  });
});
