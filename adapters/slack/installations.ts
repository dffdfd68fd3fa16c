/** The workspaces that installed the app: kept in the state store, sealed, and remembered. */
import type { Installation, InstallationStore } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { BotError } from "../../src/errors.ts";
import { errors } from "../../src/i18n/slack.ts";
import { leavingKey } from "../../src/state/scope.ts";
import { createSeal } from "../../src/state/seal.ts";
import type { StateStore } from "../../src/state/store.ts";

type AnyInstallation = Installation<"v1" | "v2", boolean> & { readonly at?: number };

export interface Installations extends InstallationStore {
  /** The bot's token in a workspace. @throws BotError when the app is not installed there */
  tokenFor(workspace: string): Promise<string>;
  forget(workspace: string): Promise<void>;
  /** When the workspace installed the app last (epoch ms); undefined where that is not known. @throws BotError "unavailable" */
  installedAt(workspace: string): Promise<number | undefined>;
  /** Remembers all that are kept, so that none of them is looked up before it is acknowledged. */
  load(): Promise<void>;
  /** Every workspace that is kept, with the bot's token; null where it was sealed under another key. */
  tokens(): Promise<readonly (readonly [workspace: string, token: string | null])[]>;
}

/** Another process may have removed or renewed it; this is how long that takes to be seen here. */
const REMEMBERED_MS = 60_000;
const ROOM = "slack-installation";
const keyOf = (workspace: string): string => `${ROOM}:slack/${encodeURIComponent(workspace)}/:bot`;

/** @param fallback stands in for workspaces that have no installation of their own: SLACK_BOT_TOKEN, when it is set too */
export function createInstallations(deps: {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly secret: string;
  readonly fallback?: AnyInstallation;
}): Installations {
  const { store, clock } = deps;
  const seal = createSeal(deps.secret, "slack-installations");
  const remembered = new Map<string, { installation: AnyInstallation; until: number }>();

  /** What is remembered answers at once, whatever the store is doing; when it is old it is looked up behind the answer. */
  async function read(workspace: string): Promise<AnyInstallation> {
    const known = remembered.get(workspace);
    if (!known) return look(workspace);
    if (known.until <= clock.monotonic()) {
      remembered.set(workspace, { ...known, until: clock.monotonic() + REMEMBERED_MS });
      void look(workspace).catch(() => undefined);
    }
    return known.installation;
  }

  async function look(workspace: string): Promise<AnyInstallation> {
    const sealed = await store.get(keyOf(workspace));
    if (typeof sealed !== "string") {
      remembered.delete(workspace);
      return deps.fallback ?? notInstalled(workspace);
    }
    const installation = open(sealed);
    remembered.set(workspace, { installation, until: clock.monotonic() + REMEMBERED_MS });
    return installation;
  }

  function open(sealed: string): AnyInstallation {
    try {
      return JSON.parse(seal.open(sealed).text);
    } catch (cause) {
      throw otherKey(cause);
    }
  }

  async function* kept(): AsyncIterable<readonly [key: string, sealed: unknown]> {
    for await (const keys of store.ofRoom(ROOM)) for (const key of keys) yield [key, await store.get(key)];
  }

  async function load(): Promise<void> {
    for await (const [key, sealed] of kept()) {
      try {
        const { text, old } = seal.open(String(sealed));
        const installation: AnyInstallation = JSON.parse(text);
        remembered.set(installed(installation), { installation, until: clock.monotonic() + REMEMBERED_MS });
        // From then on the older key can be left out of the settings.
        if (old) await store.commit({ when: { [key]: sealed }, set: { [key]: seal.close(text) } });
      } catch {
        // Sealed under another key: told when somebody asks from there.
      }
    }
  }

  const tokenIn = (sealed: unknown): string | null => {
    try {
      return open(String(sealed)).bot?.token ?? null;
    } catch {
      return null;
    }
  };

  const installed = (installation: AnyInstallation): string => installation.team?.id ?? "";

  async function forget(workspace: string): Promise<void> {
    remembered.delete(workspace);
    await store.delete(keyOf(workspace));
  }

  return {
    async storeInstallation(installation) {
      if (installation.isEnterpriseInstall) throw forOrganisations();
      const id = installed(installation);
      const kept = seal.close(JSON.stringify({ ...installation, at: clock.now() }));
      // A workspace that comes back is not forgotten any more.
      await store.commit({
        set: { [keyOf(id)]: kept, [leavingKey({ platform: "slack", workspace: id })]: undefined },
      });
      remembered.delete(id);
    },
    fetchInstallation: (query) => read(query.teamId ?? "") as never,
    deleteInstallation: (query) => forget(query.teamId ?? ""),
    async tokenFor(workspace) {
      const token = (await read(workspace)).bot?.token;
      return token ?? notInstalled(workspace);
    },
    forget,
    async installedAt(workspace) {
      const sealed = await store.get(keyOf(workspace));
      try {
        return open(String(sealed)).at;
      } catch {
        return undefined;
      }
    },
    load,
    async tokens() {
      const found: [string, string | null][] = [];
      for await (const [key, sealed] of kept())
        found.push([decodeURIComponent(key.split("/")[1] ?? ""), tokenIn(sealed)]);
      return found;
    },
  };
}

/** One installation for a whole organization would need the workspace in every call; it is refused instead of half working. */
export function forOrganisations(): BotError {
  return new BotError("forbidden", errors.forOrganisations);
}

function otherKey(cause: unknown): BotError {
  return new BotError("forbidden", errors.otherKey, { cause });
}

function notInstalled(workspace: string): never {
  throw new BotError("forbidden", errors.notInstalled(workspace));
}
