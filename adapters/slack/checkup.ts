/** Whether Slack takes the tokens, and whether they allow what the bot does. */
import { webApi } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import { slack as say } from "../../src/i18n/doctor.ts";
import { errors } from "../../src/i18n/slack.ts";
import type { Words } from "../../src/i18n/words.ts";
import { bad, type Finding, ok, warn } from "../../src/ops/finding.ts";
import type { StateStore } from "../../src/state/store.ts";
import { examineBlocks } from "./examine-blocks.ts";
import { createInstallations } from "./installations.ts";
import type { SlackSettings } from "./platform.ts";
import { botScopes, OPTIONAL_SCOPES } from "./surface.ts";
import { clientOptions, failureOf, isHopeless, silent } from "./web.ts";

/** So many workspaces are asked about at a time. */
const AT_ONCE = 10;

/** Where the installations of several workspaces are. */
interface Kept {
  readonly store: StateStore;
  readonly clock: Clock;
}
type ClientOf = (token: string) => webApi.WebClient;

/** Every token, and the scopes that the code needs. */
export async function examineSlack(config: Config & SlackSettings, kept: Kept): Promise<readonly Finding[]> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SCO_SECRET_KEY: secret } = config;
  const options = { ...clientOptions(config.SLACK_API_URL), logger: silent };
  const clientOf: ClientOf = (token) => new webApi.WebClient(token, options);
  const found = await Promise.all([
    botToken ? examineToken(clientOf(botToken)) : [],
    config.SLACK_CLIENT_ID && secret ? examineInstallations({ ...kept, secret }, clientOf) : [],
    appToken ? examineAppToken(clientOf(appToken)) : [],
  ]);
  return found.flat();
}

/** Workspaces where something is to be done by name, the others by their number. */
async function examineInstallations(kept: Kept & { secret: string }, clientOf: ClientOf): Promise<Finding[]> {
  const tokens = await createInstallations(kept).tokens();
  if (tokens.length === 0) return [warn("slack", say.notInstalled)];
  const found: (readonly Finding[])[] = [];
  for (let from = 0; from < tokens.length; from += AT_ONCE)
    found.push(
      ...(await Promise.all(
        tokens
          .slice(from, from + AT_ONCE)
          .map(([workspace, token]) =>
            token === null ? [sealed(workspace)] : examineToken(clientOf(token), workspace),
          ),
      )),
    );
  const troubles = found.map((findings) => findings.filter(({ state }) => state !== "ok"));
  const well = troubles.filter(({ length }) => length === 0).length;
  return [ok("slack", say.installed(tokens.length, well)), ...troubles.flat()];
}

/** @param workspace where the app was installed; left out for SLACK_BOT_TOKEN */
async function examineToken(client: webApi.WebClient, workspace?: string): Promise<readonly Finding[]> {
  const where = workspace === undefined ? "" : `${workspace}: `;
  try {
    const { team = "?", user = "?", response_metadata: metadata } = await client.auth.test();
    const granted = metadata?.scopes;
    const lacking = granted ? botScopes().filter((scope) => !granted.includes(scope)) : [];
    const missing = lacking.filter((scope) => !OPTIONAL_SCOPES.includes(scope));
    const scopes = missing.join(", ");
    const left = lacking.filter((scope) => OPTIONAL_SCOPES.includes(scope)).join(", ");
    if (missing.length > 0) return [bad("slack", say.missing(where, scopes))];
    return [
      ok("slack", say.known(user, team)),
      ...(left === "" ? [] : [withoutHistory(where, left)]),
      ...(workspace === undefined ? await examineBlocks(client) : []),
    ];
  } catch (thrown) {
    return [
      workspace === undefined
        ? refused("SLACK_BOT_TOKEN", thrown, errors.copy)
        : refused(workspace, thrown, errors.install),
    ];
  }
}

function withoutHistory(where: string, scopes: string): Finding {
  return warn("slack", say.noHistory(where, scopes));
}

async function examineAppToken(client: webApi.WebClient): Promise<Finding> {
  try {
    await client.apps.connections.open();
    return ok("slack", say.socket);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.kind !== "refused" || failure.reason !== "missing_scope")
      return refused("SLACK_APP_TOKEN", thrown, errors.copy);
    return bad("slack", say.noSocket);
  }
}

/** @param name the token's variable, or the workspace it is for */
function refused(name: string, thrown: unknown, remedy: Words): Finding {
  const failure = failureOf(thrown);
  if (failure.kind !== "refused" || !isHopeless(failure.reason)) return unasked(name, failure);
  const code = failure.reason;
  return bad("slack", say.refused(name, code, remedy));
}

function sealed(workspace: string): Finding {
  return bad("slack", say.sealed(workspace, errors.install));
}

/** What says nothing about a token: silence, a bad minute of Slack's, or a rule of the workspace. */
function unasked(name: string, failure: ReturnType<typeof failureOf>): Finding {
  const why = failure.kind === "limited" ? say.rateLimit : failure.reason;
  // A no that may pass, or that only the workspace's administrators can take back.
  if (failure.kind === "refused") return bad("slack", say.forbidden(name, why));
  return warn("slack", say.notAsked(name, why));
}
