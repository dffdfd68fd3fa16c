/** Whether Slack takes the tokens, and whether they allow what the bot does. */
import { webApi } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
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
  if (tokens.length === 0)
    return [
      warn(
        "slack",
        "No workspace has installed the app yet; open /slack/install at the bot's public address.",
        "还没有工作区安装应用；请打开机器人公开地址下的 /slack/install。",
        "Приложение ещё нигде не установлено; откройте /slack/install по публичному адресу бота.",
      ),
    ];
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
  return [
    ok(
      "slack",
      `Workspaces that installed the app: ${tokens.length}; all is well in ${well}.`,
      `已有 ${tokens.length} 个工作区安装了应用，其中 ${well} 个一切正常。`,
      `Рабочих пространств с приложением: ${tokens.length}; в порядке: ${well}.`,
    ),
    ...troubles.flat(),
  ];
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
    if (missing.length > 0)
      return [
        bad(
          "slack",
          `${where}Scopes are missing: ${scopes}. Add them under OAuth & Permissions and reinstall the app.`,
          `${where}缺少权限：${scopes}。请在 OAuth & Permissions 中添加并重新安装。`,
          `${where}Не хватает прав: ${scopes}. Добавьте их в OAuth & Permissions и переустановите приложение.`,
        ),
      ];
    return [
      ok(
        "slack",
        `Slack knows the bot as ${user} in ${team}.`,
        `Slack 已识别机器人：${team} 的 ${user}。`,
        `Slack знает бота: ${user} в ${team}.`,
      ),
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
  return warn(
    "slack",
    `${where}Without ${scopes} the bot goes on in a thread only when it is mentioned, and a post whose confirmation was lost is not made again there.`,
    `${where}没有 ${scopes}，机器人在子线程中只在被@时继续回答，确认丢失的消息也不会在那里重发。`,
    `${where}Без ${scopes} бот продолжает разговор в ветке только по упоминанию, а сообщение, подтверждение которого потерялось, там не повторяется.`,
  );
}

async function examineAppToken(client: webApi.WebClient): Promise<Finding> {
  try {
    await client.apps.connections.open();
    return ok(
      "slack",
      "Slack opens Socket Mode for the app token.",
      "应用令牌可以使用 Socket Mode。",
      "Токен приложения открывает Socket Mode.",
    );
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.kind !== "refused" || failure.reason !== "missing_scope")
      return refused("SLACK_APP_TOKEN", thrown, errors.copy);
    return bad(
      "slack",
      "SLACK_APP_TOKEN lacks the scope connections:write. Make an app-level token with it under Basic Information.",
      "SLACK_APP_TOKEN 缺少 connections:write 权限。请在 Basic Information 中创建带有该权限的应用级令牌。",
      "У SLACK_APP_TOKEN нет права connections:write. Создайте токен приложения с ним в Basic Information.",
    );
  }
}

/** @param name the token's variable, or the workspace it is for */
function refused(name: string, thrown: unknown, remedy: Words): Finding {
  const failure = failureOf(thrown);
  if (failure.kind !== "refused" || !isHopeless(failure.reason)) return unasked(name, failure);
  const code = failure.reason;
  return bad(
    "slack",
    `${name}: Slack refuses the token (${code}). ${remedy.en}`,
    `${name}：Slack 拒绝了令牌（${code}）。${remedy.zh}`,
    `${name}: Slack не принимает токен (${code}). ${remedy.ru}`,
  );
}

function sealed(workspace: string): Finding {
  return bad(
    "slack",
    `${workspace}: SCO_SECRET_KEY does not open what is kept of it. Set the key it was installed with. Or: ${errors.install.en}`,
    `${workspace}：SCO_SECRET_KEY 无法解开其记录。请改回安装时的密钥。或者：${errors.install.zh}`,
    `${workspace}: SCO_SECRET_KEY не открывает её запись. Верните ключ, с которым ставили приложение. Или: ${errors.install.ru}`,
  );
}

/** What says nothing about a token: silence, a bad minute of Slack's, or a rule of the workspace. */
function unasked(name: string, failure: ReturnType<typeof failureOf>): Finding {
  const why = failure.kind === "limited" ? "rate limit" : failure.reason;
  // A no that may pass, or that only the workspace's administrators can take back.
  if (failure.kind === "refused")
    return bad(
      "slack",
      `Slack lets ${name} do nothing now (${why}). Ask whoever administers the workspace.`,
      `Slack 目前不允许使用 ${name}（${why}）。请询问工作区管理员。`,
      `Slack сейчас ничего не даёт делать с ${name} (${why}). Спросите администратора рабочего пространства.`,
    );
  return warn(
    "slack",
    `Slack could not be asked about ${name} (${why}). Try again in a few minutes.`,
    `无法向 Slack 查询 ${name}（${why}）。请几分钟后再试。`,
    `Не удалось спросить Slack о ${name} (${why}). Повторите через несколько минут.`,
  );
}
