/**
 * The tags and texts of markup, one after another. htmlparser2's tokenizer without its parser, because the parser
 * keeps a stack of what is open and takes quadratic time where nothing is closed.
 */
import { Tokenizer } from "htmlparser2";

export interface Tag {
  /** Lower case, with its prefix. */
  readonly name: string;
  /** Names in lower case; of two of one name the first. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly from: number;
  /** Behind its `>`. */
  readonly to: number;
}

export interface Hearer {
  open(tag: Tag): void;
  /** Also of an element that closes itself, at once after `open`. */
  close(name: string, from: number, to: number): void;
  /** With its entities decoded. */
  text(text: string): void;
  /** Read as it stands. */
  cdata?(text: string): void;
  declaration?(text: string): void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Linear in the markup's length. @param xml HTML's own rules for scripts, titles and entities do not hold */
export function readTags(markup: string, xml: boolean, hearer: Hearer): void {
  let name = "";
  let from = 0;
  let attributes: Map<string, string> | undefined;
  let attribute = "";
  let value = "";
  const opened = (end: number) => {
    const tag = { name, attributes: attributes ?? NONE, from, to: end + 1 };
    attributes = undefined;
    hearer.open(tag);
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: xml, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = markup.slice(start, end).toLowerCase();
        from = start - 1;
      },
      onattribname(start, end) {
        attribute = markup.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        value += markup.slice(start, end);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend() {
        attributes ??= new Map();
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      onselfclosingtag(end) {
        opened(end);
        if (xml) hearer.close(name, end + 1, end + 1);
      },
      onclosetag(start, end) {
        const close = markup.indexOf(">", end);
        hearer.close(
          markup.slice(start, end).toLowerCase(),
          start - 2,
          close < 0 ? markup.length : close + 1,
        );
      },
      ontext: (start, end) => hearer.text(markup.slice(start, end)),
      ontextentity: (code) => hearer.text(String.fromCodePoint(code)),
      oncdata: (start, end, offset) => hearer.cdata?.(markup.slice(start, end - offset)),
      ondeclaration: (start, end) => hearer.declaration?.(markup.slice(start, end)),
      ...{ oncomment: nothing, onprocessinginstruction: nothing, onend: nothing },
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}
