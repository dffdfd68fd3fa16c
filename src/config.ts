/** The environment, read once into a typed, frozen Config; all faults are reported together. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { reasonOf } from "./errors.ts";
import { LOCALES } from "./i18n/words.ts";
import { masked } from "./mask.ts";
import {
  type Given,
  list,
  missingPartners,
  type OperatorForm,
  type PlatformSettings,
  port,
  sealingSecrets,
  secret,
  url,
  urls,
} from "./setting.ts";
import { isRedisAddress, REDIS_FORMS } from "./state/redis-url.ts";
import { isZone } from "./time.ts";

const variables = {
  NODE_ENV: z.string().optional(),
  NO_COLOR: z.string().optional(),
  LANG: z.string().optional(),
  SCO_LOCALE: z.enum(LOCALES, `one of ${LOCALES.join(", ")}`).optional(),
  SCO_ZONE: z.string().refine(isZone, "a time zone such as Asia/Shanghai").optional(),
  SCO_LINKS: z.enum(["auto", "clickable", "shown"], "auto, clickable or shown").default("auto"),
  SCO_DATA_DIR: z.string().default("data"),
  SCO_LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "silent"],
      "one of trace, debug, info, warn, error, silent",
    )
    .optional(),
  SCO_SECRET_KEY: sealingSecrets.optional(),
  SCO_OPERATORS: list.default([]),
  SCO_OPERATOR_CHANNEL: z
    .string()
    .regex(/^[a-z]+:[A-Za-z0-9]+\/[A-Za-z0-9]+$/, "a channel: slack:TEAM/CHANNEL or discord:SERVER/CHANNEL")
    .optional(),
  SCO_FEEDS: z.string().optional(),
  SCO_GLOSSARY: z.string().optional(),
  SCO_PACK: list.optional(),
  SCO_POLL: z.enum(["on", "off"], "on or off").default("on"),
  SCO_ROBOTS: z.enum(["on", "off"], "on or off").default("on"),
  SCO_ALLOW_HOSTS: list.default([]),
  SCO_CONTACT: z
    .string()
    .regex(/^[!-'*-~]{1,200}$/, "a web or mail address without spaces and brackets")
    .optional(),
  SCO_KEEP_ARTICLES: z.coerce.number("a number of articles").int().min(1).default(100_000),
  SCO_KEEP_DAYS: z.coerce.number("a number of days").int().min(1).default(730),
  SCO_SEARCH_URL: urls.optional(),
  SCO_SEARCH_USER: z.string().optional(),
  SCO_SEARCH_PASSWORD: secret.optional(),
  SCO_SEARCH_CA: z.string().refine(isReadable, "a file with certificates that can be read").optional(),
  SCO_SEARCH_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, "lower-case letters, digits and hyphens, a letter first")
    .default("sco"),
  SCO_LOG_DAYS: z.coerce.number("a number of days").int().min(1).optional(),
  SCO_OPS_HOST: z.string().default("127.0.0.1"),
  SCO_OPS_PORT: z.union([z.literal("off"), port], "a port, or off").default(9464),
  SCO_WEB_HOST: z.string().default("127.0.0.1"),
  SCO_WEB_PORT: z.union([z.literal("off"), port], "a port, or off").optional(),
  SCO_WEB_INDEXED: z.enum(["on", "off"], "on or off").default("off"),
  SCO_PUBLIC_URL: url.transform((text) => text.replace(/(?<!\/)\/+$/, "")).optional(),
  REDIS_URL: z.string().refine(isRedisAddress, `an address such as ${REDIS_FORMS}`).optional(),
  LLM_BASE_URL: url.optional(),
  LLM_API_KEY: secret.optional(),
  LLM_MODEL: secret.optional(),
  SCO_EMBED_URL: url.optional(),
  SCO_EMBED_MODEL: z.string().optional(),
  SCO_EMBED_KEY: secret.optional(),
  SCO_EMBED_FORM: z
    .string()
    .regex(
      /^(?:none|input_type|[^|]*\|[^|]*)$/,
      "none, input_type, or what stands before queries and passages as QUERY|PASSAGE",
    )
    .optional(),
  SCO_TRANSLATE_URL: url.optional(),
  SCO_TRANSLATE_KEY: secret.optional(),
} as const;

/** Names whose values must never be printed. */
const SECRETS = [
  "SCO_SECRET_KEY",
  "LLM_API_KEY",
  "SCO_EMBED_KEY",
  "SCO_TRANSLATE_KEY",
  "REDIS_URL",
  "SCO_SEARCH_PASSWORD",
] as const satisfies readonly (keyof typeof variables)[];

const schema = z.object(variables);

/** A platform that this program can be on. */
export interface KnownPlatform {
  readonly name: string;
  readonly title: string;
  /** Whether the settings ask for it. */
  readonly configured: boolean;
  readonly operators: OperatorForm;
}

export type Config = Readonly<z.output<typeof schema>> & {
  readonly platforms: readonly KnownPlatform[];
  /** What is set of the platforms' own variables; a platform reads it with its `settingsOf`. */
  readonly given: Given;
  /** Values that must never be printed, and forms of others. */
  readonly secrets: readonly string[];
  readonly secretForms: readonly RegExp[];
};

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

/** Every variable that is read, and those that are secret. */
export function variablesOf(platforms: readonly PlatformSettings[]) {
  return {
    all: { ...variables, ...Object.assign({}, ...platforms.map((one) => one.variables)) } as z.ZodRawShape,
    secret: [...SECRETS, ...platforms.flatMap(({ secrets }) => secrets)] as readonly string[],
  };
}

/**
 * Reads the settings. An empty variable counts as unset; a secret may be in a file that `NAME_FILE` names.
 * @throws ConfigError naming every variable that is wrong, what it got (never a secret) and what it wants
 */
export function readConfig(env: Given = process.env, platforms: readonly PlatformSettings[] = []): Config {
  const { all, secret: secretNames } = variablesOf(platforms);
  const faults: string[] = [];
  const given: Record<string, string | undefined> = {};
  for (const name of Object.keys(all)) {
    const direct = env[name]?.trim() || undefined;
    const file = secretNames.includes(name) ? env[`${name}_FILE`]?.trim() : undefined;
    given[name] = file ? fromFile(name, direct, file, faults) : direct;
  }
  const issues = (z.object(all).safeParse(given).error?.issues ?? []).map(({ path, message }) => ({
    name: String(path[0]),
    message,
  }));
  faults.push(
    ...issues.map(({ name, message }) => describe(name, given[name], message, secretNames.includes(name))),
    ...platforms.flatMap((one) => one.faults?.(given) ?? []),
    ...missingPartners(given, "LLM_BASE_URL", ["LLM_MODEL"], "the model has to be named"),
    ...missingPartners(given, "SCO_EMBED_URL", ["SCO_EMBED_MODEL"], "the model has to be named"),
    ...missingPartners(
      given,
      "SCO_EMBED_MODEL",
      ["SCO_EMBED_URL"],
      "a model without its server compares nothing",
    ),
    ...missingPartners(given, "SCO_EMBED_KEY", ["SCO_EMBED_URL"], "a key alone compares nothing"),
    ...missingPartners(
      given,
      "SCO_SEARCH_USER",
      ["SCO_SEARCH_URL", "SCO_SEARCH_PASSWORD"],
      "a name alone lets nobody in",
    ),
    ...missingPartners(
      given,
      "SCO_LOG_DAYS",
      ["SCO_SEARCH_URL", "REDIS_URL"],
      "the log in Redis is bounded only where an archive has what goes",
    ),
    ...missingPartners(given, "SCO_SEARCH_PASSWORD", ["SCO_SEARCH_USER"], "a password alone lets nobody in"),
    ...missingPartners(given, "SCO_TRANSLATE_KEY", ["SCO_TRANSLATE_URL"], "a key alone translates nothing"),
  );
  for (const { name } of issues) delete given[name];
  const config: Config = Object.freeze({
    ...schema.parse(given),
    platforms: platforms.map((one) => ({
      ...{ name: one.name, title: one.title, operators: one.operators },
      configured: one.configured({ given }),
    })),
    given: Object.freeze(given),
    secrets: secretNames.flatMap((name) => given[name] ?? []),
    secretForms: platforms.flatMap(({ secretForm }) => secretForm ?? []),
  });
  if (faults.length > 0) throw new ConfigError(faults, config);
  return config;
}

function isReadable(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

/** Docker and Kubernetes hand secrets over as files. */
function fromFile(
  name: string,
  direct: string | undefined,
  path: string,
  faults: string[],
): string | undefined {
  if (direct !== undefined) faults.push(`${name} and ${name}_FILE are both set; leave one of them out.`);
  try {
    const text = readFileSync(path, "utf8").trim();
    if (text === "") faults.push(`${name}_FILE names a file that is empty (${path}).`);
    return text || undefined;
  } catch (thrown) {
    faults.push(`${name}_FILE cannot be read (${reasonOf(thrown)}).`);
    return direct;
  }
}

function describe(name: string, got: string | undefined, wanted: string, secretive: boolean): string {
  return `${name} is ${secretive ? "set to something else (not shown)" : `"${masked(got ?? "")}"`}; it wants ${wanted}.`;
}

/**
 * Whether the terminal makes words clickable (OSC 8). Those that are known to do say who they are; within tmux and
 * screen, in macOS' Terminal and on a console nothing is seen of a link.
 * @see https://github.com/Alhadis/OSC8-Adoption
 */
export function showsLinks(env: Given = process.env): boolean {
  const term = env.TERM ?? "";
  if (env.TMUX || env.STY || /^(?:tmux|screen|linux|dumb)/.test(term)) return false;
  return (
    /^(?:iTerm\.app|WezTerm|vscode|Hyper|ghostty|rio|Tabby)$/.test(env.TERM_PROGRAM ?? "") ||
    /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(term) ||
    Number(env.VTE_VERSION) >= 5000 ||
    env.WT_SESSION !== undefined ||
    env.KONSOLE_VERSION !== undefined
  );
}
