/** A Reply as a Slack message: pure, and never over a limit. */
import type { types } from "@slack/bolt";
import type { Names } from "../../src/inbox/buttons.ts";
import { type Action, type Block, type Reply, textOf } from "../../src/reply.ts";
import { button } from "./buttons.ts";
import { cut } from "./cut.ts";
import { clean } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import {
  cutLine,
  hasText,
  type Line,
  mrkdwn,
  needsRich,
  paragraph,
  type Reader,
  sizeOf,
  splitLine,
  tidy,
} from "./spans.ts";
import { spoken } from "./spoken.ts";
import { tableLines } from "./table.ts";

export type SlackBlock =
  | types.HeaderBlock
  | types.SectionBlock
  | types.RichTextBlock
  | types.ContextBlock
  | types.ActionsBlock;

export interface Message {
  readonly text: string;
  readonly blocks: SlackBlock[];
}

export interface Surface {
  readonly reader: Reader;
  /** A word that differs from one rendering to the next, so that two clicks on one rendering are known as such. */
  readonly nonce: string;
  /** Names of the lines that buttons cannot carry. */
  readonly names: Names;
  /** Blocks that fit; a message's 50 unless told otherwise. */
  readonly room?: number;
}

/** Most characters of one section; the rest of its 3000 are for marks that a cut adds. */
const SECTION = LIMITS.text.max - 100;
/** How much of a card's line and of a paragraph is shown, tried in turn until everything fits. */
const STEPS: readonly Step[] = [
  { line: SECTION, prose: Number.POSITIVE_INFINITY },
  { line: SECTION, prose: 9000 },
  { line: 1200, prose: 6000 },
  { line: 600, prose: 3000 },
  { line: 300, prose: 1200 },
  { line: 160, prose: 600 },
  { line: 80, prose: 300 },
];
interface Step {
  readonly line: number;
  readonly prose: number;
}

export function render(reply: Reply, surface: Surface): Message {
  const room = surface.room ?? LIMITS.blocks.max;
  const text = spoken(reply, surface.reader);
  let blocks: SlackBlock[] = [];
  for (const step of STEPS) {
    for (const compact of [false, true]) {
      blocks = build(reply, surface, step, compact);
      if (fits(blocks, room)) return { text, blocks: numbered(blocks, surface) };
    }
  }
  return { text, blocks: numbered(shortened(blocks, room), surface) };
}

function build(reply: Reply, surface: Surface, step: Step, compact: boolean): SlackBlock[] {
  const blocks = joined(reply.blocks).flatMap((block) => blocksOf(block, surface, step, compact));
  return blocks.length > 0
    ? blocks
    : [paragraph([cutLine([clean(reply.summary).trim() || "…"], 1000)], surface.reader)];
}

/** Rows of buttons that follow each other become one. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (block.kind !== "actions" || last?.kind !== "actions") kept.push(block);
    else kept.splice(-1, 1, { kind: "actions", actions: [...last.actions, ...block.actions] });
  }
  return kept;
}

function blocksOf(block: Block, surface: Surface, step: Step, compact: boolean): SlackBlock[] {
  const { reader } = surface;
  if (block.kind === "heading") return heading(block.text, reader);
  if (block.kind === "prose") return texts(block.spans, reader, step);
  if (block.kind === "table") return table(block.head, block.rows, reader, step);
  if (block.kind === "picture") return texts([block.alt], reader, step);
  if (block.kind === "actions") return actions(block.actions, surface);
  const title =
    typeof block.title === "object" && "link" in block.title
      ? { ...block.title, title: true as const }
      : block.title;
  const shown = [[title], ...(block.facts ? [[...block.facts, { dim: "" }]] : []), ...block.lines]
    .map((line) => cutLine(tidy(line), step.line))
    .filter(hasText);
  return [...card(shown, reader, compact), ...actions(block.actions ?? [], surface, textOf(block.title))];
}

function heading(text: string, reader: Reader): SlackBlock[] {
  const words = clean(text).trim().replace(/\s+/g, " ");
  if (words === "") return [];
  if (/[&<>]/.test(words)) return [paragraph([cutLine([{ strong: words }], LIMITS.header.max)], reader)];
  return [
    { type: "header", text: { type: "plain_text", text: cut(words, LIMITS.header.max), emoji: false } },
  ];
}

/** Prose in as many sections as it needs. */
function texts(line: Line, reader: Reader, step: Step): SlackBlock[] {
  const shown = cutLine(tidy(line), step.prose);
  return splitLine(shown, SECTION)
    .filter(hasText)
    .map((part) => lineBlock(part, reader));
}

/** A line of its own: facts small, all else in full size. */
function lineBlock(line: Line, reader: Reader): SlackBlock {
  return isFacts(line) ? facts([line], reader) : paragraph([line], reader);
}

/** Title and snippet in full size, facts (lines with something dim) small; in one block when room is short. */
function card(lines: readonly Line[], reader: Reader, compact: boolean): SlackBlock[] {
  const groups: { small: boolean; lines: Line[] }[] = [];
  for (const line of lines) {
    const small = !compact && isFacts(line, ["dim", "code"]);
    const last = groups.at(-1);
    const size = last ? last.lines.reduce((sum, each) => sum + sizeOf(each) + 1, sizeOf(line)) : 0;
    if (last && last.small === small && size <= SECTION) last.lines.push(line);
    else groups.push({ small, lines: [line] });
  }
  return groups.map((group) => (group.small ? facts(group.lines, reader) : paragraph(group.lines, reader)));
}

/** Facts have something dim (or, in a card, an id) and nothing as long as a sentence. */
function isFacts(line: Line, marks = ["dim"]): boolean {
  const marked = line.some((span) => typeof span === "object" && marks.some((mark) => mark in span));
  return marked && !needsRich(line) && line.every((span) => typeof span !== "string" || width(span) < 60);
}

/** A Chinese character says as much as two letters. */
const width = (text: string): number => text.replace(/\p{Script=Han}/gu, "  ").length;

/** Titles small, a row a line. */
function table(
  head: readonly string[] | undefined,
  rows: readonly Line[],
  reader: Reader,
  step: Step,
): SlackBlock[] {
  const { titles, lines } = tableLines(head, rows);
  const above = [cutLine(tidy(titles ?? []), step.line)].filter(hasText);
  return [
    ...above.map((line) => (needsRich(line) ? paragraph([line], reader) : facts([line], reader))),
    ...card(lines.map((line) => cutLine(tidy(line), step.line)).filter(hasText), reader, true),
  ];
}

const facts = (lines: readonly Line[], reader: Reader): types.ContextBlock => ({
  type: "context",
  elements: [mrkdwn(lines, reader)],
});

/** @param about what the buttons are about, for who hears them one by one */
function actions(list: readonly Action[], surface: Surface, about?: string): SlackBlock[] {
  const blocks: SlackBlock[] = [];
  for (let at = 0; at < list.length; at += LIMITS.actions.max)
    blocks.push({
      type: "actions",
      elements: list
        .slice(at, at + LIMITS.actions.max)
        .map((action) => button(action, surface.names, 0, about)),
    });
  return blocks;
}

function fits(blocks: readonly SlackBlock[], room: number): boolean {
  return blocks.length <= room && weigh(blocks) <= LIMITS.message.max;
}

/** Characters that count towards a message's length: every text, address and button value. */
function weigh(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value === null || typeof value !== "object") return 0;
  return Object.entries(value).reduce((sum, [key, part]) => sum + (key === "type" ? 0 : weigh(part)), 0);
}

/** The last resort: from the end, blocks go until the rest fits; the last buttons stay, and "…" says that more was there. */
function shortened(blocks: readonly SlackBlock[], room: number): SlackBlock[] {
  const last = blocks.at(-1);
  const tail: SlackBlock[] = last?.type === "actions" && weigh(last) < LIMITS.message.max / 2 ? [last] : [];
  const kept = blocks.slice(0, blocks.length - tail.length);
  const more: SlackBlock = { type: "context", elements: [{ type: "mrkdwn", text: "…" }] };
  while (kept.length > 0 && !fits([...kept, more, ...tail], room)) kept.pop();
  return [...kept, more, ...tail];
}

/** Block and action ids that are unique in the message and differ from the last rendering's. */
function numbered(blocks: readonly SlackBlock[], { nonce }: Surface): SlackBlock[] {
  let nth = 0;
  return blocks.map((block, at) => {
    const named = { ...block, block_id: `${nonce}-${at}`.slice(-LIMITS.blockId.max) };
    if (named.type !== "actions") return named;
    const elements = named.elements.map((each) => ({
      ...each,
      action_id: `${each.action_id?.replace(/\d+$/, "")}${nth++}`,
    }));
    return { ...named, elements };
  });
}
