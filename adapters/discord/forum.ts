/** Forum channels: a message that may be a post of its own becomes one there, with the forum's tags that fit. */
import {
  type APIChannel,
  type APIGuildForumChannel,
  type APIMessage,
  type APIThreadChannel,
  ChannelType,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from "discord.js";
import type { Reply } from "../../src/reply.ts";
import { oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import type { Body, Rendered } from "./render.ts";

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-flags */
const REQUIRE_TAG = 1 << 4;
/** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const MOST_TAGS = 5;
const THREAD_NAME = 100;
export const WEEK_MIN = 10_080;
/** Channels that are known to be in no forum. */
const KEPT = 1_000;

type Forum = Pick<APIGuildForumChannel, "id" | "available_tags" | "flags">;
type Post = NonNullable<Reply["post"]>;

export function createForums(rest: REST) {
  const others = new Set<string>();
  const channelOf = (id: string) => rest.get(Routes.channel(id)) as Promise<APIChannel>;

  return {
    /** The forum that a channel is a post of; undefined for every other channel. */
    async of(channel: string): Promise<Forum | undefined> {
      if (others.has(channel)) return undefined;
      const here = await channelOf(channel);
      const parent = here.type === ChannelType.PublicThread ? here.parent_id : undefined;
      const above = parent ? await channelOf(parent) : undefined;
      if (above?.type === ChannelType.GuildForum || above?.type === ChannelType.GuildMedia)
        return above as unknown as Forum;
      if (others.size >= KEPT) others.clear();
      others.add(channel);
      return undefined;
    },

    /** Begins a post; its first message has the post's own id. */
    async begin(forum: Forum, post: Post, body: Body, files: Rendered["files"]): Promise<APIMessage> {
      const begun = (await rest.post(Routes.threads(forum.id), {
        body: {
          name: nameOf(post),
          auto_archive_duration: WEEK_MIN,
          applied_tags: tagsOf(forum, post),
          message: body,
        },
        files: [...files],
      })) as APIThreadChannel;
      return { id: begun.id, channel_id: begun.id } as APIMessage;
    },

    /** The bot's own posts of that name in the forum, the newest first: Discord keeps no post single. */
    async named(
      forum: Forum,
      post: Post,
      guild: string,
      application: string | undefined,
    ): Promise<readonly string[]> {
      const { threads } = (await rest.get(Routes.guildActiveThreads(guild))) as RESTGetAPIGuildThreadsResult;
      return (threads as readonly APIThreadChannel[])
        .filter(
          ({ parent_id, name, owner_id }) =>
            parent_id === forum.id &&
            name === nameOf(post) &&
            (application === undefined || owner_id === application),
        )
        .map(({ id }) => id)
        .sort()
        .reverse();
    },
  };
}

export function threadName(title: string): string {
  return fit(oneLine(title) || "…", THREAD_NAME);
}

function nameOf({ title }: Post): string {
  return threadName(title);
}

/** The forum's tags that the post is about; where it must have one and none fits, the first. */
function tagsOf({ available_tags: tags, flags }: Forum, { title, tags: about }: Post): readonly string[] {
  const plain = (text: string) =>
    ` ${
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? ""
    } `;
  const texts = [title, ...about].map(plain);
  const fits = ({ name }: { readonly name: string }) => {
    const own = plain(name);
    const han = /\p{Script=Han}/u.test(name);
    return own.trim() !== "" && texts.some((text) => text.includes(han ? own.trim() : own));
  };
  const fitting = (tags ?? []).filter(fits).slice(0, MOST_TAGS);
  const needed = fitting.length === 0 && ((flags ?? 0) & REQUIRE_TAG) !== 0 ? (tags ?? []).slice(0, 1) : [];
  return [...fitting, ...needed].map(({ id }) => id);
}
