/** A message's blocks as a whole: whether they fit, what goes when they do not, and ids that are unique. */
import type { types } from "@slack/bolt";
import { LIMITS } from "./limits.ts";
import type { SlackBlock, Surface } from "./message.ts";

export function fits(blocks: readonly SlackBlock[], room: number): boolean {
  return blocks.length <= room && weigh(blocks) <= LIMITS.message.max;
}

/** Characters that count towards a message's length: every text, address and button value. */
function weigh(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value === null || typeof value !== "object") return 0;
  return Object.entries(value).reduce((sum, [key, part]) => sum + (key === "type" ? 0 : weigh(part)), 0);
}

/** The last resort: from the end, blocks go until the rest fits; the last buttons stay, and "…" says that more was there. */
export function shortened(blocks: readonly SlackBlock[], room: number): SlackBlock[] {
  const last = blocks.at(-1);
  const ends = last?.type === "actions" || last?.type === "context_actions";
  const tail: SlackBlock[] = ends && last && weigh(last) < LIMITS.message.max / 2 ? [last] : [];
  const kept = blocks.slice(0, blocks.length - tail.length);
  const more: SlackBlock = { type: "context", elements: [{ type: "mrkdwn", text: "…" }] };
  while (kept.length > 0 && !fits([...kept, more, ...tail], room)) kept.pop();
  return [...kept, more, ...tail];
}

const thumbId = ({ action_id = "" }: { action_id?: string }, nth: number): string =>
  `${action_id.replace(/(?<!\d)\d+$/, "")}${nth}`;

/** Block and action ids that are unique in the message and differ from the last rendering's. */
export function numbered(blocks: readonly SlackBlock[], { nonce }: Pick<Surface, "nonce">): SlackBlock[] {
  let nth = 0;
  const named = (each: types.Button): types.Button => ({
    ...each,
    action_id: `${each.action_id?.replace(/(?<!\d)\d+$/, "")}${nth++}`,
  });
  return blocks.map((block, at): SlackBlock => {
    const block_id = `${nonce}-${at}`.slice(-LIMITS.blockId.max);
    if (block.type === "section" && block.accessory?.type === "button")
      return { ...block, block_id, accessory: named(block.accessory) };
    if (block.type === "context_actions") {
      const elements = block.elements.map((each) => ({ ...each, action_id: thumbId(each, nth++) }));
      return { ...block, block_id, elements };
    }
    if (block.type !== "actions") return { ...block, block_id };
    const elements = block.elements.map((each) => (each.type === "button" ? named(each) : each));
    return { ...block, block_id, elements };
  });
}
