/** What we listen to and call on Slack, in one place: the manifest is checked against it and listeners are made from it. */

export const COMMAND = "/sco";
export const MESSAGE_SHORTCUT = "search_message";
export const GLOBAL_SHORTCUT = "search_news";
/** `callback_id` of the search modal. */
export const SEARCH_VIEW = "search_form";
/** `callback_id` of the form that fills in a line. */
export const FORM_VIEW = "form";
/** `callback_id` of a modal that shows an answer. */
export const ANSWER_VIEW = "answer";

/** Events that we subscribe to, with the scopes that each one needs. */
export const EVENTS = {
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  app_uninstalled: [],
  member_joined_channel: ["channels:read", "groups:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
  tokens_revoked: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const HISTORY = ["channels:history", "groups:history", "im:history"] as const;

/** Web API methods that we call with the bot's token, with the scopes that each one needs. */
export const METHODS = {
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "auth.test": [],
  "blocks.validate": [],
  "chat.getPermalink": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "conversations.history": HISTORY,
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.open": ["im:write"],
  "conversations.replies": HISTORY,
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "users.conversations": ["channels:read", "groups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.push": [],
  "views.update": [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Method = keyof typeof METHODS;

/** Scopes that a workspace may leave out when it installs the app; docs/slack.md says what is missing then. */
export const OPTIONAL_SCOPES: readonly string[] = ["channels:history", "groups:history"];

/** Every scope that the bot's token needs, sorted; `commands` is for the slash command and the shortcuts. */
export function botScopes(): string[] {
  const scopes = [...Object.values(EVENTS), ...Object.values(METHODS)].flat();
  return [...new Set(["commands", ...scopes])].sort();
}
