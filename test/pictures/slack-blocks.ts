/** Block Kit as HTML that looks enough like Slack to judge an answer's layout. */
import type { CheckedBlock } from "../slack/schema.ts";
import { escapeHtml, mrkdwnHtml } from "./mrkdwn.ts";
import { slackChart } from "./slack-chart.ts";

type Of<Type extends CheckedBlock["type"]> = Extract<CheckedBlock, { type: Type }>;
type Button = Of<"actions">["elements"][number];
type RichElement = Of<"rich_text">["elements"][number]["elements"][number];
type Cell = Of<"table">["rows"][number][number];

export function slackHtml(blocks: readonly CheckedBlock[]): string {
  return blocks.map(one).join("\n");
}

function one(block: CheckedBlock): string {
  switch (block.type) {
    case "header":
      return `<h2>${escapeHtml(block.text.text)}</h2>`;
    case "section":
      return section(block);
    case "context":
      return `<div class="context">${block.elements.map(text).join("<span></span>")}</div>`;
    case "actions":
      return `<div class="actions">${block.elements.map(button).join("")}</div>`;
    case "context_actions":
      return `<div class="actions">${THUMB}${THUMB.replace("thumb", "thumb down")}</div>`;
    case "divider":
      return "<hr>";
    case "rich_text":
      return `<div class="section">${block.elements.map(({ elements }) => rich(elements)).join("")}</div>`;
    case "table":
      return table(block);
    case "data_visualization":
      return slackChart(block.title, block.chart);
    case "input":
      return `<label>${escapeHtml(block.label.text)}</label><div class="field"></div>`;
  }
}

/** Slack's picture of a thumb, roughly. */
const THUMB = `<svg class="thumb" viewBox="0 0 16 16"><path d="M2 7h2v7H2zM5 7l3-5c2 0 1.5 2 1 4h4c1.5 0 1.2 1.5 1 2l-1 5c-.2.7-.5 1-1.2 1H5z"/></svg>`;

function section({ text: said, fields = [], accessory }: Of<"section">): string {
  const beside = fields.length > 0 ? `<div class="fields">${fields.map(text).join("")}</div>` : "";
  return `<div class="section"><div>${text(said)}${beside}</div>${accessory ? button(accessory) : ""}</div>`;
}

/** Slack escapes what it is given as plain text in buttons too. */
function text({ type, text: said }: { type: "mrkdwn" | "plain_text"; text: string }): string {
  return `<p>${type === "mrkdwn" ? mrkdwnHtml(said) : escapeHtml(said).replace(/\n/g, "<br>")}</p>`;
}

function button({ text: { text: label }, style }: Button): string {
  return `<span class="button ${style ?? ""}">${label}</span>`;
}

function rich(elements: readonly RichElement[]): string {
  return `<p>${elements.map(richSpan).join("").replace(/\n/g, "<br>")}</p>`;
}

function richSpan(element: RichElement): string {
  if (element.type === "channel") return '<span class="mention">#sco-news</span>';
  const { bold, code, italic } = element.style ?? {};
  const words = escapeHtml(element.text ?? (element.type === "link" ? element.url : ""));
  const dressed = [bold && "b", italic && "i", code && "code"].reduce<string>(
    (html, tag) => (tag ? `<${tag}>${html}</${tag}>` : html),
    words,
  );
  return element.type === "link" ? `<a href="${escapeHtml(element.url)}">${dressed}</a>` : dressed;
}

function table({ rows, column_settings: columns = [] }: Of<"table">): string {
  const cell = (shown: Cell, at: number) => {
    const { align = "left", is_wrapped: wraps = false } = columns[at] ?? {};
    const inside =
      shown.type === "raw_text"
        ? escapeHtml(shown.text)
        : shown.elements.map(({ elements }) => rich(elements)).join("");
    return `<td style="text-align:${align};${wraps ? "" : "white-space:nowrap"}">${inside}</td>`;
  };
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}
