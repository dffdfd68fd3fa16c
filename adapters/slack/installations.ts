/** The workspaces that installed the app: kept in the state store, sealed, and remembered. */
import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { BotError } from "../../src/errors.ts";
import type { StateStore } from "../../src/state/store.ts";
import { createSeal } from "./seal.ts";

type AnyInstallation = Installation<"v1" | "v2", boolean>;

export interface Installations extends InstallationStore {
  /** The bot's token in a workspace. @throws BotError when the app is not installed there */
  tokenFor(workspace: string): Promise<string>;
  forget(workspace: string): Promise<void>;
  /** Remembers all that are kept, so that none of them is looked up before it is acknowledged. */
  load(): Promise<void>;
  /** Every workspace that is kept, with the bot's token; null where it was sealed under another key. */
  tokens(): Promise<readonly (readonly [workspace: string, token: string | null])[]>;
}

/** Another process may have removed or renewed it; this is how long that takes to be seen here. */
const REMEMBERED_MS = 60_000;
const PREFIX = "slack-installation:";
const keyOf = (workspace: string): string => `${PREFIX}slack/${encodeURIComponent(workspace)}/:bot`;

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
    if (known.until <= clock.now()) {
      remembered.set(workspace, { ...known, until: clock.now() + REMEMBERED_MS });
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
    remembered.set(workspace, { installation, until: clock.now() + REMEMBERED_MS });
    return installation;
  }

  const open = (sealed: string): AnyInstallation => JSON.parse(seal.open(sealed));

  async function load(): Promise<void> {
    for (const [, sealed] of await store.entries(PREFIX)) {
      try {
        const installation = open(String(sealed));
        remembered.set(installed(installation), { installation, until: clock.now() + REMEMBERED_MS });
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

  const installed = (installation: AnyInstallation): string =>
    (installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id) ?? "";

  const idOf = (query: InstallationQuery<boolean>): string =>
    (query.isEnterpriseInstall ? query.enterpriseId : query.teamId) ?? query.enterpriseId ?? "";

  async function forget(workspace: string): Promise<void> {
    remembered.delete(workspace);
    await store.delete(keyOf(workspace));
  }

  return {
    async storeInstallation(installation) {
      const id = installed(installation);
      await store.set(keyOf(id), seal.close(JSON.stringify(installation)));
      remembered.delete(id);
    },
    fetchInstallation: (query) => read(idOf(query)) as never,
    deleteInstallation: (query) => forget(idOf(query)),
    async tokenFor(workspace) {
      const token = (await read(workspace)).bot?.token;
      return token ?? notInstalled(workspace);
    },
    forget,
    load,
    async tokens() {
      const kept = await store.entries(PREFIX);
      return kept.map(([key, sealed]) => [decodeURIComponent(key.split("/")[1] ?? ""), tokenIn(sealed)]);
    },
  };
}

function notInstalled(workspace: string): never {
  throw new BotError("forbidden", {
    en: `I am not installed in the workspace ${workspace}. Install me there first.`,
    zh: `工作区 ${workspace} 没有安装我，请先安装。`,
    ru: `В рабочем пространстве ${workspace} я не установлен. Сначала установите меня.`,
  });
}
