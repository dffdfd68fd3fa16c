/** Who somebody is at Slack, and where they ask. */
import type { Locale } from "../../src/i18n/words.ts";

/**
 * What somebody is to the workspace: one of its members, a guest (single- or multi-channel), somebody of another
 * organisation in a shared channel; `unknown` while Slack has not said. Only a member may change what a channel gets.
 */
export type Membership = "member" | "guest" | "outsider" | "unknown";

export interface Person {
  readonly locale: Locale;
  readonly zone: string;
  readonly name: string;
  readonly standing: Membership;
  /** An admin or owner of this workspace: who is one elsewhere only, is none here. */
  readonly isAdmin: boolean;
}

/** Where somebody speaks. */
export interface SlackPlace {
  readonly workspace: string;
  /** The organisation of the workspace, where Slack says that there is one. */
  readonly enterprise?: string | undefined;
  readonly channel: string;
  readonly user: string;
  readonly thread?: string | undefined;
  /** Slack itself says that the channel is this person's conversation with the bot. */
  readonly own?: true;
}
