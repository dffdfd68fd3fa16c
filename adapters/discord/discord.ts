/** The Discord adapter: a client, what it receives, and the way for deliveries. */
import { type APIInteraction, type Client, Events, GatewayDispatchEvents, Routes } from "discord.js";
import type { Adapter, Bot, Target } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Command } from "../../src/command.ts";
import { reasonOf } from "../../src/errors.ts";
import { type Locale, localeOf } from "../../src/i18n/words.ts";
import { createButtons } from "../../src/inbox/buttons.ts";
import { createInbox } from "../../src/inbox/inbox.ts";
import type { Log } from "../../src/log.ts";
import type { StateStore } from "../../src/state/store.ts";
import { keptBefore } from "./buttons.ts";
import { createClient, createRest, hasLeft, isConnected, logIn, restOptions } from "./connect.ts";
import { createDelivering } from "./deliver.ts";
import { createInteractions } from "./interactions.ts";
import { inviteLink } from "./invite.ts";
import { createMentions } from "./mentions.ts";
import { barred, hasRole, mayManage, mayManageServer, missingIn } from "./permissions.ts";
import { registerIfChanged } from "./register.ts";
import type { Surroundings } from "./surroundings.ts";
import { greet } from "./welcome.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Base of the REST API without a version; Discord's own when unset. */
  readonly apiUrl?: string | undefined;
  /** Id or name of a role whose people may change schedules and watches. */
  readonly managerRole?: string | undefined;
  /** Zone of people who have not chosen one; Discord does not tell theirs. */
  readonly zone: string;
  /** How many shards this process carries; `auto`, and when unset: as many as Discord asks for. */
  readonly shards?: number | "auto";
  /** This process is one of several that the ShardingManager started. */
  readonly inShard?: boolean;
  /** Those who run the bot: `discord:USER`. */
  readonly operators: readonly string[];
}

export interface DiscordNeeds {
  readonly settings: DiscordSettings;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of a server that the bot was removed from. */
  readonly forget?: (workspace: string) => Promise<void>;
}

/** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const REQUESTS_PER_SECOND = 50;
/** How long what is being answered may take when the bot stops. */
const FAREWELL_MS = 6_000;
const REMEMBERED_PEOPLE = 10_000;

/** @throws BotError from `start` when Discord refuses the token */
export function createDiscordAdapter(needs: DiscordNeeds): Adapter {
  const { settings, store, clock, log } = needs;
  const { token, apiUrl } = settings;
  const rest = createRest(settings, REQUESTS_PER_SECOND, log);
  const answering = createRest(settings, Number.POSITIVE_INFINITY, log);
  /** Made when the adapter starts: discord.js ties a shard's process to the first client in it. */
  let client: Client | undefined;
  /** No new work from then on. */
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();
  const buttons = createButtons(store, keptBefore);
  const inbox = createInbox({ store, clock, log });
  const locales = new Map<string, Locale>();
  const deliver = createDelivering({ token, options: restOptions(apiUrl), clock, buttons });

  return {
    name: "discord",
    async start(bot) {
      const onEvents = receiver(bot);
      const fresh = () => {
        const made = createClient(settings, log);
        client = made;
        onEvents(made);
        return made;
      };
      const whenIn = (from: Client) => {
        if (from.ws.shards.has(0)) track(() => register(from, bot.commands));
      };
      const entering = logIn(fresh, { settings, clock, log, signal: stopping.signal }, whenIn);
      // A client that is ended while it logs in hangs: a stop waits for that as for any work.
      atWork.add(entering);
      await entering.finally(() => atWork.delete(entering));
    },
    post: deliver,
    groupOf: roleOf,
    left: (server) => hasLeft(server, rest),
    async missing(target: Target, locale: Locale) {
      return client ? missingIn(client, target, locale) : null;
    },
    get connected() {
      return client !== undefined && isConnected(client);
    },
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all([inbox.stop(), ...atWork]), clock.sleep(FAREWELL_MS)]).catch(
        () => undefined,
      );
      client?.removeAllListeners(Events.ShardReconnecting);
      await client?.destroy();
    },
  };

  function receiver(bot: Bot): (from: Client) => void {
    const shared = { rest, bot, clock, log, inbox, buttons };
    const around = () => surroundings(bot.commands);
    const onInteraction = createInteractions({ ...shared, rest: answering, around });
    const onMessage = createMentions({ ...shared, around });
    return (from) => {
      const hear = <Data>(event: GatewayDispatchEvents, take: (data: Data) => Promise<void>) =>
        from.ws.on(event, (data: Data) => track(async () => take(data)));
      hear(GatewayDispatchEvents.InteractionCreate, (data: APIInteraction) => {
        const user = data.member?.user ?? data.user;
        if (user && "locale" in data) remember(user.id, localeOf(data.locale));
        return onInteraction(data);
      });
      hear(GatewayDispatchEvents.GuildDelete, async (gone: { id: string; unavailable?: boolean }) => {
        // An outage of Discord's also looks like a server that is gone.
        if (!gone.unavailable) await forget(gone.id);
      });
      hear(GatewayDispatchEvents.MessageCreate, onMessage);
      // Told of servers that are new, and not of those that are there at the start.
      from.on(Events.GuildCreate, (guild) => track(() => greet(guild, rest, inbox)));
    };
  }

  function surroundings(commands: readonly Command[]): Surroundings {
    const { zone, operators, managerRole } = settings;
    return {
      zone,
      operators,
      barred: barred(managerRole),
      commands,
      self: client?.user?.id ?? "",
      managesByRole: (guild, roles) =>
        client !== undefined && managerRole !== undefined && hasRole(client, guild, roles, managerRole),
      managesChannel: (guild, channel, user, roles) =>
        client !== undefined && mayManage(client, { guild, channel, user, roles }),
      managesServer: (guild, user, roles) =>
        client !== undefined && mayManageServer(client, { guild, user, roles }),
      hasOwnRole: (guild, roles) => {
        const self = client?.user?.id;
        const known = client?.guilds.cache.get(guild)?.roles.cache;
        return self !== undefined && roles.some((id) => known?.get(id)?.tags?.botId === self);
      },
      knownLocale: (user, guild) => {
        const server = client?.guilds.cache.get(guild);
        return locales.get(user) ?? (server && localeOf(server.preferredLocale));
      },
    };
  }

  async function forget(server: string): Promise<void> {
    try {
      await needs.forget?.(server);
      log.info({ server }, "removed from a server; what was kept for it is forgotten");
    } catch (error) {
      log.error({ server, reason: reasonOf(error) }, "what was kept for a server could not be forgotten");
    }
  }

  function remember(user: string, locale: Locale): void {
    locales.set(user, locale);
    const oldest = locales.keys().next().value;
    if (locales.size > REMEMBERED_PEOPLE && oldest !== undefined) locales.delete(oldest);
  }

  function track(begin: () => Promise<void>): void {
    if (stopping.signal.aborted) return;
    const work = begin().catch((error) =>
      log.warn({ reason: reasonOf(error) }, "an event could not be read"),
    );
    atWork.add(work);
    void work.finally(() => atWork.delete(work));
  }

  async function register(from: Client, commands: readonly Command[]): Promise<void> {
    const application = from.application?.id ?? from.user?.id;
    if (!application) return;
    log.info({ bot: from.user?.username, invite: inviteLink(application) }, "Discord knows the bot");
    try {
      const scope = `${application}:global:${apiUrl ?? ""}`;
      const sent = await registerIfChanged(commands, scope, store, (body) =>
        rest.put(Routes.applicationCommands(application), { body }),
      );
      log.info({ sent }, sent ? "Discord has the commands now" : "Discord has the commands already");
    } catch (error) {
      log.error({ reason: reasonOf(error) }, "the commands could not be registered at Discord");
    }
  }
}

/** A role's id, also as a message has it; the role that bears the server's own id is everybody. */
function roleOf(written: string, server: string): string | undefined {
  const id = /^(?:<@&)?(\d{15,20})>?$/.exec(written.trim())?.[1];
  return id === server ? undefined : id;
}
