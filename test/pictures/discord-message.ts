/** A Discord message as HTML that looks enough like Discord to judge an answer's layout. */
import { type DiscordReader, markdownHtml } from "./markdown.ts";
import { escapeHtml } from "./mrkdwn.ts";

/** As much of a message's body as is drawn. */
export interface DiscordBody {
  readonly content?: string;
  readonly embeds?: readonly {
    readonly title?: string;
    readonly url?: string;
    readonly description?: string;
    readonly image?: { readonly url: string };
  }[];
  readonly components?: readonly { readonly components: readonly Part[] }[];
}
interface Part {
  readonly type: number;
  readonly style?: number;
  readonly label?: string;
  readonly placeholder?: string;
}

const STYLES: Readonly<Record<number, string>> = { 1: "primary", 3: "success", 4: "danger" };
const MENU = 3;

/** @param files what came with it, by name */
export function discordHtml(
  body: DiscordBody,
  reader: DiscordReader,
  files: ReadonlyMap<string, Buffer> = new Map(),
): string {
  const embeds = (body.embeds ?? []).map(({ title, url, description, image }) => {
    const bytes = image && files.get(image.url.replace("attachment://", ""));
    const name = title === undefined ? "" : markdownHtml(title, reader);
    return `<div class="embed">
${title === undefined ? "" : `<div class="title">${url ? `<a href="${escapeHtml(url)}">${name}</a>` : name}</div>`}
${description === undefined ? "" : markdownHtml(description, reader)}
${bytes ? `<img src="data:image/png;base64,${bytes.toString("base64")}">` : ""}</div>`;
  });
  const rows = (body.components ?? []).map(
    ({ components }) => `<div class="row">${components.map(part).join("")}</div>`,
  );
  return `${markdownHtml(body.content ?? "", reader)}${embeds.join("\n")}${rows.join("\n")}`;
}

function part({ type, style = 2, label = "", placeholder = "" }: Part): string {
  return type === MENU
    ? `<span class="menu">${escapeHtml(placeholder)}<i></i></span>`
    : `<span class="button ${STYLES[style] ?? ""}">${escapeHtml(label)}</span>`;
}
