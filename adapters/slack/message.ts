/** What a reply is rendered for, and what it becomes. */
import type { types } from "@slack/bolt";
import type { Names } from "../../src/inbox/buttons.ts";
import type { ChartBlock } from "./chart.ts";
import type { SlackReader } from "./spans.ts";

export type SlackBlock =
  | types.HeaderBlock
  | types.SectionBlock
  | types.RichTextBlock
  | types.ContextBlock
  | types.TableBlock
  | types.ContextActionsBlock
  | ChartBlock
  | types.ActionsBlock;

export interface Message {
  readonly text: string;
  readonly blocks: SlackBlock[];
  /** The same without Slack's tables and thumbs, which not every workspace has; absent where there are none. */
  readonly simpler?: SlackBlock[];
}

export interface Surface {
  readonly reader: SlackReader;
  /** A word that differs from one rendering to the next, so that two clicks on one rendering are known as such. */
  readonly nonce: string;
  /** Names of the lines that buttons cannot carry. */
  readonly names: Names;
  /** Blocks that fit; a message's 50 unless told otherwise. */
  readonly room?: number;
  /** Whether Slack's own tables and thumbs are shown there: in messages, not in views. */
  readonly tables?: boolean;
}
