/** Sentences of the best articles for a question, with what each of the question's terms met in and around them. */

import type { Article } from "../../article.ts";
import { foldText } from "../../language/fold.ts";
import { locate } from "../../language/locate.ts";
import { partsOf, sentences } from "../../language/sentences.ts";
import type { Mark, Token } from "../../language/text.ts";
import { slicer } from "../../slices.ts";
import type { Plan, PlanTerm, Run } from "../index/index.ts";
import type { Ranked } from "../rank/rank.ts";
import { occurrences } from "../rank/wording.ts";
import { type Passage, type Passages, type PassageTerm, READ_THROUGH } from "../search.ts";
import { joinMarks } from "./highlights.ts";

/** Sentences of an article that are looked at; what a text says comes early. */
const MOST_SENTENCES = 80;

/** A term of any run, and whether it is a phrase. */
type Sought = PlanTerm & Pick<Run, "phrase">;

/** @param ranked the articles that are opened, best first */
export async function passagesOf(plan: Plan, ranked: readonly Ranked[]): Promise<Passages> {
  const sought = plan.clauses
    .flatMap((clause) => clause.runs)
    .flatMap(({ terms, phrase }) => terms.map((term): Sought => ({ ...term, phrase })));
  const looked = new Set(sought.flatMap(({ variants }) => variants.flatMap(({ terms }) => terms)));
  const best = ranked[0]?.score || 1;
  const passages: Passage[] = [];
  const rest = slicer();
  for (const { article, score } of ranked) {
    const pause = rest();
    if (pause) await pause;
    for (const passage of await ofArticle(article, sought, looked, rest))
      passages.push({ ...passage, articleScore: score / best });
  }
  return { terms: sought.map(termOf), passages };
}

function termOf({ written, start, end, weight, variants, corrected }: Sought): PassageTerm {
  return { written, start, end, weight, known: variants.length > 0, ...(corrected && { corrected }) };
}

/** @param rest gives way to others between sentences: a long article met by a long question takes a while */
async function ofArticle(
  { id, title, body: whole }: Article,
  sought: readonly Sought[],
  looked: ReadonlySet<string>,
  rest: ReturnType<typeof slicer>,
): Promise<readonly Omit<Passage, "articleScore">[]> {
  const body = whole.slice(0, READ_THROUGH);
  const inTitle = strengths(sought, locate(title, looked), title);
  const tokens: Token[] = [];
  for (const [from, to] of partsOf(body)) {
    for (const token of locate(body.slice(from, to), looked))
      tokens.push({ ...token, start: token.start + from, end: token.end + from });
    await rest();
  }
  const spans = sentences(body).slice(0, MOST_SENTENCES);
  const anywhere = strengths(sought, tokens, body);
  const found: { text: string; own: readonly Token[]; start: number; here: readonly number[] }[] = [];
  for (const [start, end] of spans) {
    const own = tokens.filter((token) => token.start >= start && token.end <= end);
    const text = body.slice(start, end);
    found.push({ text, own, start, here: strengths(sought, own, text) });
    const pause = rest();
    if (pause) await pause;
  }
  const told: Omit<Passage, "articleScore">[] = [];
  for (const [at, { text, own, start, here }] of found.entries()) {
    told.push({
      ...{ id, at, text, here, title: inTitle, whole: anywhere },
      near: mostOf(found[at - 1]?.here, found[at + 1]?.here, sought.length),
      marks: joinMarks(own.map((token): Mark => [token.start - start, token.end - start])),
      met: meetings(sought, own, start, text),
    });
    const pause = rest();
    if (pause) await pause;
  }
  return told;
}

/** How well each term is met by tokens: the surety of its best variant all of whose parts are there. */
function strengths(sought: readonly Sought[], tokens: readonly Token[], text: string): readonly number[] {
  const there = new Set(tokens.map((token) => token.term));
  return sought.map(({ variants, phrase, written }) => {
    if (phrase) return placesOf(written, text).length > 0 ? 1 : 0;
    let best = 0;
    for (const { surety, terms } of variants)
      if (surety > best && terms.every((one) => there.has(one))) best = surety;
    return best;
  });
}

/** Which term met which words; the parts of a translation that is a phrase are joined where they touch. */
function meetings(
  sought: readonly Sought[],
  own: readonly Token[],
  start: number,
  text: string,
): Passage["met"] {
  const there = new Set(own.map((token) => token.term));
  return sought.flatMap(({ variants, phrase, written }, term) => {
    if (phrase) return placesOf(written, text).map((mark) => ({ term, mark }));
    const parts = new Set(
      variants.flatMap(({ terms }) => (terms.every((one) => there.has(one)) ? terms : [])),
    );
    const marks = own
      .filter((token) => parts.has(token.term))
      .map((token): Mark => [token.start - start, token.end - start]);
    return joinMarks(marks).map((mark) => ({ term, mark }));
  });
}

/** A phrase is met as whole words only: SCO is not in Moscow. */
function placesOf(phrase: string, text: string): readonly Mark[] {
  return occurrences(foldText(text), foldText(phrase).text);
}

function mostOf(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
  length: number,
): readonly number[] {
  return Array.from({ length }, (_, i) => Math.max(a?.[i] ?? 0, b?.[i] ?? 0));
}
