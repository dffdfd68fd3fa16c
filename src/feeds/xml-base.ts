/** `xml:base`, wherever it stands: on the feed, the channel, an item or its very link. */
import { Parser } from "htmlparser2";

/** For each item the bases that hold at its link, outermost first; null where the document has none at all. */
export function basesIn(document: string): readonly (readonly string[])[] | null {
  if (!document.includes("xml:base")) return null;
  const items: (readonly string[])[] = [];
  const open: (string | undefined)[] = [];
  let inItem = false;
  let linked = false;
  const here = () => open.filter((base) => base !== undefined);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(attributes["xml:base"]);
        const local = name.slice(name.indexOf(":") + 1).toLowerCase();
        if (local === "item" || local === "entry") {
          items.push(here());
          inItem = true;
          linked = false;
        } else if (inItem && !linked && local === "link" && isAlternate(attributes.rel)) {
          items[items.length - 1] = here();
          linked = true;
        }
      },
      onclosetag(name) {
        open.pop();
        if (/(?:^|:)(?:item|entry)$/i.test(name)) inItem = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(document);
  return items;
}

function isAlternate(rel = "alternate"): boolean {
  return rel === "" || rel === "alternate";
}
