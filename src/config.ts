/** The environment, read once into a typed, frozen Config; all faults are reported together. */
import * as z from "zod";
import { LOCALES } from "./i18n/words.ts";
import { masked } from "./mask.ts";
import { isRedisAddress, REDIS_FORMS } from "./state/redis-url.ts";
import { isZone } from "./time.ts";

const port = z.coerce
  .number("a port number")
  .int("a whole port number")
  .min(1, "a port from 1 to 65535")
  .max(65535, "a port from 1 to 65535");
const url = z.url({ protocol: /^https?$/, error: "an address that begins with http:// or https://" });
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const secret = z.string().min(1);
const secrets = z
  .string()
  .refine(
    (text) => text.split(",").every((part) => part.trim().length >= 16),
    "a secret of at least 16 characters; after it, with a comma, older ones that still have to open",
  );
const token = (prefix: string) => z.string().startsWith(prefix, `a token that begins with ${prefix}`);

const variables = {
  NODE_ENV: z.string().optional(),
  NO_COLOR: z.string().optional(),
  LANG: z.string().optional(),
  SCO_LOCALE: z.enum(LOCALES, `one of ${LOCALES.join(", ")}`).optional(),
  SCO_ZONE: z.string().refine(isZone, "a time zone such as Asia/Shanghai").optional(),
  SCO_DATA_DIR: z.string().default("data"),
  SCO_LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "silent"],
      "one of trace, debug, info, warn, error, silent",
    )
    .optional(),
  SCO_SECRET_KEY: secrets.optional(),
  SCO_OPERATORS: list.default([]),
  SCO_FEEDS: z.string().optional(),
  SCO_POLL: z.enum(["on", "off"], "on or off").default("on"),
  SCO_ALLOW_HOSTS: list.default([]),
  SCO_CONTACT: z
    .string()
    .regex(/^[!-'*-~]{1,200}$/, "a web or mail address without spaces and brackets")
    .optional(),
  SCO_KEEP_ARTICLES: z.coerce.number("a number of articles").int().min(1).default(100_000),
  SCO_KEEP_DAYS: z.coerce.number("a number of days").int().min(1).default(730),
  SCO_OPS_HOST: z.string().default("127.0.0.1"),
  SCO_OPS_PORT: z.union([z.literal("off"), port], "a port, or off").default(9464),
  SCO_WEB_HOST: z.string().default("127.0.0.1"),
  SCO_WEB_PORT: z.union([z.literal("off"), port], "a port, or off").optional(),
  SCO_WEB_INDEXED: z.enum(["on", "off"], "on or off").default("off"),
  SCO_PUBLIC_URL: url.transform((text) => text.replace(/\/+$/, "")).optional(),
  REDIS_URL: z.string().refine(isRedisAddress, `an address such as ${REDIS_FORMS}`).optional(),
  PORT: port.default(3000),
  SLACK_BOT_TOKEN: token("xoxb-").optional(),
  SLACK_APP_TOKEN: token("xapp-").optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_CLIENT_ID: secret.optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_STATE_SECRET: secret.optional(),
  SLACK_API_URL: url.optional(),
  DISCORD_TOKEN: secret.optional(),
  DISCORD_API_URL: url.optional(),
  DISCORD_SHARDS: z
    .union([z.literal("auto"), z.coerce.number().int().min(1)], "auto or a number of shards")
    .optional(),
  SHARDING_MANAGER: z.string().optional(),
  DISCORD_MANAGER_ROLE: z.string().optional(),
  LLM_BASE_URL: url.optional(),
  LLM_API_KEY: secret.optional(),
  LLM_MODEL: secret.optional(),
} as const;

const schema = z.object(variables);
export type Config = Readonly<z.output<typeof schema>>;

/** Names whose values must never be printed. */
export const SECRET_VARIABLES = [
  "SCO_SECRET_KEY",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "DISCORD_TOKEN",
  "LLM_API_KEY",
  "REDIS_URL",
] as const satisfies readonly (keyof typeof variables)[];

/** The platforms that the settings have tokens for, as people know them. */
export function platformsOf(config: Config): readonly string[] {
  return [
    ...(config.SLACK_BOT_TOKEN || config.SLACK_CLIENT_ID ? ["Slack"] : []),
    ...(config.DISCORD_TOKEN ? ["Discord"] : []),
  ];
}

/** Thrown when the environment cannot be used; `faults` has one line a variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];
  /** The settings without those that are wrong: enough to examine the rest. */
  readonly rest: Config;
  constructor(faults: readonly string[], rest: Config) {
    super(["The settings cannot be used:", ...faults.map((fault) => `  ${fault}`)].join("\n"));
    this.faults = faults;
    this.rest = rest;
  }
}

/**
 * Reads the settings. An empty variable counts as unset.
 * @throws ConfigError naming every variable that is wrong, what it got (never a secret) and what it wants
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(variables).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const read = schema.safeParse(given);
  const issues = (read.error?.issues ?? []).map(({ path, message }) => ({ name: String(path[0]), message }));
  const faults = issues.map(({ name, message }) => describe(name, given, message));
  faults.push(...missingPartners(given));
  for (const { name } of issues) delete given[name];
  const config = Object.freeze(read.data ?? schema.parse(given));
  if (faults.length > 0) throw new ConfigError(faults, config);
  return config;
}

function describe(name: string, given: Readonly<Record<string, string | undefined>>, wanted: string): string {
  const secretive = (SECRET_VARIABLES as readonly string[]).includes(name);
  return `${name} is ${secretive ? "set to something else (not shown)" : `"${masked(given[name] ?? "")}"`}; it wants ${wanted}.`;
}

/** Some variables only make sense together. */
function missingPartners(given: Readonly<Record<string, string | undefined>>): string[] {
  const faults: string[] = [];
  const needs = (name: string, partners: readonly string[], why: string) => {
    const missing = partners.filter((partner) => !given[partner]);
    if (given[name] && missing.length > 0)
      faults.push(
        `${name} is set but ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not; ${why}.`,
      );
  };
  const oauth = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"];
  for (const name of oauth)
    needs(
      name,
      oauth.filter((other) => other !== name),
      "installing to several workspaces needs all three",
    );
  if (given.SLACK_CLIENT_ID)
    needs("SLACK_CLIENT_ID", ["SCO_SECRET_KEY"], "installations are kept encrypted with it");
  if (!given.SLACK_CLIENT_ID) {
    needs("SLACK_APP_TOKEN", ["SLACK_BOT_TOKEN"], "Slack needs a bot token to answer");
    needs("SLACK_SIGNING_SECRET", ["SLACK_BOT_TOKEN"], "Slack needs a bot token to answer");
  }
  if (given.SLACK_BOT_TOKEN && !given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET) {
    faults.push(
      "SLACK_BOT_TOKEN is set but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is; set one of them.",
    );
  }
  needs("LLM_BASE_URL", ["LLM_MODEL"], "the model has to be named");
  return faults;
}
