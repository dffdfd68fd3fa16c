/** Reads a web page's links in one pass, each with the words that stand beside it in its own box. */
import { type Box, createBoxes } from "./boxes.ts";
import { isDateAlone } from "./date-find.ts";
import { wholeHeadline } from "./headline.ts";
import { lineOfHtml } from "./plain.ts";
import { readTags } from "./tags.ts";

export interface Anchor {
  readonly url: string;
  /** The last day that stood alone before it, as the heading of a day's news. */
  readonly day: string | undefined;
  /** Its words, or its title where it has none. */
  readonly text: string;
  /** Texts around it, nearest first: of the boxes in which it is the only one of its kind, what follows, what precedes. */
  beside(isOther: (url: string) => boolean): readonly string[];
}

/** A feed that the page's head or one of its links points to. */
export interface Pointer {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
}

export interface PageLinks {
  readonly title: string;
  readonly language: string | undefined;
  readonly anchors: readonly Anchor[];
  readonly pointers: readonly Pointer[];
}

/** An index page lists some hundred. */
const MOST_LINKS = 10_000;
/** Boxes around a link that are looked through, and how much of each. */
const BOXES = 5;
const MOST_TEXT = 400;
const UNREAD = new Set(["script", "style", "template", "noscript", "svg"]);

/** A link that is being read. */
interface Open {
  readonly url: string;
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly before: string;
  /** Its texts, cut where an element begins or ends. */
  readonly parts: string[];
  /** Those inside a heading. */
  heading: string;
  length: number;
  /** The box that it is in. */
  readonly inner: Box | undefined;
}
const LONGEST_DAY = 40;
const YEAR = /(?:19|20)\d\d/;
const HEADING = /^h[1-6]$/;

/** Linear in the page's length, whatever its markup. @param base the page's own address; its `<base>` may move it */
export function readLinks(html: string, base: string): PageLinks {
  const boxes = createBoxes();
  const anchors: Anchor[] = [];
  const pointers: Pointer[] = [];
  let from = base;
  let moved = false;
  let title = "";
  let language: string | undefined;
  let open: Open | undefined;
  let between = { text: "" };
  let unread = 0;
  let day: string | undefined;

  function close(): void {
    if (!open || anchors.length >= MOST_LINKS) return;
    const { url, parts, heading, title: titled, boxes: around, before } = open;
    const after = between;
    // A date may stand within the link, and is no part of the headline.
    const dates = parts.filter(isDateAlone);
    const words = heading || parts.filter((part) => !dates.includes(part)).join("");
    anchors.push({
      url,
      day,
      text: wholeHeadline(words.replace(/\s+/g, " ").trim(), lineOfHtml(titled)) || lineOfHtml(titled),
      beside: (isOther) => {
        const own = around.filter((box) => !box.urls.some((other) => other !== url && isOther(other)));
        return [dates.join(" "), ...own.map((box) => box.text), after.text, before];
      },
    });
    for (const box of around) if (box.urls.length < 50) box.urls.push(url);
    open = undefined;
  }

  function noteBeside(text: string): void {
    if (between.text.length < MOST_TEXT) between.text += text;
    note(text);
  }
  function note(text: string): void {
    for (const box of boxes.around(BOXES)) if (box.text.length < MOST_TEXT) box.text += text;
  }

  readTags(html, false, {
    open({ name, attributes: given }) {
      const attribute = (key: string) => given.get(key) ?? "";
      if (UNREAD.has(name)) unread += 1;
      if (name === "html") language ??= given.get("lang");
      if (name === "base" && !moved && attribute("href") !== "") {
        from = absolute(attribute("href"), from) ?? from;
        moved = true;
      }
      if (name === "link" || name === "a") {
        const url = absolute(attribute("href"), from);
        const named = attribute("title");
        if (url && pointers.length < MOST_LINKS)
          pointers.push({ href: url, rel: attribute("rel"), type: attribute("type"), title: named });
        if (name === "a") {
          close();
          const { text: before } = between;
          between = { text: "" };
          const around = boxes.around(BOXES).toReversed();
          const nothing = { parts: [""], heading: "", length: 0, inner: boxes.open.at(-1) };
          if (url) open = { url, title: named, boxes: around, before, ...nothing };
        }
      } else if (open && open.parts.at(-1) !== "") open.parts.push("");
      if (name === "time" && attribute("datetime") !== "") noteBeside(` ${attribute("datetime")} `);
      if (name !== "a") boxes.begin(name);
    },
    text(text) {
      if (unread > 0) return;
      if (boxes.open.at(-1)?.name === "title" && title.length < MOST_TEXT) title += text;
      if (!open || boxes.open.at(-1)?.name === "time") noteBeside(text);
      else if (open.length < 2_000) {
        open.length += text.length;
        const from = open.inner === undefined ? 0 : boxes.open.lastIndexOf(open.inner) + 1;
        if (boxes.open.slice(from, from + BOXES).some(({ name }) => HEADING.test(name))) open.heading += text;
        open.parts.push(`${open.parts.pop() ?? ""}${text}`);
      }
    },
    close(name) {
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      if (name === "a") close();
      else {
        const ended = boxes.end(name);
        if (!ended) return;
        if (open && open.parts.at(-1) !== "") open.parts.push("");
        const { text } = ended;
        if (text.length < LONGEST_DAY && YEAR.test(text) && isDateAlone(text)) day = text;
        if (open) note(" ");
        else noteBeside(" ");
      }
    },
  });
  close();
  return { title, language, anchors, pointers };
}

/** The web address that a link means; undefined for a script's, a mail's or none. */
function absolute(href: string, base: string): string | undefined {
  if (href === "" || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
