/** One Slack workspace as data: channels, people, messages, response addresses, triggers, views. */
import type { CheckedBlock } from "./schema.ts";

export interface Message {
  ts: string;
  channel: string;
  text: string;
  blocks: CheckedBlock[];
  thread_ts?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  /** Set when only this person sees it. */
  to?: string;
  /** How often it was edited in place. */
  edits?: number;
}

export interface Channel {
  readonly id: string;
  member: boolean;
  archived?: boolean;
  readonly hidden?: boolean;
  /** People who are not in it; everybody else is. */
  without?: readonly string[];
  /** Who alone may write in it. */
  restricted?: { readonly type?: readonly string[]; readonly user?: readonly string[] };
}

export interface View {
  readonly type: "home" | "modal";
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: CheckedBlock[];
}
export interface OpenView {
  readonly id: string;
  readonly user: string;
  view: View;
}

export interface ResponseAddress {
  readonly channel: string;
  readonly user: string;
  readonly original?: Message;
  uses: number;
  readonly until: number;
}

export function createDesk(scopes: Iterable<string>) {
  let count = 0;
  const triggers = new Map<string, { user: string; until: number }>();
  const desk = {
    url: "",
    botUser: "U0BOT",
    appToken: "xapp-test-token",
    /** Bot tokens and the teams they are for. */
    tokens: new Map([["xoxb-test-token", "T1"]]),
    scopes: new Set(scopes),
    channels: new Map<string, Channel>([
      ["C1", { id: "C1", member: true }],
      ["C2", { id: "C2", member: true }],
      ["C3", { id: "C3", member: false }],
      ["C4", { id: "C4", member: true, archived: true }],
      ["G1", { id: "G1", member: false, hidden: true }],
      ["D1", { id: "D1", member: true }],
    ]),
    people: new Map<string, Record<string, unknown>>([
      ["U1", { name: "aigerim", real_name: "Aigerim", locale: "en-US", tz: "Asia/Almaty", team_id: "T1" }],
      ["U2", { name: "lin", real_name: "林", locale: "zh-CN", tz: "Asia/Shanghai", team_id: "T1" }],
      [
        "U3",
        {
          name: "guest",
          real_name: "Guest",
          locale: "ru-RU",
          tz: "Europe/Moscow",
          is_restricted: true,
          team_id: "T1",
        },
      ],
      // Of another company, in a channel that is shared with it.
      [
        "U4",
        {
          name: "kim",
          real_name: "Kim",
          locale: "en-US",
          tz: "Asia/Seoul",
          team_id: "T9",
          is_stranger: false,
        },
      ],
    ]),
    messages: [] as Message[],
    /** Most messages that one look into the past brings; 15 for apps that are sold outside Slack's directory. */
    historyPage: 200,
    responses: new Map<string, ResponseAddress>(),
    /** Files that are being uploaded, by id, and those that were shared. */
    uploads: new Map<string, { readonly filename: string; readonly length: number; bytes?: Buffer }>(),
    files: [] as {
      readonly name: string;
      readonly bytes: Buffer;
      readonly channel: string;
      readonly thread: string | undefined;
    }[],
    modals: new Map<string, OpenView[]>(),
    homes: new Map<string, View>(),
    /** What the bot suggests to begin with, by channel. */
    prompts: new Map<string, readonly { title: string; message: string }[]>(),
    /** Everything that was refused for its form; a correct bot leaves it empty. */
    refusals: [] as string[],
    id: (prefix: string): string => `${prefix}${(++count).toString(36).toUpperCase().padStart(6, "0")}`,
    stamp: (): string => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, "0")}`,
    directOf: (user: string): string => {
      const id = user === "U1" ? "D1" : `D${user}`;
      if (!desk.channels.has(id)) desk.channels.set(id, { id, member: true });
      return id;
    },
    trigger: (user: string): string => {
      const id = `${++count}.trigger.${user}`;
      triggers.set(id, { user, until: Date.now() + 3000 });
      return id;
    },
    /** A trigger opens one view within three seconds. */
    useTrigger: (id: string): string | undefined => {
      const known = triggers.get(id);
      triggers.delete(id);
      return known && known.until > Date.now() ? known.user : undefined;
    },
    responseUrl: (channel: string, user: string, original?: Message): string => {
      const id = desk.id("r");
      desk.responses.set(id, {
        channel,
        user,
        ...(original && { original }),
        uses: 0,
        until: Date.now() + 30 * 60_000,
      });
      return `${desk.url}/response/${id}`;
    },
  };
  return desk;
}
export type Desk = ReturnType<typeof createDesk>;
