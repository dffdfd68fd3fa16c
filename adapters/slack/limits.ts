/** Slack's limits, each with where it is documented; nothing else in this adapter contains such a number. */

const BLOCKS = "https://docs.slack.dev/reference/block-kit/blocks";
const VIEWS = "https://docs.slack.dev/reference/views";
const CHART = `${BLOCKS}/data-visualization-block`;
const ELEMENTS = "https://docs.slack.dev/reference/block-kit/block-elements/button-element";
const SLASH = "https://docs.slack.dev/interactivity/implementing-slash-commands";
const RESPONSES = "https://docs.slack.dev/interactivity/handling-user-interaction#message_responses";

interface Limit {
  readonly max: number;
  readonly source: string;
}
const limit = (max: number, source: string): Limit => ({ max, source });

export const LIMITS = {
  /** Blocks in a message. */
  blocks: limit(50, BLOCKS),
  /** Blocks in a modal or Home. */
  viewBlocks: limit(100, VIEWS),
  /** Characters in a section's or context element's text. */
  text: limit(3000, `${BLOCKS}/section-block`),
  /** Characters in a header. */
  header: limit(150, `${BLOCKS}/header-block`),
  /** Elements of an actions block. */
  actions: limit(25, `${BLOCKS}/actions-block`),
  /** Elements of a context block. */
  context: limit(10, `${BLOCKS}/context-block`),
  /** Rows of a table, its titles among them, and columns. */
  tableRows: limit(100, `${BLOCKS}/table-block`),
  tableColumns: limit(20, `${BLOCKS}/table-block`),
  /** Characters on a button. */
  buttonText: limit(75, ELEMENTS),
  /** Characters that a button carries. */
  buttonValue: limit(2000, ELEMENTS),
  actionId: limit(255, ELEMENTS),
  blockId: limit(255, BLOCKS),
  url: limit(3000, ELEMENTS),
  /** All text of a message's blocks together; `msg_blocks_too_long` is undocumented, seen near 13,200. */
  message: limit(12_000, "https://docs.slack.dev/reference/methods/chat.postMessage#errors"),
  /** The plain text beside the blocks: Slack truncates at 40,000 and advises 4,000. */
  fallback: limit(4000, "https://docs.slack.dev/reference/methods/chat.postMessage#truncating"),
  modalTitle: limit(24, VIEWS),
  /** Characters that we let somebody type into the search modal; Slack allows 3,000. */
  input: limit(3000, "https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element"),
  /** Characters of a field's name and hint, of a choice, and of what a view remembers. */
  label: limit(2000, `${BLOCKS}/input-block`),
  option: limit(75, "https://docs.slack.dev/reference/block-kit/composition-objects/option-object"),
  metadata: limit(3000, VIEWS),
  /** A chart's title, the name of a series or day. */
  chartTitle: limit(50, CHART),
  chartLabel: limit(20, CHART),
  chartSeries: limit(6, CHART),
  /** Days of a chart; Slack names no limit, others have met this one. */
  chartCategories: limit(20, CHART),
  /** Views on top of each other. */
  viewStack: limit(3, "https://docs.slack.dev/surfaces/modals#pushing_views"),
  /** Messages that one `response_url` takes. */
  responses: limit(5, RESPONSES),
  /** Milliseconds for which a `response_url` lives. */
  responseMs: limit(30 * 60_000, RESPONSES),
  /** Milliseconds until which Slack waits for an acknowledgement. */
  acknowledgeMs: limit(3000, SLASH),
  /** Seconds that a signed request's timestamp may be away from now, on either side. */
  skewSeconds: limit(300, "https://docs.slack.dev/authentication/verifying-requests-from-slack"),
} as const satisfies Readonly<Record<string, Limit>>;
