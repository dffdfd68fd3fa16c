/** What a person sees of a message: mrkdwn parsed as Slack parses it, rich text and plain text as they are. */

interface Piece {
  readonly type?: string;
  readonly text?: unknown;
  readonly elements?: readonly Piece[];
  readonly fields?: readonly Piece[];
  readonly url?: string;
  readonly rows?: readonly (readonly Piece[])[];
}

const INVISIBLE = /[\u200b\u2060]/g;
const entities = (text: string): string =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** The characters of mrkdwn after formatting, links and entities are undone. */
function seen(mrkdwn: string): string {
  const edge = String.raw`[\s.,;:!?()"'/\u200b-]`;
  const mark = (sign: string) => {
    const one = `[${sign}]`;
    return new RegExp(
      String.raw`(?<=^|${edge})${one}(?=\S)([^\n${sign}]*[^\s${sign}]|[^\s${sign}])${one}(?=$|${edge})`,
      "gmu",
    );
  };
  const dressed = mrkdwn
    .replace(/<!date\^\d+\^[^|]+\|([^>]+)>/g, "$1")
    .replace(/<https?:[^|>]+\|([^>]+)>/g, "$1");
  const bare = ["*", "_", "~", "`"].reduce((text, sign) => text.replace(mark(sign), "$1"), dressed);
  return entities(bare).replace(INVISIBLE, "");
}

/** Everything a block shows, joined as it is read. */
function visible(block: Piece): string {
  if (typeof block.text === "object" && block.text !== null) return visible(block.text as Piece);
  if (typeof block.text === "string")
    return block.type === "mrkdwn"
      ? seen(block.text)
      : block.type === "plain_text"
        ? entities(block.text)
        : block.text.replace(INVISIBLE, "");
  if (block.rows) return block.rows.map((row) => row.map(visible).join(" · ")).join("\n");
  return (block.elements ?? []).map(visible).join(block.type === "rich_text_section" ? "" : "\n");
}

export function visibleText(blocks: readonly unknown[]): string {
  return blocks.map((block) => visible(block as Piece)).join("\n");
}
