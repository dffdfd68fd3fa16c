/** A reply's charts as pictures, for where Discord takes them; else they are the tables that they came with. */
import type { Names } from "../../src/inbox/buttons.ts";
import type { Block, Reply } from "../../src/reply.ts";
import { type Rendered, render } from "./render.ts";

/** @param names of lines that a button cannot carry */
export async function drawn(reply: Reply, names: Names): Promise<Rendered> {
  const blocks = await Promise.all(reply.blocks.map(pictureOf));
  const plain = render(reply, names);
  if (blocks.every((block, at) => block === reply.blocks[at])) return plain;
  return { withoutFile: plain.body, ...render({ ...reply, blocks }, names) };
}

/** A machine that cannot draw shows the table. */
async function pictureOf(block: Block): Promise<Block> {
  if (block.kind !== "table" || !block.chart?.draw) return block;
  const { alt, draw } = block.chart;
  return draw().then(
    (png): Block => ({ kind: "picture", png, alt }),
    () => block,
  );
}
