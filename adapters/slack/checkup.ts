/** Whether Slack takes the tokens, and whether they allow what the bot does. */
import { webApi } from "@slack/bolt";
import type { Config } from "../../src/config.ts";
import { reasonOf } from "../../src/errors.ts";
import { bad, type Finding, ok, warn } from "../../src/ops/finding.ts";
import { botScopes } from "./surface.ts";
import { clientOptions, silent } from "./web.ts";

/** Both tokens, and the scopes that the code needs. */
export async function examineSlack(config: Config): Promise<readonly Finding[]> {
  if (!config.SLACK_BOT_TOKEN) return [];
  const options = { ...clientOptions(config.SLACK_API_URL), logger: silent };
  return [
    ...(await botToken(new webApi.WebClient(config.SLACK_BOT_TOKEN, options), botScopes())),
    ...(config.SLACK_APP_TOKEN
      ? [await appToken(new webApi.WebClient(config.SLACK_APP_TOKEN, options))]
      : []),
  ];
}

async function botToken(client: webApi.WebClient, scopes: readonly string[]): Promise<Finding[]> {
  try {
    const { team = "?", user = "?", response_metadata: metadata } = await client.auth.test();
    const granted = metadata?.scopes;
    const missing = granted ? scopes.filter((scope) => !granted.includes(scope)).join(", ") : "";
    return [
      ok(
        "slack",
        `Slack knows the bot as ${user} in ${team}.`,
        `Slack 已识别机器人：${team} 的 ${user}。`,
        `Slack знает бота: ${user} в ${team}.`,
      ),
      ...(missing
        ? [
            bad(
              "slack",
              `Scopes are missing: ${missing}. Add them under OAuth & Permissions and reinstall the app.`,
              `缺少权限：${missing}。请在 OAuth & Permissions 中添加并重新安装。`,
              `Не хватает прав: ${missing}. Добавьте их в OAuth & Permissions и переустановите приложение.`,
            ),
          ]
        : []),
    ];
  } catch (thrown) {
    return [refused("SLACK_BOT_TOKEN", thrown)];
  }
}

async function appToken(client: webApi.WebClient): Promise<Finding> {
  try {
    await client.apps.connections.open();
    return ok(
      "slack",
      "Slack opens Socket Mode for the app token.",
      "应用令牌可以使用 Socket Mode。",
      "Токен приложения открывает Socket Mode.",
    );
  } catch (thrown) {
    return refused("SLACK_APP_TOKEN", thrown);
  }
}

/** Slack's own no is for the operator to mend; silence may pass. */
function refused(variable: string, thrown: unknown): Finding {
  const code = (thrown as { data?: { error?: string } }).data?.error;
  if (code)
    return bad(
      "slack",
      `Slack refuses ${variable} (${code}). Copy it again from the app's settings.`,
      `Slack 拒绝了 ${variable}（${code}）。请从应用设置中重新复制。`,
      `Slack не принимает ${variable} (${code}). Скопируйте его заново из настроек приложения.`,
    );
  const why = reasonOf(thrown);
  return warn(
    "slack",
    `Slack could not be reached (${why}).`,
    `无法连接 Slack（${why}）。`,
    `Не удалось связаться со Slack (${why}).`,
  );
}
