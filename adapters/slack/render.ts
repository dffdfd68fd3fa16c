/** A Reply as a Slack message: pure, and never over a limit. */
import type { types } from "@slack/bolt";
import { type Action, type Block, endsSentence, type Reply, textOf } from "../../src/reply.ts";
import { button, feedbackButtons } from "./buttons.ts";
import { chartBlock } from "./chart.ts";
import { clean } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import type { Message, SlackBlock, Surface } from "./message.ts";
import {
  cutLine,
  hasText,
  mrkdwn,
  needsRich,
  paragraph,
  type SlackReader,
  type SpanLine,
  sizeOf,
  splitLine,
  tidy,
} from "./spans.ts";
import { spoken } from "./spoken.ts";
import { tableBlock, tableLines } from "./table.ts";
import { fits, numbered, shortened } from "./whole.ts";

/** Blocks that not every workspace has. */
const OF_SOME: ReadonlySet<string> = new Set(["table", "context_actions", "data_visualization"]);

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
/** A heading that is longer than Slack's own, such as a sentence that tells a story, is a bold paragraph. */
const LONGEST_HEADING = 300;
interface Step {
  readonly line: number;
  readonly prose: number;
}

export function render(reply: Reply, surface: Surface): Message {
  const { mention, ...plain } = reply;
  if (mention !== undefined && /^S[A-Z0-9]+$/.test(mention))
    return calling(`<!subteam^${mention}>`, plain, surface);
  const text = spoken(reply, surface.reader);
  const blocks = laidOut(reply, surface);
  if (!blocks.some(({ type }) => OF_SOME.has(type))) return { text, blocks };
  return { text, blocks, simpler: laidOut(reply, { ...surface, tables: false }) };
}

/** The same below a line that calls a user group: the one mention that a message of ours can have. */
function calling(call: string, reply: Reply, surface: Surface): Message {
  const line: SlackBlock = { type: "section", text: { type: "mrkdwn", text: call } };
  const room = (surface.room ?? LIMITS.blocks.max) - 1;
  const { text, blocks, simpler } = render(reply, { ...surface, room });
  return {
    text: `${call} ${text}`,
    blocks: [line, ...blocks],
    ...(simpler && { simpler: [line, ...simpler] }),
  };
}

function laidOut(reply: Reply, surface: Surface): SlackBlock[] {
  const room = surface.room ?? LIMITS.blocks.max;
  let blocks: SlackBlock[] = [];
  for (const step of STEPS) {
    for (const compact of [false, true]) {
      blocks = build(reply, surface, step, compact);
      if (fits(blocks, room)) return numbered(blocks, surface);
    }
  }
  return numbered(shortened(blocks, room), surface);
}

function build(reply: Reply, surface: Surface, step: Step, compact: boolean): SlackBlock[] {
  // A message takes one table of Slack's; where it has several, all look alike.
  const tables = reply.blocks.filter(isTable);
  const shown = tables.length === 1 ? surface : { ...surface, tables: false };
  const blocks = joined(reply.blocks).flatMap((block) =>
    blocksOf(block, isTable(block) ? shown : surface, step, compact),
  );
  return blocks.length > 0
    ? blocks
    : [paragraph([cutLine([clean(reply.summary).trim() || "…"], 1000)], surface.reader)];
}

/** Whether it is shown as rows and not as a chart. */
function isTable(block: Block): boolean {
  return block.kind === "table" && !(block.chart && chartBlock(block.chart));
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
  if (block.kind === "table" && block.chart && surface.tables !== false) {
    const chart = chartBlock(block.chart);
    if (chart) return [chart];
  }
  if (block.kind === "table") return table(block.head, block.rows, surface, step);
  if (block.kind === "picture") return texts([block.alt], reader, step);
  if (block.kind === "actions") return actions(block.actions, surface);
  const title =
    typeof block.title === "object" && "link" in block.title
      ? { ...block.title, title: true as const }
      : block.title;
  const shown = [
    ...[[title], ...block.lines].map((line) => ({ line, small: false })),
    ...(block.notes ?? []).map((line) => ({ line, small: true })),
  ];
  if (block.facts) shown.splice(1, 0, { line: block.facts, small: true });
  const laid = card(
    shown
      .map(({ line, small }) => ({ line: cutLine(tidy(line), step.line), small: small || isFacts(line) }))
      .filter(({ line }) => hasText(line)),
    reader,
    compact,
  );
  return pressable(laid, block.actions ?? [], surface, textOf(block.title));
}

/** The one thing to press stands beside the title; several are a row below. */
function pressable(
  laid: readonly SlackBlock[],
  list: readonly Action[],
  surface: Surface,
  about: string,
): SlackBlock[] {
  const [first, ...others] = laid;
  const [only, more] = list;
  if (first?.type !== "section" || only === undefined || more !== undefined)
    return [...laid, ...actions(list, surface, about)];
  return [{ ...first, accessory: button(only, surface.names, 0, about) }, ...others];
}

function heading(text: string, reader: SlackReader): SlackBlock[] {
  const words = clean(text).trim().replace(/\s+/g, " ");
  if (words === "") return [];
  if (/[&<>]/.test(words) || words.length > LIMITS.header.max)
    return [paragraph([cutLine([{ strong: words }], LONGEST_HEADING)], reader)];
  return [{ type: "header", text: { type: "plain_text", text: words, emoji: false } }];
}

/** Prose in as many sections as it needs. */
function texts(line: SpanLine, reader: SlackReader, step: Step): SlackBlock[] {
  const shown = cutLine(tidy(line), step.prose);
  return splitLine(shown, SECTION)
    .filter(hasText)
    .map((part) => lineBlock(part, reader));
}

/** A line of its own: facts small, all else in full size. */
function lineBlock(line: SpanLine, reader: SlackReader): SlackBlock {
  return isFacts(line) ? facts([line], reader) : paragraph([line], reader);
}

/** Title and lines in full size, small print small; in one block when room is short. */
function card(
  lines: readonly { readonly line: SpanLine; readonly small: boolean }[],
  reader: SlackReader,
  compact: boolean,
): SlackBlock[] {
  const groups: { small: boolean; lines: SpanLine[] }[] = [];
  for (const { line, small: wanted } of lines) {
    const small = wanted && !compact && !needsRich(line);
    const last = groups.at(-1);
    const size = last ? last.lines.reduce((sum, each) => sum + sizeOf(each) + 1, sizeOf(line)) : 0;
    if (last && last.small === small && size <= SECTION) last.lines.push(line);
    else groups.push({ small, lines: [line] });
  }
  return groups.map((group) => (group.small ? facts(group.lines, reader) : paragraph(group.lines, reader)));
}

/** Facts have something dim and nothing as long as a sentence. */
function isFacts(line: SpanLine): boolean {
  const marked = line.some((span) => typeof span === "object" && "dim" in span);
  const short = (span: SpanLine[number]) =>
    typeof span !== "string" || (width(span) < 60 && !endsSentence(span));
  return marked && !needsRich(line) && line.every(short);
}

/** A Chinese character says as much as two letters. */
const width = (text: string): number => text.replace(/\p{Script=Han}/gu, "  ").length;

/** Slack's own table where it is shown and the first of its message; else titles small and a row a line. */
function table(
  head: readonly string[] | undefined,
  rows: readonly SpanLine[],
  { reader, tables = true }: Surface,
  step: Step,
): SlackBlock[] {
  if (tables && rows.length < LIMITS.tableRows.max) return [tableBlock(head, rows, reader)];
  const { titles, lines } = tableLines(head, rows);
  const above = [cutLine(tidy(titles ?? []), step.line)].filter(hasText);
  const shown = lines.map((line) => cutLine(tidy(line), step.line)).filter(hasText);
  return [
    ...above.map((line) => (needsRich(line) ? paragraph([line], reader) : facts([line], reader))),
    ...card(
      shown.map((line) => ({ line, small: false })),
      reader,
      true,
    ),
  ];
}

const facts = (lines: readonly SpanLine[], reader: SlackReader): types.ContextBlock => ({
  type: "context",
  elements: [mrkdwn(lines, reader)],
});

/** @param about what the buttons are about, for who hears them one by one */
function actions(all: readonly Action[], surface: Surface, about?: string): SlackBlock[] {
  const blocks: SlackBlock[] = [];
  const good = all.find(({ verdict }) => verdict === "good");
  const bad = all.find(({ verdict }) => verdict === "bad");
  const thumbs = surface.tables !== false && good !== undefined && bad !== undefined;
  const list = thumbs ? all.filter((action) => action !== good && action !== bad) : all;
  for (let at = 0; at < list.length; at += LIMITS.actions.max)
    blocks.push({
      type: "actions",
      elements: list
        .slice(at, at + LIMITS.actions.max)
        .map((action) => button(action, surface.names, 0, about)),
    });
  if (thumbs) blocks.push({ type: "context_actions", elements: [feedbackButtons(good, bad, surface.names)] });
  return blocks;
}
