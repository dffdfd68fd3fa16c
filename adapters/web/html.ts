/** Text that is safe in a page: whatever is put into the template is escaped, unless it is markup made here. */

const MARKUP = Symbol("markup");

/** Markup made by `html`; nothing else counts as markup. */
export interface Markup {
  readonly [MARKUP]: string;
}

type Part = string | number | Markup | readonly Part[] | null | undefined | false;

/** A template whose values are escaped: strings become text, lists are joined, empty values leave nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { [MARKUP]: texts.map((text, at) => text + (at < values.length ? write(values[at]) : "")).join("") };
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part !== "object") return escaped(String(part));
  return MARKUP in part ? part[MARKUP] : part.map(write).join("");
}

/** The finished page or document. */
export function textOf(markup: Markup): string {
  return markup[MARKUP];
}

/** The five characters that mean something in HTML and XML; control characters, which XML does not allow, go. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
}
