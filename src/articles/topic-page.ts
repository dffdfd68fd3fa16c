/** Reads a topic page as research sites print it: a title line, a `Source· date` line and one body line for each article. */
import type { Draft } from "./draft.ts";

/** `Ren Min Ri Bao· 2025-05-29 22:21`; the times of such pages are UTC. */
const DATELINE = /^(?<source>[^·•・]{1,80})\s*[·•・]\s*(?<day>\d{4}-\d{2}-\d{2})\s+(?<time>\d{2}:\d{2})$/;

/** Columns of the page that these texts were copied from; a space found there is a wrapped line, not a word gap. */
const WRAP = { from: 76, to: 90 } as const;

/** Whether a text has the shape of a topic page. */
export function isTopicPage(text: string): boolean {
  return text.split("\n").some((line) => DATELINE.test(line.trim()));
}

/** The articles of a topic page in the page's order, each with the line its title stands on. */
export function readTopicPage(text: string): { draft: Draft; line: number }[] {
  const lines = text.split("\n").map((line) => line.trim());
  const datelines = lines.flatMap((line, at) => (at > 0 && DATELINE.test(line) ? [at] : []));
  return datelines.map((at, order) => {
    const { source, day, time } = DATELINE.exec(lines[at] ?? "")?.groups ?? {};
    const next = datelines[order + 1];
    const raw = lines
      .slice(at + 1, next === undefined ? undefined : next - 1)
      .join(" ")
      .trim();
    return {
      line: at,
      draft: {
        title: lines[at - 1] ?? "",
        source: source?.trim() ?? "",
        published: `${day}T${time}:00Z`,
        ...cleanBody(raw),
      },
    };
  });
}

function cleanBody(raw: string): { body: string; kind: "excerpt" | "summary" | "article" } {
  if (/^(Core (Viewpoint|Points)|Group 1)\b/.test(raw)) return { kind: "summary", body: layOutSummary(raw) };
  const cut = /(?<!\s)\s*(\.\.\.|…+)$/.test(raw);
  const body = unwrap(raw.replace(/(?<!\s)\s*(\.\.\.|…+)$/, ""));
  return { kind: cut ? "excerpt" : "article", body: cut ? `${body}…` : body };
}

/**
 * Gives a summary its lines back: a heading for each group, a bullet for each point. Marks such as [3][4] count
 * paragraphs of an original that nobody here has, so they would be false citations: they go.
 */
function layOutSummary(raw: string): string {
  return raw
    .replace(/(\[\d+\][.!?]?)\s+-\s+/g, "$1\n- ")
    .replace(/(?<!\s)\s*(\[\d+\])+/g, "")
    .replace(/(?<!\s)\s+(?=Group \d+\b)/g, "\n\n")
    .replace(/^(Core (?:Viewpoint|Points))\s+- /, "$1\n- ")
    .replace(/(Group \d+(?:: [^\n]{0,200}?)?) - /g, "$1\n- ")
    .replace(/([.!?]) - (?=\p{Lu}|\d)/gu, "$1\n- ");
}

/**
 * Undoes line wrapping: a space at the wrap column goes, one after a sentence's end becomes a new paragraph.
 * A heading ends without a full stop, so a line may also have begun at any space that was kept since the last break.
 */
function unwrap(raw: string): string {
  const chars = [...raw];
  let text = "";
  let column = 0;
  let starts = [0];
  for (const [at, char] of chars.entries()) {
    const next = chars[at + 1] ?? "";
    const before = text.at(-1) ?? "";
    if (char !== " ") {
      text += char;
      column += char > "\u2000" && !"“”‘’·—…".includes(char) ? 2 : 1;
    } else if (starts.some((start) => isWrap(column - start)) && (isWide(before) || isWide(next))) {
      column = 0;
      starts = [0];
    } else if (/[。!?！？】)）]["”’]?$/.test(text) && /["“”(（【《\p{Script=Han}]/u.test(next)) {
      text += "\n\n";
      column = 0;
      starts = [0];
    } else {
      text += " ";
      column += 1;
      starts.push(column);
    }
  }
  return text;
}

function isWrap(width: number): boolean {
  return width >= WRAP.from && width <= WRAP.to;
}

function isWide(char: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef,;:"“”、]/u.test(char);
}
