/** The platform-neutral message. Text in it is data: an adapter escapes it for its platform. */
import type { Locale } from "./i18n/words.ts";

/**
 * A piece of a line. `date` is a UTC instant that each platform shows in the reader's zone. `about` is the id of the
 * article that the words stand for, where no link leads to it: a surface that has a page for it leads there.
 */
export type Span =
  | string
  | { readonly plain: string; readonly about: string }
  | { readonly strong: string; readonly about?: string }
  | { readonly code: string }
  | { readonly dim: string }
  | { readonly link: string; readonly url: string; readonly about?: string }
  /** A channel's id, which its platform shows as the channel's name. */
  | { readonly channel: string }
  | { readonly date: string; readonly show: "day" | "minute" };

/** A button is a command line, saved. */
export interface Action {
  readonly label: string;
  readonly run: string;
  /** here: the answer takes this message's place. new: a message of its own. channel: posted for everybody. */
  readonly place: "here" | "new" | "channel";
  readonly style?: "primary" | "danger";
  /** It says what somebody thinks of the answer: a platform that has signs of its own for that shows those. */
  readonly verdict?: "good" | "bad";
  /**
   * Where a platform has forms: the line whose command's options are asked for in one, filled in as they stand there; the
   * answer to what is filled in goes to `place`.
   */
  readonly form?: string;
}

/** Bars from left to right, and what each is made of, from below: names, and how much of each bar they are. */
export interface Bars {
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  readonly parts: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Bars of a table. */
export interface Chart extends Pick<Bars, "bars">, Partial<Pick<Bars, "parts">> {
  /** What it is called, in a few words. */
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly alt: string;
  /** The same as a PNG, drawn when it is asked for, for a surface that shows pictures. */
  readonly draw?: () => Promise<Uint8Array>;
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "prose"; readonly spans: readonly Span[] }
  | {
      readonly kind: "card";
      /** A link only where it leads to the thing itself. */
      readonly title: Span;
      /** Small print of one line below the title: publisher, date, language. */
      readonly facts?: readonly Span[];
      /** How a typed line calls the thing; shown only where there is nothing to press. */
      readonly id?: string;
      readonly lines: readonly (readonly Span[])[];
      /** Small print below the lines, one a line. */
      readonly notes?: readonly (readonly Span[])[];
      /** The first is what a press on the card means. */
      readonly actions?: readonly Action[];
    }
  | {
      readonly kind: "table";
      readonly head?: readonly string[];
      readonly rows: readonly (readonly Span[])[];
      /** The same as bars, for a surface that can draw them. */
      readonly chart?: Chart;
    }
  | { readonly kind: "picture"; readonly png: Uint8Array; readonly alt: string }
  | { readonly kind: "actions"; readonly actions: readonly Action[] };

/** A file that comes with a message. */
export interface Attachment {
  /** With its ending: `brief-2025-05-26.docx`. */
  readonly name: string;
  /** `text/html; charset=utf-8` */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What is shown where no file can be sent, in place of the blocks. */
  readonly instead: readonly Block[];
}

/** How it went; the terminal's exit code follows it (0, 1, 2). */
export type Outcome = "answered" | "nothing" | "bad-input";

export interface Reply {
  /** One plain sentence, for notifications and screen readers. */
  readonly summary: string;
  /** What a preview of a link to it says below the title; the summary when left out. */
  readonly preview?: string;
  readonly blocks: readonly Block[];
  readonly audience: "caller" | "channel";
  readonly outcome: Outcome;
  readonly file?: Attachment;
  /** The one user group or role that it calls, by its id on the platform. */
  readonly mention?: string;
  /** What it is called and filed under where a message becomes a post of its own, as in a forum. */
  readonly post?: { readonly title: string; readonly tags: readonly string[] };
  /** Nobody else may see it: where the answer would stand before others, it goes to the person's direct messages. */
  readonly confidential?: boolean;
  /** It tells what is the caller's own: it never takes the place of what others read. The bot sets it. */
  readonly own?: boolean;
  /** Where a list goes on over pages: the number of its first card here; 1 when left out. */
  readonly first?: number;
  /** The machine's form, printed by `--json`; shapes in docs/json.md. */
  readonly data?: unknown;
  /** For whom it was written, after their settings; the bot fills it, and `date` spans are shown by it. */
  readonly reader?: { readonly locale: Locale; readonly zone: string };
}

/** As many bars as are shown at most: days that follow each other become one, named by the first of them. */
export function together({ bars, parts }: Bars, most: number): Bars {
  const size = Math.ceil(bars.length / most);
  if (size <= 1) return { bars, parts };
  const groups = Array.from({ length: Math.ceil(bars.length / size) }, (_, at) => at * size);
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return {
    bars: groups.map((from) => ({
      label: bars[from]?.label ?? "",
      value: sum(bars.slice(from, from + size).map(({ value }) => value)),
    })),
    parts: parts.map(({ name, values }) => ({
      name,
      values: groups.map((from) => sum(values.slice(from, from + size))),
    })),
  };
}

/** The text of a span without its dress. */
export function textOf(span: Span): string {
  if (typeof span === "string") return span;
  if ("plain" in span) return span.plain;
  if ("strong" in span) return span.strong;
  if ("code" in span) return span.code;
  if ("dim" in span) return span.dim;
  if ("link" in span) return span.link;
  if ("channel" in span) return span.channel;
  return span.date;
}

/** Whether a text ends as a sentence does, and is no fact: a word of one letter and a stop (2025 г.) ends none. */
export function endsSentence(text: string): boolean {
  return /(?:\p{L}{3}[.!?]|[。！？])["'”’»」』)）]*$/u.test(text.trimEnd());
}

/** A reply of one sentence. */
export function sentence(text: string, outcome: Outcome = "answered", data?: unknown): Reply {
  return {
    summary: text,
    blocks: [{ kind: "prose", spans: [text] }],
    audience: "caller",
    outcome,
    ...(data !== undefined && { data }),
  };
}

/** A reply about another channel than the one that it is read in, which it names first. */
export function placed(reply: Reply, channel: string): Reply {
  return { ...reply, blocks: [{ kind: "prose", spans: [{ channel }] }, ...reply.blocks] };
}
