/** What people do on Slack, as the payloads that Slack makes of it. */
import type { Message, OpenView } from "./desk.ts";
import { type CheckedBlock, pressableIn } from "./schema.ts";
import type { Acknowledgement, Slack } from "./server.ts";

type Button = ReturnType<typeof pressableIn>[number];
interface Where {
  readonly channel?: string;
  readonly user?: string;
  readonly team?: string;
  readonly responseUrl?: string;
  /** Where the app is installed for a whole organization: that one's id. */
  readonly organisation?: string;
}

export function slash(
  slack: Slack,
  text: string,
  {
    channel = "C1",
    user = "U1",
    team = "T1",
    responseUrl = slack.responseUrl(channel, user),
    organisation,
  }: Where = {},
): Promise<Acknowledgement> {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return slack.deliver("slash_commands", {
    token: "legacy",
    team_id: team,
    team_domain: "desk",
    channel_id: channel,
    channel_name: "sco-news",
    user_id: user,
    user_name: "somebody",
    command: "/sco",
    text: escaped,
    api_app_id: "A1",
    is_enterprise_install: String(organisation !== undefined),
    ...(organisation !== undefined && { enterprise_id: organisation }),
    response_url: responseUrl,
    trigger_id: slack.trigger(user),
  });
}

export function event(
  slack: Slack,
  inner: Record<string, unknown>,
  { team = "T1", id = slack.id("Ev"), retry = 0, at = Date.now() } = {},
): Promise<Acknowledgement> {
  const body = {
    token: "legacy",
    team_id: team,
    api_app_id: "A1",
    event: inner,
    type: "event_callback",
    event_id: id,
    event_time: Math.floor(at / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team,
        user_id: slack.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
  return slack.deliver("events_api", body, retry || undefined);
}

/** Somebody mentions the bot; answers the event, to send again. */
export function mentioning(
  slack: Slack,
  said: string,
  { channel = "C1", user = "U1" }: Where = {},
  more: Record<string, unknown> = {},
) {
  const ts = slack.stamp();
  return {
    type: "app_mention",
    user,
    text: `<@${slack.botUser}> ${said}`,
    ts,
    event_ts: ts,
    channel,
    ...more,
  };
}

export function directly(
  slack: Slack,
  said: string,
  { user = "U1" }: Where = {},
  more: Record<string, unknown> = {},
) {
  const ts = slack.stamp();
  return {
    type: "message",
    channel_type: "im",
    user,
    text: said,
    ts,
    event_ts: ts,
    channel: slack.directOf(user),
    ...more,
  };
}

/** The button of a message or view whose text begins so. */
export function buttonOf(blocks: readonly CheckedBlock[], label: string): Button & { block_id: string } {
  for (const block of blocks) {
    const found = pressableIn(block).find(({ text }) => text.text.startsWith(label));
    if (found) return { ...found, block_id: block.block_id ?? "" };
  }
  throw new Error(`no button "${label}" in ${JSON.stringify(blocks).slice(0, 500)}`);
}

export function click(
  slack: Slack,
  message: Message,
  label: string,
  user = message.to ?? "U1",
): Promise<Acknowledgement> {
  return slack.deliver("interactive", clickOn(slack, message, buttonOf(message.blocks, label), user));
}

export function clickOn(slack: Slack, message: Message, button: Button & { block_id: string }, user = "U1") {
  const { action_id, block_id, value, text, type } = button;
  return {
    type: "block_actions",
    user: { id: user, username: "somebody", team_id: "T1" },
    api_app_id: "A1",
    token: "legacy",
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.to !== undefined,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    trigger_id: slack.trigger(user),
    team: { id: "T1", domain: "desk" },
    channel: { id: message.channel, name: "sco-news" },
    ...(message.to === undefined && {
      message: { ts: message.ts, text: message.text, blocks: message.blocks },
    }),
    response_url: slack.responseUrl(message.channel, user, message),
    actions: [{ action_id, block_id, value, text, type, action_ts: slack.stamp() }],
  };
}

export function clickInView(
  slack: Slack,
  open: OpenView | { id: string; user: string; view: OpenView["view"] },
  label: string,
): Promise<Acknowledgement> {
  const { action_id, block_id, value, text, type } = buttonOf(open.view.blocks, label);
  return slack.deliver("interactive", {
    type: "block_actions",
    user: { id: open.user, team_id: "T1" },
    team: { id: "T1", domain: "desk" },
    container: { type: "view", view_id: open.id },
    trigger_id: slack.trigger(open.user),
    view: {
      id: open.id,
      type: open.view.type,
      callback_id: open.view.callback_id ?? "",
      hash: "1.x",
      state: { values: {} },
    },
    actions: [{ action_id, block_id, value, text, type, action_ts: slack.stamp() }],
  });
}

export function shortcut(
  slack: Slack,
  callback: string,
  on?: { text: string; channel: string },
  user = "U1",
): Promise<Acknowledgement> {
  const common = {
    callback_id: callback,
    user: { id: user, team_id: "T1" },
    team: { id: "T1", domain: "desk" },
    trigger_id: slack.trigger(user),
    action_ts: slack.stamp(),
  };
  return slack.deliver(
    "interactive",
    on
      ? {
          ...common,
          type: "message_action",
          message_ts: slack.stamp(),
          channel: { id: on.channel, name: "x" },
          message: { type: "message", text: on.text, user: "U2", ts: slack.stamp() },
          response_url: slack.responseUrl(on.channel, user),
        }
      : { ...common, type: "shortcut" },
  );
}

/** Submits the search form; an acknowledgement may replace the view. */
export const submit = (slack: Slack, open: OpenView, block: string, action: string, typed: string) =>
  submitAll(slack, open, { [block]: { [action]: { type: "plain_text_input", value: typed } } });

/** What the fields of a form have, as Slack sends it: what is filled in already, and what somebody changes. */
export function stateOf({ view }: OpenView, changed: Record<string, string>): Record<string, object> {
  const fields = view.blocks.flatMap((block) => (block.type === "input" ? [block] : []));
  return Object.fromEntries(
    fields.map(({ block_id = "", element }) => {
      const value = changed[block_id];
      const { type, action_id } = element;
      const state =
        type === "timepicker"
          ? { selected_time: value ?? element.initial_time ?? null }
          : type === "static_select"
            ? { selected_option: value === undefined ? (element.initial_option ?? null) : { value } }
            : type === "checkboxes"
              ? {
                  selected_options:
                    value?.split(",").map((one) => ({ value: one })) ?? element.initial_options ?? [],
                }
              : type === "conversations_select"
                ? { selected_conversation: value ?? element.initial_conversation ?? null }
                : { value: value ?? element.initial_value ?? null };
      return [block_id, { [action_id]: { type, ...state } }];
    }),
  );
}

export async function submitAll(
  slack: Slack,
  open: OpenView,
  values: Record<string, object>,
): Promise<Acknowledgement> {
  const answer = await slack.deliver("interactive", {
    type: "view_submission",
    user: { id: open.user, team_id: "T1" },
    team: { id: "T1", domain: "desk" },
    trigger_id: slack.trigger(open.user),
    view: {
      id: open.id,
      type: "modal",
      callback_id: open.view.callback_id ?? "",
      hash: "1.x",
      private_metadata: open.view.private_metadata ?? "",
      state: { values },
    },
  });
  const body = answer.body as { response_action?: string; view?: OpenView["view"] } | "";
  if (body && body.response_action === "update" && body.view) open.view = body.view;
  return answer;
}

/** Waits until something is so. @throws when it is not within `ms`, saying what is there instead */
export async function until<T>(
  what: () => T | undefined | null | false,
  told: () => unknown = () => "",
  ms = 8000,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = what();
    if (found) return found;
    if (performance.now() > end)
      throw new Error(`did not happen: ${what} ${JSON.stringify(told()).slice(0, 1500)}`);
    await new Promise((next) => setTimeout(next, 5));
  }
}
