/** Whether Slack takes the forms of the bot's messages today: it checks one that has every kind of block. */
import { webApi } from "@slack/bolt";
import { slack as say } from "../../src/i18n/doctor.ts";
import { type Finding, ok, warn } from "../../src/ops/finding.ts";
import type { Action, Reply } from "../../src/reply.ts";
import { render } from "./render.ts";

const action = (label: string, more: Partial<Action> = {}): Action => ({
  ...{ label, run: "help", place: "new" },
  ...more,
});

const SAMPLE: Reply = {
  ...{ summary: "sample", audience: "caller", outcome: "answered" },
  blocks: [
    { kind: "heading", text: "Heading" },
    {
      kind: "prose",
      spans: ["plain ", { strong: "strong" }, " ", { code: "code" }, " a*b ", { dim: "dim" }],
    },
    {
      kind: "card",
      title: { link: "Title", url: "https://example.org/" },
      facts: ["Publisher", " · ", { date: "2026-01-02T03:04:05Z", show: "minute" }],
      lines: [["A passage."]],
      actions: [action("Read")],
    },
    { kind: "table", head: ["", "Column"], rows: [["Row", "1"]] },
    {
      kind: "actions",
      actions: [
        action("Do", { style: "primary" }),
        action("Good", { verdict: "good" }),
        action("Bad", { verdict: "bad" }),
      ],
    },
  ],
};

/** @see https://docs.slack.dev/reference/methods/blocks.validate */
interface Faults {
  readonly errors?: readonly { readonly pointer?: string; readonly message?: string }[];
}

/** Nothing where Slack cannot be asked for it: what it refuses is shown in a simpler form anyway. */
export async function examineBlocks(client: Pick<webApi.WebClient, "apiCall">): Promise<readonly Finding[]> {
  const { blocks } = render(SAMPLE, {
    reader: { locale: "en", zone: "UTC" },
    ...{ nonce: "doctor", names: new Map() },
  });
  let faults: Faults;
  try {
    faults = (await client.apiCall("blocks.validate", { message: JSON.stringify({ blocks }) })) as Faults;
  } catch (thrown) {
    if (!(thrown instanceof webApi.WebAPIPlatformError)) return [];
    faults = thrown.data as Faults;
    if (!faults.errors?.length) return [];
  }
  const found = (faults.errors ?? []).slice(0, 3).map(({ pointer, message }) => `${pointer}: ${message}`);
  if (found.length === 0) return [ok("slack", say.blocks)];
  const why = found.join("; ");
  return [warn("slack", say.olderBlocks(why))];
}
