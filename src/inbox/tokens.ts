/** Cuts a typed line into words, keeping what stands in quotes together. */

export interface LineToken {
  /** As typed, quotes and all. */
  readonly raw: string;
  /** Without the quotes around it. */
  readonly value: string;
  /** `name` of `name:value`, `name=value` or `--name`, lower case. */
  readonly name?: string;
  readonly dashed: boolean;
}

/** Phones and word processors turn `"` and `--` into these. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "「": "」",
  "＂": "＂",
};
const DASHES = /^(?:--|—|–|――)(?=[\p{L}])/u;

/** Words of a line; an open quote ends with the line. A quote inside a word opens only after `:` or `=`. */
export function tokenise(line: string): LineToken[] {
  const tokens: LineToken[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? "")) at++;
    else {
      const end = endOfWord(line, at);
      tokens.push(toToken(line.slice(at, end)));
      at = end;
    }
  }
  return tokens;
}

function endOfWord(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    const char = line[at] ?? "";
    if (/\s/.test(char)) return at;
    const closing = CLOSING[char];
    if (closing && (at === start || /[:：=]/.test(line[at - 1] ?? ""))) {
      const close = line.indexOf(closing, at + 1);
      if (close === -1) return line.length;
      at = close;
    }
  }
  return line.length;
}

function toToken(raw: string): LineToken {
  const dashed = DASHES.test(raw);
  const bare = raw.replace(DASHES, "");
  const named = /^([\p{L}][\p{L}\p{N}_-]*)[:：=]([\s\S]*)$/u.exec(bare);
  if (named) return { raw, dashed, name: (named[1] ?? "").toLowerCase(), value: unquote(named[2] ?? "") };
  if (dashed) return { raw, dashed, name: bare.toLowerCase(), value: "" };
  return { raw, dashed, value: unquote(raw) };
}

function unquote(text: string): string {
  const closing = CLOSING[text[0] ?? ""];
  if (!closing) return text;
  return text.slice(1, text.length > 1 && text.endsWith(closing) ? -1 : undefined);
}

/** Writes a value so that `tokenise` reads it back as one word; where no quotes can hold it, it gets other ones inside. */
export function quote(value: string): string {
  // With a word behind it, as an open quote would swallow that.
  const [word, next] = tokenise(`x:${value} next`);
  if (value !== "" && word?.value === value && next?.raw === "next") return value;
  const [open, close] = Object.entries(CLOSING).find(([, mark]) => !value.includes(mark)) ?? ['"', '"'];
  return `${open}${value.replaceAll(close, "＂")}${close}`;
}
