import { describe, expect, test } from "@jest/globals";
import { readConfig } from "../src/config.ts";
import { createLog } from "../src/log.ts";

const CANARY = "xoxb-canary-value-1234";

function logged(env: Record<string, string>, write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog(readConfig({ NODE_ENV: "production", ...env }), (line) => void lines.push(line)));
  return lines.join("");
}

describe("a log", () => {
  test("is one JSON object a line in production, with level and time as words", () => {
    const line = logged({}, (log) => log.info({ part: "state" }, "works again"));
    expect(JSON.parse(line)).toMatchObject({
      level: "info",
      part: "state",
      msg: "works again",
      time: expect.stringMatching(/Z$/),
    });
  });

  test("never holds a secret, wherever it stands", () => {
    const text = logged({ SLACK_BOT_TOKEN: CANARY, SLACK_SIGNING_SECRET: "signing-canary" }, (log) => {
      log.error({ err: new Error(`call with ${CANARY} failed`) }, `said ${CANARY}`);
      log.warn(
        { headers: { authorization: "Bearer other-canary" }, token: "third-canary" },
        "signing-canary",
      );
    });
    expect(text).not.toContain("canary");
    expect(text).toContain("[secret]");
  });

  test("hides the password of the Redis address wherever it appears alone", () => {
    const text = logged({ REDIS_URL: "redis://bot:pass-canary@127.0.0.1:1" }, (log) =>
      log.info("auth pass-canary"),
    );
    expect(text).not.toContain("canary");
  });

  test("says nothing below its level", () => {
    expect(logged({ SCO_LOG_LEVEL: "error" }, (log) => log.warn("quiet"))).toBe("");
  });
});
