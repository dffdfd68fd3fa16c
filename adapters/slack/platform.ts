/** Slack as the wiring sees it: its settings, and how it is opened and examined. */
import type * as z from "zod";
import { platform } from "../../src/platform.ts";
import { type Given, missingPartners, port, secret, token, url } from "../../src/setting.ts";

const OAUTH = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"];

const variables = {
  PORT: port.default(3000),
  SLACK_BOT_TOKEN: token("xoxb-").optional(),
  SLACK_APP_TOKEN: token("xapp-").optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_CLIENT_ID: secret.optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_STATE_SECRET: secret.optional(),
  SLACK_API_URL: url.optional(),
};

export type SlackSettings = Readonly<z.output<z.ZodObject<typeof variables>>>;

export const slack = platform({
  name: "slack",
  title: "Slack",
  variables,
  secrets: [
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_CLIENT_SECRET",
    "SLACK_STATE_SECRET",
  ],
  secretForm: /\bx(?:ox[a-z]|app)-[\w-]+/g,
  operators: { form: /^slack:[A-Z0-9]+\/[A-Z0-9]+$/, written: "slack:TEAM/USER" },
  faults,
  configured: ({ SLACK_BOT_TOKEN, SLACK_CLIENT_ID }) => Boolean(SLACK_BOT_TOKEN || SLACK_CLIENT_ID),
  address: ({ SLACK_API_URL }) => SLACK_API_URL ?? "https://slack.com/api/",
  async open(settings, opening) {
    const { createSlackAdapter } = await import("./slack.ts");
    return createSlackAdapter({ ...opening, config: { ...opening.config, ...settings } });
  },
  async examine(settings, { config, store, clock }) {
    const { examineSlack } = await import("./checkup.ts");
    return examineSlack({ ...config, ...settings }, { store, clock });
  },
  async missing(settings, examining) {
    const { createSlackAdapter } = await import("./slack.ts");
    return createSlackAdapter({ ...examining, config: { ...examining.config, ...settings } }).missing;
  },
});

/** Some variables only make sense together. */
function faults(given: Given): readonly string[] {
  const needs = (name: string, partners: readonly string[], why: string) =>
    missingPartners(given, name, partners, why);
  const found = OAUTH.flatMap((name) =>
    needs(
      name,
      OAUTH.filter((other) => other !== name),
      "installing to several workspaces needs all three",
    ),
  );
  if (given.SLACK_CLIENT_ID)
    found.push(...needs("SLACK_CLIENT_ID", ["SCO_SECRET_KEY"], "installations are kept encrypted with it"));
  else
    for (const name of ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"])
      found.push(...needs(name, ["SLACK_BOT_TOKEN"], "Slack needs a bot token to answer"));
  if (given.SLACK_BOT_TOKEN && !given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET)
    found.push(
      "SLACK_BOT_TOKEN is set but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is; set one of them.",
    );
  return found;
}
