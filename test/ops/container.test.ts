/** The container's files, held against what the program needs; `npm run check` lints compose.yaml too. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { readConfig } from "../../src/config.ts";
import { root } from "../../src/root.ts";

const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const dockerfile = textOf("Dockerfile");

/** What the image sets: `ENV NAME=value NAME=value`. */
function settingsIn(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = ""]) => line.split(" "));
  return Object.fromEntries(
    lines.map((line): [string, string] => [line.split("=")[0] ?? "", line.split("=")[1] ?? ""]),
  );
}

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

  test("asks whether the bot is well also when the port is set to nothing", () => {
    const check = /^HEALTHCHECK [\s\S]*?CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? "[]";
    const [program, ...args] = JSON.parse(check) as string[];
    expect(program).toBe("node");
    const run = (script: string) =>
      spawnSync(process.execPath, ["-e", script], { env: { SCO_OPS_PORT: "" } });
    expect(
      run(args[1]?.replace("fetch(", "console.log(").replace(/\.then.*/, "") ?? "").stdout.toString(),
    ).toBe("http://127.0.0.1:9464/healthz\n");
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
      services: Record<
        string,
        { command?: string[]; environment?: Record<string, string>; [key: string]: unknown }
      >;
    };
    expect(services.redis?.command?.join(" ")).toMatch(
      /^redis-server --appendonly yes --appendfsync always --maxmemory 1gb --maxmemory-policy noeviction --requirepass \$\{REDIS_PASSWORD:\?/,
    );
    for (const [name, service] of Object.entries(services)) {
      expect([name, service]).toMatchObject([
        name,
        { cap_drop: ["ALL"], mem_limit: expect.any(String), pids_limit: expect.any(Number) },
      ]);
      // OpenSearch writes its demonstration certificates into its own folder at the first start.
      if (name !== "search") expect([name, service.read_only]).toEqual([name, true]);
      if (name !== "bot") expect([name, service.ports]).toEqual([name, undefined]);
    }
    // `env_file` goes over the image's own settings, and an .env copied from the example sets all of them to nothing.
    const config = readConfig({
      ...settingsIn(dockerfile),
      ...parseEnv(textOf(".env.example")),
      ...services.bot?.environment,
      REDIS_URL: services.bot?.environment?.REDIS_URL?.replace(/\$\{.*\}/, "abc"),
    });
    expect(config).toMatchObject({
      REDIS_URL: "redis://:abc@redis:6379",
      SCO_DATA_DIR: "/data",
      SCO_OPS_PORT: 9464,
      NODE_ENV: "production",
    });
  });
});
