/** The fields of one item, or of a feed's head, as they come; which of them were closed shows only at the end. */
import type { Tag } from "./tags.ts";

export interface XmlElement {
  readonly key: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly value: string;
}

/** What is read of a feed and its items, and what has such fields of its own and so hides them. */
const FIELDS = new Set(
  `title link guid id pubdate published updated issued modified created date description summary content language ttl
  hour day content:encoded dc:title dc:date dc:description dc:language dcterms:issued dcterms:created dcterms:modified
  media:title media:description yandex:full-text turbo:content turbo:topic image textinput source`.split(
    /\s+/,
  ),
);
/** An address or a date of which only the beginning came is none, and half a headline is not the headline. */
const PARTLY = /description|summary|content|encoded|full-text/;
/** Fields inside fields are markup; deeper than this they are not looked into. */
const DEEPEST = 20;
/** No item has more. */
const MOST_FIELDS = 200;

interface Open {
  readonly tag: Tag;
  readonly key: string;
  /** How many fields were done when it opened: those inside it come after them. */
  readonly mark: number;
  text: string;
  /** Where the first field inside it begins. */
  cut: number;
}

/** @param markup the whole document, in which tags have their places */
export function createFields(markup: string) {
  let open: Open[] = [];
  let done: XmlElement[] = [];
  let broken = false;
  const finish = ({ key, tag: { attributes } }: Open, value: string): XmlElement => ({
    key,
    attributes,
    value,
  });

  return {
    open(tag: Tag, key: string): void {
      const around = open.at(-1);
      if (!FIELDS.has(key) || open.length >= DEEPEST || done.length >= MOST_FIELDS) {
        if (around && around.cut < 0) around.text += markup.slice(tag.from, tag.to);
        return;
      }
      if (around && around.cut < 0) around.cut = tag.from;
      open.push({ tag, key, mark: done.length, text: "", cut: -1 });
    },
    close(key: string, from: number, to: number): void {
      const at = open.findLastIndex((each) => each.key === key);
      const field = open[at];
      if (!field) {
        const around = open.at(-1);
        if (around && around.cut < 0) around.text += markup.slice(from, to);
        return;
      }
      const inside = field.cut >= 0 || field.tag.attributes.get("type") === "xhtml";
      done.length = field.mark;
      done.push(finish(field, inside ? markup.slice(field.tag.to, from) : field.text));
      open.length = at;
    },
    text(text: string): void {
      const field = open.at(-1);
      if (field && field.cut < 0) field.text += text;
    },
    /** Something was not as it should be. */
    fault(): void {
      if (open.length > 0) broken = true;
    },
    /**
     * What is still open was never closed: it ends where the next field begins.
     * @param truncated the document breaks off here
     */
    end(truncated = false): { readonly fields: readonly XmlElement[]; readonly broken: boolean } {
      const cut = open.filter(({ key }) => !truncated || PARTLY.test(key));
      const fields = [...done, ...cut.map((field) => finish(field, field.text))];
      const result = { fields, broken: broken || open.length > 0 };
      [open, done, broken] = [[], [], false];
      return result;
    },
  };
}
