/** A person's steps on either platform, against the servers of the tests; the answer comes back as HTML. */

import { BOT, interaction, message, PERMISSIONS } from "../discord/server/people.ts";
import type { Shown } from "../discord/server/rest.ts";
import type { DiscordServer } from "../discord/server/server.ts";
import type { Message } from "../slack/desk.ts";
import { buttonOf, clickOn, event, mentioning, slash, until } from "../slack/person.ts";
import { buttonsOf } from "../slack/schema.ts";
import type { Slack } from "../slack/server.ts";
import { type DiscordBody, discordHtml } from "./discord-message.ts";
import { discordPage, slackHomePage, slackPage } from "./frames.ts";
import { type Language, READERS } from "./shots.ts";
import { slackHtml } from "./slack-blocks.ts";

const PATIENCE_MS = 30_000;

/** The picture's page in HTML after these steps in Slack. */
export async function slackShot(
  slack: Slack,
  steps: readonly string[],
  language: Language,
  icon: string,
): Promise<string> {
  const user = READERS[language].slackUser;
  let shown: Message | undefined;
  for (const step of steps) {
    const [before, edits] = [slack.messages.length, shown?.edits ?? 0];
    if (step === "Home") return slackHomePage(slackHtml(await slackHome(slack, user)));
    if (step.startsWith("[") && shown) await press(slack, shown, step.slice(1, -1), user);
    else if (step.startsWith("@sco ")) await event(slack, mentioning(slack, step.slice(5), { user }));
    else await slash(slack, step.replace(/^\/sco /, ""), { user });
    shown = await until(
      () => ((shown?.edits ?? 0) > edits ? shown : slack.messages[before]),
      () => slack.refusals,
      PATIENCE_MS,
    );
  }
  const [asked = ""] = steps.filter((step) => !step.startsWith("["));
  const own = shown?.to !== undefined;
  const answer = slackHtml(shown?.blocks ?? []);
  return slackPage({ asked, answer, own, mentioned: asked.startsWith("@"), icon });
}

/** Labels are given in English; other readers' are found by their place. */
async function press(slack: Slack, shown: Message, label: string, user: string): Promise<void> {
  const labels = shown.blocks.flatMap(buttonsOf).map(({ text }) => text.text);
  const known =
    labels.find((one) => one.startsWith(label)) ??
    labels.find((one) => /^(下一页|Дальше|Следующая)/.test(one));
  await slack.deliver("interactive", clickOn(slack, shown, buttonOf(shown.blocks, known ?? label), user));
}

async function slackHome(slack: Slack, user: string) {
  slack.homes.delete(user);
  const event_ts = slack.stamp();
  await event(slack, { type: "app_home_opened", user, channel: slack.directOf(user), tab: "home", event_ts });
  const home = await until(
    () => slack.homes.get(user),
    () => slack.refusals,
    PATIENCE_MS,
  );
  return home.blocks;
}

/** The same in Discord. */
export async function discordShot(
  server: DiscordServer,
  steps: readonly string[],
  language: Language,
  icon: string,
): Promise<string> {
  const { discord: locale, zone } = READERS[language];
  let shown: Shown | undefined;
  for (const step of steps) {
    if (step.startsWith("@sco ")) {
      const before = server.posts.length;
      server.gateway.dispatch("MESSAGE_CREATE", message({ content: `<@${BOT.id}> ${step.slice(5)}` }));
      await server.until(() => server.posts.length > before, "the mention is answered", PATIENCE_MS);
      shown = server.posts.at(-1);
      continue;
    }
    const asking = interaction({
      type: 2,
      data: slashOf(step),
      locale,
      permissions: PERMISSIONS.manageChannels,
    });
    const told = server.tell(asking);
    server.gateway.dispatch("INTERACTION_CREATE", asking);
    const done = () => told.messages.length > 0 && told.messages.every(({ thinking }) => !thinking);
    await server.until(done, `an answer to ${step}`, PATIENCE_MS);
    shown = told.messages[0];
  }
  const answer = discordHtml((shown?.body ?? {}) as DiscordBody, { locale, zone }, shown?.files);
  const [asked = ""] = steps;
  return discordPage({
    asked,
    answer,
    own: shown?.ephemeral ?? false,
    mentioned: asked.startsWith("@"),
    icon,
  });
}

/** `/sco stories compare story:media forum` as Discord sends it. */
export function slashOf(line: string): object {
  const [, path = "", rest = ""] = /^\/sco ((?:[a-z]+ ?)+?)(?: (\w+:.*))?$/.exec(line) ?? [];
  const options = [...rest.matchAll(/(\w+):(.*?)(?= \w+:|$)/g)].map(([, name, value]) => ({
    ...{ name, value },
    type: 3,
  }));
  const names = path.trim().split(" ").reverse();
  const nested = names.reduce<object[]>(
    (within, name, at) => [{ name, type: at === 0 ? 1 : 2, options: within }],
    options,
  );
  return { id: "1", name: "sco", type: 1, options: nested };
}
