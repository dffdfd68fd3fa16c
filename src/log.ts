/** Logs for developers: pino to stderr, so that they never mix with an answer; secrets are cut out by value, key and form. */
import { createRequire } from "node:module";
import { format } from "node:util";
import type { Logger, SerializedError } from "pino";
import type { Config } from "./config.ts";
import { masked } from "./mask.ts";
import { redisAddress } from "./state/redis-url.ts";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error"> & { child(bindings: object): Log };

const SECRET_KEYS = ["token", "secret", "password", "authorization", "apiKey", "signature", "cookie"];
const MASK = "[secret]";

/**
 * @param write where lines go; stderr unless told otherwise
 * Pretty in a terminal, JSON elsewhere. The default level is info; `silent` for one-shot answers is the caller's choice.
 */
export function createLog(
  config: Config,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const values = secretValues(config);
  const redact = (line: string) =>
    masked(
      // Tokens of installed workspaces are no settings; they are known by their form.
      config.secretForms.reduce(
        (text, form) => text.replace(form, MASK),
        values.reduce((text, value) => text.split(value).join(MASK), line),
      ),
    );
  const level = config.SCO_LOG_LEVEL ?? "info";
  return whenFirstUsed(() => {
    const { pino } = createRequire(import.meta.url)("pino") as typeof import("pino");
    return pino(
      {
        level,
        base: null,
        redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: MASK },
        timestamp: pino.stdTimeFunctions.isoTime,
        serializers: { err: pino.stdSerializers.wrapErrorSerializer(bare) },
        formatters: { level: (label) => ({ level: label }) },
      },
      { write: (line: string) => write(pretty(redact(line), config)) },
    );
  });
}

/** What packages print becomes lines of the log too, with secrets cut out. */
export function adoptConsole(log: Log): void {
  for (const level of ["debug", "info", "warn", "error"] as const)
    console[level] = (...said: unknown[]) => log[level](format(...said));
}

/** An answer that has nothing to log does not load the logger. */
function whenFirstUsed(make: () => Log): Log {
  let made: Log | undefined;
  const log = (): Log => {
    made ??= make();
    return made;
  };
  const say = (level: "debug" | "info" | "warn" | "error") =>
    ((...said: [never]) => log()[level](...said)) as Log["info"];
  return {
    debug: say("debug"),
    info: say("info"),
    warn: say("warn"),
    error: say("error"),
    child: (bindings) => whenFirstUsed(() => log().child(bindings)),
  };
}

/** Of an error what explains it: SDKs hang requests and answers on theirs, with what people wrote. */
function bare({ type, message, stack, code }: SerializedError) {
  return { type, message, stack, code };
}

/** What must never be written, as JSON writes it: every secret as it is set, and the password inside an address. */
function secretValues(config: Config): readonly string[] {
  const set = config.secrets.flatMap((value) => [value, ...value.split(",")]);
  const address = config.REDIS_URL ? redisAddress(config.REDIS_URL) : undefined;
  return [...set, address?.password ?? "", address?.sentinelPassword ?? ""]
    .filter((value) => value.length > 3)
    .map((value) => JSON.stringify(value).slice(1, -1))
    .sort((a, b) => b.length - a.length);
}

/** One readable line in a terminal; production and pipes keep JSON. */
function pretty(line: string, config: Config): string {
  if (config.NODE_ENV === "production" || !process.stderr.isTTY) return line;
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const extra = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg)}${extra}\n`;
}
