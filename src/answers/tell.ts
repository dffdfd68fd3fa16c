/** What stands around a sentence that may answer: its neighbours, its title, who says it, whose the people are. */
import type { Article } from "../article.ts";
import { entitiesOf } from "../language/open.ts";
import { type PersonName, peopleIn } from "../language/quotations/people.ts";
import { LONGEST_SENTENCE, type Statement, statementsIn } from "../language/quotations/quotations.ts";
import { type Passage, READ_THROUGH } from "../search/search.ts";
import type { AnalyzedSentence, AnalyzedText } from "./constraints/constraint.ts";
import { type Introduced, introducedIn, landsOf } from "./lands.ts";

/** Finds an article by its id. */
export type ArticleLookup = (id: string) => Article | undefined;

/** Reads what stands around a sentence; each text is read once. */
export function teller(passages: readonly Passage[], article: ArticleLookup, language: Article["language"]) {
  const texts = new Map<string, string[]>();
  for (const { id, at, text } of passages) {
    const list = texts.get(id) ?? [];
    list[at] = text;
    texts.set(id, list);
  }
  const readings = new Map<string, AnalyzedText>();
  const once = (text: string): AnalyzedText => {
    const before = readings.get(text);
    if (before) return before;
    const reading = read(text);
    readings.set(text, reading);
    return reading;
  };
  const wholes = new Map<string, AnalyzedText>();
  const wholeOf = ({ id, title, body }: Article) => {
    const before = wholes.get(id);
    if (before) return before;
    const reading = read(`${title}\n${beginning(body)}`);
    wholes.set(id, reading);
    return reading;
  };
  const named = new Map<string, readonly PersonName[]>();
  const namedIn = (one: Article) => {
    const before = named.get(one.id);
    if (before) return before;
    const { text, entities } = wholeOf(one);
    const all = peopleIn(text, entities);
    named.set(one.id, all);
    return all;
  };
  const statements = new Map<string, readonly Statement[]>();
  const saidIn = (one: Article) => {
    const before = statements.get(one.id);
    if (before) return before;
    const all = statementsIn(beginning(one.body), one.title, () => namedIn(one));
    statements.set(one.id, all);
    return all;
  };
  const introduced = new Map<string, readonly Introduced[]>();
  const introducedBy = (one: Article) => {
    const before = introduced.get(one.id);
    if (before) return before;
    const { text, entities } = wholeOf(one);
    const all = introducedIn(text, entities, namedIn(one));
    introduced.set(one.id, all);
    return all;
  };
  return (passage: Passage): AnalyzedSentence | undefined => {
    const found = article(passage.id);
    if (!found) return undefined;
    const list = texts.get(passage.id) ?? [];
    const speaker = () => {
      const start = found.body.indexOf(passage.text);
      return saidIn(found).find(({ mark: [from, to] }) => from <= start && start < to)?.speaker;
    };
    return {
      ...once(lead(passage.text)),
      passage,
      beside: once(
        [list[passage.at - 1], list[passage.at + 1]].flatMap((text) => (text ? [lead(text)] : [])).join("\n"),
      ),
      title: once(found.title),
      body: beginning(found.body),
      published: found.published,
      foreign: found.language !== language,
      speaker,
      named: () => new Set(wholeOf(found).entities.flatMap(({ id, seat }) => (seat ? [id, seat] : [id]))),
      lands: () => landsOf(passage.text, introducedBy(found)),
      language: found.language,
    };
  };
}

/** Of a sentence without an end. */
function lead(text: string): string {
  return text.slice(0, LONGEST_SENTENCE);
}

/** What the passages are taken from. */
function beginning(body: string): string {
  return body.slice(0, READ_THROUGH);
}

export function read(text: string): AnalyzedText {
  return { text, entities: entitiesOf(text) };
}
