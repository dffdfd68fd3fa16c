/** Reply → the body of a Discord message, pure: within every limit, nobody mentioned, outside text as data. */
import type { APIEmbed } from "discord.js";
import { discord as say } from "../../src/i18n/discord.ts";
import type { Names } from "../../src/inbox/buttons.ts";
import type { Action, Attachment, Block, Reply } from "../../src/reply.ts";
import { createIds } from "./buttons.ts";
import { type Row, rows } from "./components.ts";
import { type Card, type EmbedPart, embedsOf, type Picture } from "./embeds.ts";
import { escapeMarkdown, isBlank, oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { plain } from "./inline.ts";
import { ATTACHMENT, MESSAGE } from "./limits.ts";
import { type Text, textOf } from "./text.ts";

export interface Body {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
  readonly attachments: readonly { id: number; filename: string; description: string }[];
}

export interface Rendered {
  readonly body: Body;
  /** The same with its text instead of its file, where Discord takes no file. */
  readonly withoutFile?: Body;
  readonly files: readonly { name: string; data: Buffer; contentType: string }[];
}

const NOBODY = { parse: [] } as const;

/**
 * What stands before the first card is the message's text, what follows becomes embeds.
 * @param names of lines that a button cannot carry
 */
export function render(reply: Reply, names: Names = new Map()): Rendered {
  const { mention, ...others } = reply;
  if (reply.file !== undefined) return filed(reply, reply.file, names);
  if (mention !== undefined && /^\d+$/.test(mention)) return calling(mention, render(others, names));
  const cards = reply.blocks.filter((block) => block.kind === "card").slice(0, MESSAGE.embeds);
  const pictures = reply.blocks.filter((block) => block.kind === "picture").slice(0, ATTACHMENT.files);
  const { content, parts } = arrange(partsOf(reply.blocks, cards, pictures), reply.summary);
  const embeds = embedsOf(parts);
  const offers = cards.map(({ title, actions = [] }) => ({ title: plain(title), actions }));
  return {
    body: {
      ...renderSentence(""),
      content: isBlank(content) && embeds.length === 0 ? "…" : repeats(content, embeds[0]) ? "" : content,
      embeds,
      components: rows(offers, reply.blocks.flatMap(actionsOf), createIds(names)),
      attachments: pictures.map(({ alt }, id) => ({
        id,
        filename: pictureName(id),
        description: fit(oneLine(alt) || "…", ATTACHMENT.description),
      })),
    },
    files: pictures.map(({ png }, id) => ({
      name: pictureName(id),
      data: Buffer.from(png),
      contentType: "image/png",
    })),
  };
}

/** The reply beside its file; a file that is over the limit is told as text. */
function filed({ file: _, ...reply }: Reply, file: Attachment, names: Names): Rendered {
  const note = { kind: "prose" as const, spans: [{ dim: say(reply.reader?.locale ?? "en").noFile }] };
  const instead = render({ ...reply, blocks: [note, ...file.instead] }, names);
  if (file.bytes.length > ATTACHMENT.bytes) return instead;
  const { body, files } = render(reply, names);
  const { name, bytes, mediaType } = file;
  const attachment = { id: files.length, filename: name, description: name };
  return {
    body: { ...body, attachments: [...body.attachments, attachment] },
    withoutFile: instead.body,
    files: [...files, { name, data: Buffer.from(bytes), contentType: mediaType }],
  };
}

/** The same with the one role called that a watch names; nobody else can be. */
function calling(role: string, { body, files }: Rendered): Rendered {
  const call = `<@&${role}>`;
  const content = `${call} ${body.content}`.trim();
  return {
    // A message that is full to the brim calls nobody.
    body:
      content.length > MESSAGE.content
        ? body
        : { ...body, content, allowed_mentions: { parse: [], roles: [role] } },
    files,
  };
}

/** A message of one sentence; also what is sent when Discord refuses a richer body. */
export function renderSentence(text: string): Body {
  const content = fit(text, MESSAGE.content, escapeMarkdown);
  return {
    content: isBlank(content) ? "…" : content,
    embeds: [],
    components: [],
    allowed_mentions: NOBODY,
    attachments: [],
  };
}

/** The text before the first card goes into `content` when it fits there; so do texts that no embed is left for. */
function arrange(
  parts: readonly EmbedPart[],
  summary: string,
): { content: string; parts: readonly EmbedPart[] } {
  const [first, ...others] = parts;
  const lead = first?.kind === "text" ? textOf(first.blocks, Number.POSITIVE_INFINITY, "content") : "";
  const leads = !isBlank(lead) && lead.length <= MESSAGE.content;
  const rest = leads ? others : parts;
  const said: readonly Text[] = leads ? [] : [{ kind: "prose", spans: [summary] }];
  if (rest.length <= MESSAGE.embeds)
    return { content: leads ? lead : textOf(said, MESSAGE.content, "content"), parts: rest };
  const texts = parts.flatMap((part) => (part.kind === "text" ? part.blocks : []));
  return {
    content: textOf([...said, ...texts], MESSAGE.content, "content"),
    parts: rest.filter((part) => part.kind !== "text"),
  };
}

function partsOf(
  blocks: readonly Block[],
  cards: readonly Card[],
  pictures: readonly Picture[],
): EmbedPart[] {
  const offering = cards.filter((card) => card.actions?.length);
  const parts: EmbedPart[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = parts.at(-1);
    // Between cards a heading stands right above the one it announces, not at the end of a text before it.
    const announces = block.kind === "heading" && parts.length > 1 && blocks[at + 1]?.kind === "card";
    if (block.kind === "card") {
      if (!cards.includes(block)) continue;
      const number = offering.length > 1 ? offering.indexOf(block) + 1 : 0;
      parts.push({ kind: "card", card: block, ...(number > 0 && { number }) });
    } else if (block.kind === "picture") {
      const id = pictures.indexOf(block);
      if (id >= 0) parts.push({ kind: "picture", name: pictureName(id) });
    } else if (block.kind !== "actions") {
      if (last?.kind === "text" && !announces)
        parts[parts.length - 1] = { kind: "text", blocks: [...last.blocks, block] };
      else parts.push({ kind: "text", blocks: [block] });
    }
  }
  return parts;
}

/** A message that would only say its first embed's title once more says nothing. */
function repeats(content: string, first: APIEmbed | undefined): boolean {
  return first?.title !== undefined && content === first.title;
}

function actionsOf(block: Block): readonly Action[] {
  return block.kind === "actions" ? block.actions : [];
}

function pictureName(id: number): string {
  return `picture-${id + 1}.png`;
}
