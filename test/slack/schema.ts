/** Slack's documented schema of blocks, messages and views, strict: unknown fields, live mentions and raw entities are refused. */
import { z } from "zod";

const ID = z.string().min(1).max(255);
const shown = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.trim() !== "", "only blanks")
    .refine(isWellFormed, "lone surrogate or control character");

/** Text that Slack parses: entities escaped, and `<…>` only as a link or a date. */
const parsed = (max: number) =>
  shown(max)
    .refine((text) => !/&(?!(?:amp|lt|gt);)/.test(text), "& is not escaped")
    .refine((text) => !/>/.test(text.replace(/<[^<>]*>/g, "")), "> is not escaped")
    .refine(
      (text) =>
        [...text.matchAll(/<([^>]*)(>?)/g)].every(([, inner = "", end]) => end === ">" && isConstruct(inner)),
      "a live mention or a broken link",
    );

export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text) && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text);
}

function isConstruct(inner: string): boolean {
  // The one user group that a watch may call; nobody else is ever called.
  if (/^!subteam\^S[A-Z0-9]{6,}$/.test(inner)) return true;
  if (/^!date\^\d+\^[^|^]+\|[^|]+$/.test(inner)) return true;
  if (/^#[CDG][A-Z0-9]+$/.test(inner)) return true;
  const link = /^(https?:\/\/[^|\s]+)\|([^\n]+)$/s.exec(inner);
  return link !== null && URL.canParse(link[1] ?? "");
}

const plain = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: shown(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: parsed(max), verbatim: z.boolean().optional() });
const textObject = (max: number) => z.discriminatedUnion("type", [plain(max), mrkdwn(max)]);

const button = z.strictObject({
  type: z.literal("button"),
  text: plain(75),
  action_id: ID,
  value: z.string().max(2000).refine(isWellFormed).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const thumb = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(2000).refine(isWellFormed),
  accessibility_label: z.string().max(75).optional(),
});
const feedback = z.strictObject({
  type: z.literal("feedback_buttons"),
  action_id: ID,
  positive_button: thumb,
  negative_button: thumb,
});

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const richText = z
  .string()
  .min(1)
  .refine(isWellFormed)
  .refine((text) => !/<[!@#]|&(?:amp|lt|gt);/.test(text), "looks live");
const richElement = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: richText, style: style.optional() }),
  z.strictObject({
    type: z.literal("link"),
    url: z.url({ protocol: /^https?$/ }).max(3000),
    text: richText.optional(),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal("channel"), channel_id: z.string().regex(/^[CDG][A-Z0-9]+$/) }),
]);

const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) });
const uniqueOptions = (options: readonly { readonly value: string }[]): boolean =>
  new Set(options.map(({ value }) => value)).size === options.length;
/** What can be filled in, as the references of the elements have it. */
const inputElement = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("plain_text_input"),
    action_id: ID,
    initial_value: shown(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    focus_on_load: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal("timepicker"),
    action_id: ID,
    initial_time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal("static_select"),
    action_id: ID,
    options: z.array(option).min(1).max(100).refine(uniqueOptions),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    action_id: ID,
    options: z.array(option).min(1).max(10).refine(uniqueOptions),
    initial_options: z.array(option).min(1).max(10).optional(),
  }),
  z.strictObject({
    type: z.literal("conversations_select"),
    action_id: ID,
    initial_conversation: z.string().optional(),
    filter: z.strictObject({
      include: z.array(z.enum(["im", "mpim", "private", "public"])).min(1),
      exclude_bot_users: z.boolean().optional(),
    }),
  }),
]);

const block_id = ID.optional();
const section = z.strictObject({
  type: z.literal("section"),
  block_id,
  text: textObject(3000),
  accessory: button.optional(),
  fields: z.array(textObject(2000)).max(10).optional(),
});
const cell = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("raw_text"), text: richText }),
  z.strictObject({
    type: z.literal("rich_text"),
    elements: z
      .array(z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(richElement).min(1) }))
      .min(1),
  }),
]);
const messageBlock = z.discriminatedUnion("type", [
  section,
  z.strictObject({ type: z.literal("header"), block_id, text: plain(150) }),
  z.strictObject({
    type: z.literal("context"),
    block_id,
    elements: z.array(textObject(3000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal("context_actions"),
    block_id,
    elements: z.array(feedback).min(1).max(5),
  }),
  z.strictObject({ type: z.literal("actions"), block_id, elements: z.array(button).min(1).max(25) }),
  z.strictObject({
    type: z.literal("table"),
    block_id,
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(["left", "center", "right"]).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional(),
  }),
  z.strictObject({ type: z.literal("divider"), block_id }),
  // https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
  z.strictObject({
    type: z.literal("data_visualization"),
    block_id,
    title: shown(50),
    chart: z
      .strictObject({
        type: z.literal("bar"),
        series: z
          .array(
            z.strictObject({
              name: shown(20),
              data: z.array(z.strictObject({ label: shown(20), value: z.number() })).min(1),
            }),
          )
          .min(1)
          .max(6),
        axis_config: z.strictObject({ categories: z.array(shown(20)).min(1).max(20) }),
      })
      .refine(
        ({ series, axis_config: { categories } }) =>
          series.every(({ data }) => data.map(({ label }) => label).join() === categories.join()),
        "labels must match the categories",
      ),
  }),
  z.strictObject({
    type: z.literal("rich_text"),
    block_id,
    elements: z
      .array(z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(richElement).min(1) }))
      .min(1),
  }),
  z.strictObject({
    type: z.literal("input"),
    block_id,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: inputElement,
  }),
]);
export type CheckedBlock = z.output<typeof messageBlock>;

/** Everything that can be pressed in a block. */
export function buttonsOf(block: CheckedBlock) {
  if (block.type === "actions") return block.elements;
  return block.type === "section" && block.accessory ? [block.accessory] : [];
}

/** The same, and each of a pair of thumbs as a button of its own. */
export function pressableIn(block: CheckedBlock) {
  if (block.type !== "context_actions") return buttonsOf(block);
  return block.elements.flatMap(({ type, action_id, positive_button, negative_button }) =>
    [positive_button, negative_button].map((thumb) => ({ ...thumb, type, action_id })),
  );
}

const uniqueIds = (blocks: readonly CheckedBlock[]): boolean => {
  const ids = blocks.flatMap(({ block_id: id }) => (id === undefined ? [] : [id]));
  const actions = blocks.flatMap((block) => buttonsOf(block).map(({ action_id }) => action_id));
  return new Set(ids).size === ids.length && new Set(actions).size === actions.length;
};

/** Every character of text in a message's blocks; Slack refuses near 13,200. */
const weight = (value: unknown): number =>
  typeof value === "string"
    ? value.length
    : value !== null && typeof value === "object"
      ? Object.values(value).reduce((sum: number, part) => sum + weight(part), 0)
      : 0;

export const messageBlocks = z
  .array(messageBlock)
  .max(50)
  .refine((blocks) => blocks.every(({ type }) => type !== "input"), "input blocks only stand in views")
  .refine((blocks) => blocks.filter(({ type }) => type === "table").length <= 1, "only_one_table_allowed")
  .refine(uniqueIds, "ids are not unique")
  .refine(
    (blocks) => weight(blocks.map(({ block_id: _, ...rest }) => rest)) <= 13_200,
    "msg_blocks_too_long",
  );

const viewBlocks = z
  .array(messageBlock)
  .min(1)
  .max(100)
  .refine(
    (blocks) => blocks.every(({ type }) => type !== "table" && type !== "context_actions"),
    "tables and thumbs only stand in messages",
  )
  .refine(uniqueIds, "ids are not unique");
export const view = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("home"),
      blocks: viewBlocks,
      callback_id: ID.optional(),
      private_metadata: z.string().max(3000).optional(),
    }),
    z.strictObject({
      type: z.literal("modal"),
      title: plain(24),
      submit: plain(24).optional(),
      close: plain(24).optional(),
      blocks: viewBlocks,
      callback_id: ID.optional(),
      private_metadata: z.string().max(3000).optional(),
    }),
  ])
  .refine(
    (v) => v.type === "home" || v.submit !== undefined || v.blocks.every(({ type }) => type !== "input"),
    "a form needs a submit button",
  );

export const fallback = z.union([z.literal(""), parsed(40_000)]);
export const metadata = z.strictObject({
  event_type: z.string().regex(/^[a-z][a-z0-9_]*$/),
  event_payload: z.record(z.string(), z.unknown()),
});

/** A sentence about what is wrong, or null. */
export function fault(schema: z.ZodType, value: unknown): string | null {
  const read = schema.safeParse(value);
  return read.success ? null : z.prettifyError(read.error);
}
