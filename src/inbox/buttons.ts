/** Command lines that are too long for a button: kept for the person who got the message, a row a message. */
import { randomBytes } from "node:crypto";
import type { Caller } from "../command.ts";
import type { Action, Block, Reply } from "../reply.ts";
import { workspaceScope } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";
import { createRecent } from "./recent.ts";

/** Buttons are promised to work for a month. */
const KEPT_MS = 45 * 24 * 3_600_000;
/** So many messages with long buttons are kept for each person and channel; the oldest makes room. */
const MESSAGES = 100;
/** These are also remembered here, for while the store is away. */
const REMEMBERED = 1_000;

/** Whose message it is: the person's who asked, or a channel's. */
export type ButtonOwner = Pick<Caller, "platform" | "workspace"> &
  ({ readonly user: string } | { readonly channel: string });

/** Under which name each long line of a message is kept; buttons carry the name. */
export type Names = ReadonlyMap<string, string>;

export interface Buttons {
  /**
   * Keeps the lines of a reply that no button can carry; a line that the store does not take works until a restart.
   * @param fits whether a button can carry the line itself
   */
  keep(reply: Reply, owner: ButtonOwner, fits: (line: string) => boolean): Promise<Names>;
  /** The line of that name; undefined when it is kept no longer. @throws when the store cannot be asked */
  find(name: string, at: Pick<Caller, "platform" | "workspace">): Promise<string | undefined>;
}

interface Row {
  /** Tells one message from the next that takes its place. */
  readonly token: string;
  readonly lines: readonly string[];
}

/** @param before where version 0.2.0 kept a line, by the name that its buttons carry */
export function createButtons(
  store: Pick<StateStore, "get" | "set" | "count">,
  before: (name: string) => string,
): Buttons {
  const near = createRecent<Row>(REMEMBERED);

  return {
    async keep(reply, owner, fits) {
      const lines = [...new Set(reply.blocks.flatMap(actionsOf).map(({ run, form }) => form ?? run))];
      const long = lines.filter((line) => !fits(line));
      if (long.length === 0) return new Map();
      const who = ownerName(owner);
      const scope = workspaceScope(owner) + who;
      const count = await store.count(`buttons:${scope}:count`, KEPT_MS).catch(() => near.size);
      const place = (count % MESSAGES).toString(36);
      const row: Row = { token: randomBytes(6).toString("base64url"), lines: long };
      near.set(keyOf(scope, place), row);
      await store.set(keyOf(scope, place), row, KEPT_MS).catch(() => undefined);
      return new Map(long.map((line, n) => [line, [who, place, row.token, n.toString(36)].join("~")]));
    },
    async find(name, at) {
      const [who, place, token, n] = name.split("~");
      if (who === undefined || place === undefined || token === undefined || n === undefined) {
        const line = await store.get(before(name));
        return typeof line === "string" ? line : undefined;
      }
      const key = keyOf(workspaceScope(at) + who, place);
      const here = near.get(key);
      const row = here?.token === token ? here : asRow(await store.get(key));
      return row?.token === token ? row.lines[Number.parseInt(n, 36)] : undefined;
    },
  };
}

const keyOf = (scope: string, place: string): string => `buttons:${scope}:${place}`;

/** The last part of the scope that it is kept under. */
function ownerName(owner: ButtonOwner): string {
  return "user" in owner ? `@${encodeURIComponent(owner.user)}` : encodeURIComponent(owner.channel);
}

/** Every button of a block. */
function actionsOf(block: Block): readonly Action[] {
  if (block.kind === "actions") return block.actions;
  return block.kind === "card" ? (block.actions ?? []) : [];
}

function asRow(value: unknown): Row | undefined {
  const read = value as Partial<Row> | undefined;
  return typeof read === "object" &&
    read !== null &&
    Array.isArray(read.lines) &&
    typeof read.token === "string"
    ? { token: read.token, lines: read.lines.filter((line) => typeof line === "string") }
    : undefined;
}
