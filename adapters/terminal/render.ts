/** Reply → text for a terminal or a pipe. Pure: the same reply and style give the same text. */
import type { Locale } from "../../src/i18n/words.ts";
import { type Action, type Block, type Reply, type Span, textOf } from "../../src/reply.ts";
import { dateInWords } from "../../src/time.ts";
import { layTable } from "./table.ts";
import { harmless, oneLine, pad, widthOf, wrap } from "./text.ts";

export interface Style {
  readonly colour: boolean;
  /** Titles are clickable (OSC 8); without this, addresses are printed below them. */
  readonly links: boolean;
  readonly width: number;
  readonly locale: Locale;
  readonly zone: string;
  /** Show what to type for each button; only where somebody can type. */
  readonly keys: boolean;
}

export interface Rendered {
  readonly text: string;
  /** What typing a key runs. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Draws a reply. Buttons that post for everybody mean nothing here and are left out. */
export function render(reply: Reply, style: Style): Rendered {
  const keys = new Map<string, string>();
  const labels = new Map<string, string>();
  const sections = reply.blocks
    .map((block) => drawBlock(block, style, keys, labels, reply.first ?? 1))
    .filter((section) => section !== "");
  const hint = hintOf(labels, style);
  return { text: `${[...sections, ...hint].join("\n").replace(/^\n+/, "").trimEnd()}\n`, keys };
}

/** What a number does, where all of them do the same: `1–5 Read`. */
function hintOf(labels: ReadonlyMap<string, string>, style: Style): readonly string[] {
  const numbers = [...labels.keys()];
  const [label, other] = [...new Set(labels.values())];
  if (label === undefined || other !== undefined) return [];
  const range = numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : numbers[0];
  return [dim(`${range} ${harmless(label)}`, style)];
}

function drawBlock(
  block: Block,
  style: Style,
  keys: Map<string, string>,
  labels: Map<string, string>,
  from: number,
): string {
  switch (block.kind) {
    case "heading":
      return `\n${bold(harmless(block.text), style)}\n`;
    case "prose":
      return [drawProse(block.spans, style), ...addressesIn([block.spans], style)].join("\n").concat("\n");
    case "card":
      return drawCard(block, style, keys, labels, from);
    case "table":
      return drawTable(block, style);
    case "picture":
      return `[${harmless(block.alt)}]`;
    case "actions":
      return drawActions(block.actions, style, keys);
  }
}

function drawProse(spans: readonly Span[], style: Style): string {
  const plain = spans.map((span) => plainOf(span, style)).join("");
  if (widthOf(plain) <= style.width && !plain.includes("\n")) return drawSpans(spans, style);
  const only = spans.length === 1 ? spans[0] : undefined;
  if (typeof only === "string")
    return only
      .split("\n")
      .flatMap((line) => wrap(harmless(line), style.width))
      .join("\n");
  return drawLong(spans, style);
}

/** Wraps text of several spans, each in its own dress. */
function drawLong(spans: readonly Span[], style: Style, indent = 0): string {
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const { text, drawn } of wordsOf(spans, style)) {
    const size = widthOf(text);
    if (columns + size > style.width - indent && columns > 0) {
      lines.push(line.trimEnd());
      line = "";
      columns = 0;
    }
    if (columns === 0 && lines.length > 0 && text.trim() === "") continue;
    line += drawn;
    columns += size;
  }
  return [...lines, line.trimEnd()].join(`\n${" ".repeat(indent)}`);
}

/**
 * What a line may be broken between; a word may begin in one span and end in the next. The dash before a publisher's
 * name, which opens a span, stays with the name.
 */
function wordsOf(spans: readonly Span[], style: Style): { text: string; drawn: string }[] {
  const words: { text: string; drawn: string }[] = [];
  for (const span of spans) {
    const dress = dressOf(span, style);
    for (const part of oneLine(plainOf(span, style)).split(/(?<!^ — )(?:(?<=\s)|(?=\p{Script=Han}))/u)) {
      const last = words.at(-1);
      if (last && !/\s$/.test(last.text) && !/^[\s\p{Script=Han}]/u.test(part)) {
        last.text += part;
        last.drawn += dress(part);
      } else words.push({ text: part, drawn: dress(part) });
    }
  }
  return words;
}

function drawCard(
  { title, facts, id, lines, notes = [], actions = [] }: Block & { kind: "card" },
  style: Style,
  keys: Map<string, string>,
  labels: Map<string, string>,
  from: number,
): string {
  const shown = actions.filter(({ place }) => place !== "channel");
  const number = style.keys && shown.length > 0 ? String(numbersIn(keys) + from) : "";
  const gutter = "   ";
  const named: readonly Span[] = id === undefined || style.keys ? [] : [{ code: id }];
  const between = facts?.length && named.length > 0 ? [" · "] : [];
  const small = [...(facts ?? []), ...between, ...named];
  const all = [...(small.length > 0 ? [small] : []), ...lines, ...notes];
  const seen = new Set<string>();
  const below = [
    ...addressesIn([[title]], style, seen),
    ...all.flatMap((line) => [drawLong(line, style, gutter.length), ...addressesIn([line], style, seen)]),
    ...(style.keys ? drawKeys(shown, number, style, keys, labels) : []),
  ];
  // In a pipe a title stays in one line, for whoever looks for it.
  const room = style.links || style.keys ? style.width - gutter.length : Number.POSITIVE_INFINITY;
  const titles = wrap(plainOf(title, style), room).map((line) => bold(dressOf(title, style)(line), style));
  const head = `${dim(pad(number, gutter.length), style)}${titles.join(`\n${gutter}`)}`;
  return [head, ...below.map((line) => gutter + line), ""].join("\n");
}

/** The number alone is the first action, unless that stops something: what stops is always spelt out. */
function drawKeys(
  actions: readonly Action[],
  number: string,
  style: Style,
  keys: Map<string, string>,
  labels: Map<string, string>,
): readonly string[] {
  const [first] = actions;
  if (!first) return [];
  const alone = first.style !== "danger";
  if (alone) {
    keys.set(number, first.run);
    labels.set(number, first.label);
  }
  const extra = actions.slice(alone ? 1 : 0).map(({ label, run }, at) => {
    const key = `${number}${"abcdefgh"[at] ?? ""}`;
    keys.set(key, run);
    return `${key} ${harmless(label)}`;
  });
  return extra.length > 0 ? [dim(extra.join("   "), style)] : [];
}

/** How many cards have keys already. */
function numbersIn(keys: ReadonlyMap<string, string>): number {
  return new Set([...keys.keys()].flatMap((key) => /^\d+/.exec(key)?.[0] ?? [])).size;
}

/** Where a terminal does not show links, their addresses stand below the line, each once. */
function addressesIn(
  lines: readonly (readonly Span[])[],
  style: Style,
  seen = new Set<string>(),
): readonly string[] {
  if (style.links) return [];
  const urls = lines.flat().flatMap((span) => (typeof span === "object" && "url" in span ? [span.url] : []));
  const fresh = urls.filter((url) => !seen.has(url));
  for (const url of fresh) seen.add(url);
  return [...new Set(fresh)].map((url) => dim(harmless(url), style));
}

function drawTable({ head, rows }: Block & { kind: "table" }, style: Style): string {
  const names = (head ?? []).map((name) => ({
    text: harmless(name),
    dress: (line: string) => dim(line, style),
  }));
  const cells = rows.map((row) =>
    row.map((span) => ({ text: plainOf(span, style), dress: dressOf(span, style) })),
  );
  return `${layTable(head ? [names, ...cells] : cells, style.width).join("\n")}\n`;
}

/** Where nobody can type a key, the lines that lead on in a list are written out. */
function drawActions(actions: readonly Action[], style: Style, keys: Map<string, string>): string {
  if (!style.keys)
    return actions
      .filter(({ place }) => place === "here")
      .map(({ label, run }) => `${dim(harmless(label), style)}  ${drawSpan({ code: run }, style)}\n`)
      .join("");
  const labels = actions
    .filter(({ place }) => place !== "channel")
    .map(({ label, run }) => {
      const key = freeKey(label, keys);
      keys.set(key, run);
      return `${bold(key, style)} ${harmless(label)}`;
    });
  return labels.length > 0 ? `${labels.join("   ")}\n` : "";
}

/** The label's first free letter, so that `n` is Next; else the first free letter there is. */
function freeKey(label: string, keys: ReadonlyMap<string, string>): string {
  const letters = [...label.toLowerCase(), ..."abcdefghijklmnopqrstuvwxyz"].filter((char) =>
    /[a-zа-я]/.test(char),
  );
  return letters.find((letter) => !keys.has(letter)) ?? label;
}

function drawSpans(spans: readonly Span[], style: Style): string {
  return spans.map((span) => drawSpan(span, style)).join("");
}

function drawSpan(span: Span, style: Style): string {
  return dressOf(span, style)(plainOf(span, style));
}

function plainOf(span: Span, style: Style): string {
  if (typeof span === "string" || !("date" in span)) return harmless(textOf(span));
  return dateInWords(span.date, span.show, style.zone, style.locale);
}

function dressOf(span: Span, style: Style): (text: string) => string {
  if (typeof span === "string" || "plain" in span || "date" in span || "channel" in span)
    return (text) => text;
  if ("strong" in span) return (text) => sgr("1;33", text, style);
  if ("code" in span) return (text) => sgr("36", text, style);
  if ("dim" in span) return (text) => dim(text, style);
  return (text) => (style.links ? `\u001b]8;;${harmless(span.url)}\u001b\\${text}\u001b]8;;\u001b\\` : text);
}

function bold(text: string, style: Style): string {
  return sgr("1", text, style);
}

function dim(text: string, style: Style): string {
  return sgr("2", text, style);
}

function sgr(code: string, text: string, style: Style): string {
  return style.colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
}
