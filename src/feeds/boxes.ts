/** The elements that are open at a place of a web page, whatever end tags its author left out. */

export interface Box {
  readonly name: string;
  text: string;
  /** Of the links in it, the first few; enough to know whether there is another one. */
  readonly urls: string[];
}

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Deeper than this the outermost are forgotten, so that a page of tags without end takes no longer than another. */
const DEEPEST = 512;
/** What a start tag ends where its end tag is left out. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  ...{ tr: ["tr", "th", "td"], th: ["th", "td"], td: ["th", "td"], tbody: ["tr", "th", "td", "thead"] },
  ...{ li: ["p", "li"], dd: ["p", "dd", "dt"], dt: ["p", "dd", "dt"], option: ["option"], body: ["head"] },
};
const BLOCKS = new Set(
  `address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol
  p pre section table ul`.split(/\s+/),
);
const PARAGRAPH = ["p"];

export function createBoxes() {
  const open: Box[] = [];
  return {
    /** Outermost first. */
    open: open as readonly Box[],
    /** The innermost few. */
    around: (most: number): readonly Box[] => open.slice(-most),
    begin(name: string): void {
      const ended = ENDS[name] ?? (BLOCKS.has(name) ? PARAGRAPH : []);
      while (ended.includes(open.at(-1)?.name ?? "")) open.pop();
      if (VOID.has(name)) return;
      open.push({ name, text: "", urls: [] });
      if (open.length > DEEPEST) open.shift();
    },
    /** Ends the innermost of that name, and what is open inside it; undefined when none is open. */
    end(name: string): Box | undefined {
      const at = open.findLastIndex((box) => box.name === name);
      const box = open[at];
      if (box) open.length = at;
      return box;
    },
  };
}
