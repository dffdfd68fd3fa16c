/** Who says what in an article: each statement verbatim, its speaker named in full, those of one family name told apart. */
import type { Article } from "../../article.ts";
import { isFullName, samePerson, sexOf } from "../../language/names/same-person.ts";
import { type PersonName, peopleIn } from "../../language/quotations/people.ts";
import { type Statement, statementsIn } from "../../language/quotations/quotations.ts";
import { once } from "../../once.ts";
import { datelineOf } from "../dateline.ts";
import { isDoubtful } from "./doubt.ts";

export interface Quote {
  /** Letter for letter as it stands in the body. */
  readonly text: string;
  readonly article: Article;
  /** As the article names them in full, where it does. */
  readonly speaker: string;
  /** In quotation marks (or a turn of an interview), or told with a verb of saying. */
  readonly form: Statement["form"];
}

export interface Read {
  readonly quotes: readonly Quote[];
  /** The people whom the article names in full, each once; looked for when first asked for. */
  readonly people: () => readonly string[];
}

/** Of a longer article the beginning is read. */
export const READ_THROUGH = 6_000;
/** A statement that is longer is none: a quotation mark was not closed. */
const LONGEST = 900;
/** Where an excerpt ends in the middle. */
const CUT = /(?:…|\.{3})$/u;

/** The speaker and the verb without what was said. */
const VERB_ALONE = /^[^“"「«]{0,40}(?:说|表示|指出|强调|称|道)[。.]?$/u;
const HAN = /\p{Script=Han}/u;
const SHORTEST = 8;

const known = new WeakMap<Article, Read>();

/** The statements of an article whose speaker is certain, in the order of its text. */
export function readQuotes(article: Article): Read {
  const before = known.get(article);
  if (before) return before;
  const body = article.body.slice(0, READ_THROUGH);
  const { title } = article;
  const named = once(() => peopleIn(`${title}\n${body}`));
  const people = once(() => inFull(named()));
  const dateline = datelineOf(body).length;
  const marked = curled(body);
  const quotes = whole(withWordsBefore(statementsIn(marked, title, named), marked)).flatMap(
    ({ mark: [start, end], speaker, form }): Quote[] => {
      const text = body.slice(start === 0 ? dateline : start, end).trim();
      if (speaker === "" || text.length > LONGEST || CUT.test(text)) return [];
      if (VERB_ALONE.test(text) || isDoubtful(text, { speaker, form })) return [];
      const named = nameInFull(speaker, text, people);
      return named === undefined ? [] : [{ text, article, speaker: named, form }];
    },
  );
  const read = { quotes, people };
  known.set(article, read);
  return read;
}

/** Names in full, each person once. */
function inFull(named: readonly PersonName[]): readonly string[] {
  const fulls: string[] = [];
  for (const { name } of named)
    if (isFullName(name) && fulls.every((other) => samePerson(other, name) !== "same")) fulls.push(name);
  return fulls;
}

/** Whose statement it is; undefined where two of that family name are told of and nothing says which. */
function nameInFull(speaker: string, text: string, people: Read["people"]): string | undefined {
  if (isFullName(speaker)) return people().find((full) => samePerson(full, speaker) === "same") ?? speaker;
  const sex = certainSex(speaker, text);
  const meant = people().filter((full) => {
    const other = sexOf(full);
    return samePerson(speaker, full) !== "other" && (!sex || !other || sex === other);
  });
  return meant.length > 1 ? undefined : (meant[0] ?? speaker);
}

/** A woman's name in Russian is a man's in another case: only a verb tells. */
function certainSex(speaker: string, text: string): "m" | "f" | undefined {
  const sex = sexOf(speaker);
  const verb = /\p{L}ла(?:сь)?(?!\p{L})/u.test(text);
  return sex === "f" && /\p{Script=Cyrillic}/u.test(speaker) && !verb ? undefined : sex;
}

/** Straight marks as those that open and close, each in its place; where their number is odd nothing can be told. */
function curled(body: string): string {
  return body
    .split(/(\n\s*\n)/)
    .map((paragraph) => {
      if ((paragraph.match(/"/g)?.length ?? 0) % 2 === 1) return paragraph;
      let opens = false;
      return paragraph.replace(/"/g, () => {
        opens = !opens;
        return opens ? "“" : "”";
      });
    })
    .join("");
}

/** A sentence that ends a quotation and names the speaker has the sentences before it, too: “A. B,” said C; “……。”某某说。 */
function withWordsBefore(statements: readonly Statement[], body: string): readonly Statement[] {
  const found: Statement[] = [];
  for (const statement of statements) {
    const [start, end] = statement.mark;
    const opening = openingBefore(body, start, end);
    if (opening === undefined) {
      found.push(statement);
      continue;
    }
    // What was taken for somebody else's there is this speaker's.
    while ((found.at(-1)?.mark[0] ?? -1) >= opening) found.pop();
    found.push({ ...statement, mark: [opening, end], form: "quoted" });
  }
  return found;
}

/** Where the quotation begins that a place stands in, or, as Chinese has it, right behind; in the same paragraph. */
function openingBefore(body: string, start: number, end: number): number | undefined {
  const at = Math.max(body.lastIndexOf("“", start - 1), body.lastIndexOf("«", start - 1));
  if (at < 0 || start - at > LONGEST || /\n\s*\n/.test(body.slice(at, start))) return undefined;
  const closing = body.indexOf(body.charAt(at) === "“" ? "”" : "»", at);
  const behind = closing === start - 1 && start - at > SHORTEST && HAN.test(body.slice(start, end));
  return (closing >= start && closing < end) || behind ? at : undefined;
}

/** Sentences of one quotation that goes on are one statement. */
function whole(statements: readonly Statement[]): readonly Statement[] {
  const found: Statement[] = [];
  for (const statement of statements) {
    const last = found.at(-1);
    if (last && statement.mark[0] < last.mark[1] && statement.speaker === last.speaker)
      found[found.length - 1] = { ...last, mark: [last.mark[0], Math.max(last.mark[1], statement.mark[1])] };
    else found.push(statement);
  }
  return found;
}
