/** The container's files, held against what the program needs; `npm run check` lints compose.yaml too. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { readConfig } from "../../src/config.ts";
import { root } from "../../src/root.ts";

const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const dockerfile = textOf("Dockerfile");

describe("the Dockerfile", () => {
  test("has nothing for a linter to say", () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
    expect(validate("FRMO node").length).toBeGreaterThan(0);
  });

  test("pins its base, runs as nobody special, keeps one volume and stops on SIGTERM", () => {
    expect(dockerfile.match(/^FROM node:\d+\.\d+\.\d+-\S+/gm)).toHaveLength(2);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^VOLUME \/data$/m);
    expect(dockerfile).toMatch(/^STOPSIGNAL SIGTERM$/m);
    expect(dockerfile).toMatch(/prune --omit=dev/);
  });

  test("copies only what .dockerignore lets in", () => {
    const sent = textOf(".dockerignore")
      .split("\n")
      .flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
      names.split(" "),
    );
    expect([...new Set(copied)].sort()).toEqual([...sent].sort());
  });
});

describe("compose.yaml", () => {
  test("gives the bot a Redis that loses nothing, and settings that are read", () => {
    const { services } = parse(textOf("compose.yaml")) as {
      services: Record<string, { command?: string[]; environment?: Record<string, string> }>;
    };
    expect(services.redis?.command?.join(" ")).toBe(
      "redis-server --appendonly yes --appendfsync always --maxmemory-policy noeviction",
    );
    expect(readConfig(services.bot?.environment ?? {}).REDIS_URL).toBe("redis://redis:6379");
  });
});
