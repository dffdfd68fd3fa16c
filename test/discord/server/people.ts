/** Who and what is there: the bot, a person, a server with channels; and the events that they cause. */

export const BOT = {
  id: "900000000000000001",
  username: "sco",
  discriminator: "0",
  global_name: null,
  avatar: null,
  bot: true,
};
export const PERSON = {
  id: "800000000000000001",
  username: "mei",
  discriminator: "0",
  global_name: "Mei",
  avatar: null,
};
export const GUILD = "700000000000000001";
export const CHANNEL = "600000000000000001";
/** A channel in which the bot may see but not write. */
/** A forum: it holds posts, and messages only in those. */
export const FORUM = "600000000000000009";
/** A post of the forum. */
export const FORUM_POST = "600000000000000010";
export const FORUM_TAGS = [
  { id: "700000000000000001", name: "Everything" },
  { id: "700000000000000002", name: "Railway" },
  { id: "700000000000000003", name: "中文" },
  { id: "700000000000000004", name: "Rail" },
] as const;
export const SILENT = "600000000000000002";
/** A channel that the bot cannot see. */
export const HIDDEN = "600000000000000003";
export const EDITORS = "500000000000000001";
export const MANAGERS = "500000000000000002";

export const GOVERNORS = "500000000000000004";

/** The role that Discord makes for the bot. */
export const OWN = "500000000000000003";

export const PERMISSIONS = {
  manageChannels: 1n << 4n,
  manageServer: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
} as const;

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Permissions that everybody lacks here. */
  readonly denied: bigint;
  /** 0, a text channel, unless said otherwise. */
  readonly type?: number;
  /** Of a post: its forum. */
  readonly parent?: string;
  readonly tags?: readonly { readonly id: string; readonly name: string }[];
  /** It takes no post without a tag. */
  readonly needsTag?: boolean;
}

export const channels: readonly Channel[] = [
  { id: CHANNEL, name: "news", denied: 0n },
  { id: SILENT, name: "rules", denied: PERMISSIONS.sendMessages },
  { id: HIDDEN, name: "board", denied: PERMISSIONS.viewChannel },
  { id: FORUM, name: "questions", denied: 0n, type: 15, tags: FORUM_TAGS, needsTag: true },
  { id: FORUM_POST, name: "Railways", denied: 0n, type: 11, parent: FORUM },
];

let last = 1_000_000_000_000_000_000n + BigInt(Date.now());
/** A fresh snowflake. */
export function nextId(): string {
  last += 1n;
  return String(last);
}

const role = (id: string, name: string, permissions: bigint) => ({
  id,
  name,
  color: 0,
  hoist: false,
  position: 1,
  permissions: String(permissions),
  managed: false,
  mentionable: false,
  flags: 0,
});

/** The payload of GUILD_CREATE. */
export function guild(places: readonly Channel[]): { id: string } & Record<string, unknown> {
  const { viewChannel, sendMessages, embedLinks, manageChannels, manageServer } = PERMISSIONS;
  return {
    id: GUILD,
    name: "Readers",
    owner_id: "1",
    preferred_locale: "en-US",
    roles: [
      role(GUILD, "@everyone", viewChannel | sendMessages | embedLinks),
      role(EDITORS, "Editors", 0n),
      role(MANAGERS, "Managers", manageChannels),
      role(GOVERNORS, "Governors", manageServer),
      { ...role(OWN, "sco", 0n), managed: true, tags: { bot_id: BOT.id } },
    ],
    members: [
      { user: BOT, roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 },
    ],
    channels: places.filter(({ parent }) => !parent).map((place) => channel(place)),
    threads: [],
    emojis: [],
    features: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: "2026-01-01T00:00:00Z",
  };
}

export function channel({
  id,
  name,
  denied,
  type = 0,
  parent,
  tags,
  needsTag,
}: Channel): Record<string, unknown> {
  return {
    id,
    type,
    guild_id: GUILD,
    name,
    position: 0,
    ...(parent !== undefined && { parent_id: parent }),
    ...(tags && { available_tags: tags.map((tag) => ({ ...tag, moderated: false })) }),
    ...(needsTag && { flags: 16 }),
    permission_overwrites: denied ? [{ id: GUILD, type: 0, allow: "0", deny: String(denied) }] : [],
  };
}

interface Said {
  readonly content: string;
  readonly channel?: string;
  readonly direct?: boolean;
  readonly roles?: readonly string[];
  readonly author?: object;
  readonly type?: number;
}

/** The payload of MESSAGE_CREATE. */
export function message({ content, channel: place = CHANNEL, direct, roles = [], author, type = 0 }: Said) {
  return {
    id: nextId(),
    channel_id: place,
    channel_type: direct ? 1 : 0,
    ...(!direct && { guild_id: GUILD, member: { roles, joined_at: "2026-01-01T00:00:00Z", flags: 0 } }),
    author: author ?? PERSON,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: content.includes("@everyone"),
    mentions: content.includes(BOT.id) ? [BOT] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type,
  };
}

interface Asked {
  readonly type: 2 | 3 | 4 | 5;
  readonly data: object;
  readonly locale?: string;
  readonly permissions?: bigint;
  readonly roles?: readonly string[];
  readonly direct?: boolean;
  /** Where it is asked, as Discord numbers it; 1, with the bot, for direct messages unless said otherwise. */
  readonly context?: number | undefined;
  /** Several people's conversation. */
  readonly group?: boolean;
  readonly channel?: string;
  readonly message?: object;
  /** Id of somebody else than the usual person. */
  readonly user?: string;
}

/** Send Messages, also in threads: what members usually have. */
const SPEAKS = (1n << 11n) | (1n << 38n);

/** The payload of INTERACTION_CREATE. */
export function interaction(asked: Asked): { id: string; token: string } & Record<string, unknown> {
  const { type, data, locale = "en-US", permissions = SPEAKS, roles = [], direct } = asked;
  const { channel: place = CHANNEL, message: on } = asked;
  const id = nextId();
  const person = { ...PERSON, ...(asked.user && { id: asked.user }) };
  return {
    id,
    application_id: BOT.id,
    type,
    token: `token-${id}`,
    version: 1,
    channel_id: place,
    channel: { id: place, type: asked.group ? 3 : direct ? 1 : 0 },
    locale,
    data,
    ...(on && { message: on }),
    ...(direct
      ? { user: person, context: "context" in asked ? asked.context : 1 }
      : {
          context: 0,
          guild_id: GUILD,
          guild_locale: "en-US",
          member: {
            user: person,
            roles,
            permissions: String(permissions),
            joined_at: "2026-01-01T00:00:00Z",
            flags: 0,
          },
        }),
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    app_permissions: "0",
  };
}
