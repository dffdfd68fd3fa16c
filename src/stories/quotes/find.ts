/** What a person said, found by the name in any script, newest first; no more articles are read than a page needs. */
import type { Article } from "../../article.ts";
import type { Context } from "../../command.ts";
import { inOtherScript } from "../../language/names/pinyin.ts";
import { isFullName, samePerson } from "../../language/names/same-person.ts";
import { peopleIn } from "../../language/quotations/people.ts";
import { slicer } from "../../slices.ts";
import { type Quote, READ_THROUGH, readQuotes } from "./read.ts";
import { join } from "./same.ts";

export interface QuotesFound {
  /** Each statement once: as it was told in each language and by each publisher, newest first. */
  readonly said: readonly (readonly [Quote, ...Quote[]])[];
  /** Names in full of those who are meant, when they are several. */
  readonly people: readonly string[];
  /** Whether there is or may be more than was asked for. */
  readonly more: boolean;
  /** Articles that name the person. */
  readonly articles: number;
}

export interface QuotesAsked {
  readonly person: string;
  readonly about: string | undefined;
  /** Statements that are looked for. */
  readonly wanted: number;
}

/** Articles that a name is looked up in, and that a topic may have. */
const NAMED = 400;
const ON_TOPIC = 3_000;
/** Characters that are read for each statement that is wanted, and at least. */
const READ_FOR_ONE = 8_000;
const READ_LEAST = 36_000;
/** And as much more while nothing was found. */
const READ_ON = 72_000;
/** A Chinese character says more, and takes longer to read. */
const HAN_COSTS = 3;
/** The same words in another language may come so much earlier. */
const APART_MS = 3 * 86_400_000;

/** @throws BotError when the index is away */
export async function findQuotes(
  { person, about, wanted }: QuotesAsked,
  rooms: Pick<Context, "search" | "library" | "clock" | "caller">,
): Promise<QuotesFound> {
  const asked = nameOf(person);
  const articles = await articlesNaming(asked, about, rooms);
  const rest = slicer();
  const people: string[] = [];
  // A family name alone means whoever is known by it, else anybody who is called so, if that is one.
  const sure: Groups = [];
  const open: Groups = [];
  const full = isFullName(asked);
  const meant = () => (full || sure.length > 0 ? sure : open);
  let budget = Math.max(READ_LEAST, READ_FOR_ONE * wanted);
  let read = 0;
  for (const article of articles) {
    const spent = meant().length > 0 ? budget <= 0 : budget <= -READ_ON;
    if (spent || isEnough(meant(), article, wanted)) break;
    const pause = rest();
    if (pause) await pause;
    const said = readQuotes(article);
    budget -= Math.min(READ_THROUGH, article.body.length) * (article.language === "zh" ? HAN_COSTS : 1);
    read += 1;
    // A name in full leaves nothing open.
    for (const name of full ? [] : said.people())
      if (samePerson(name, asked) === "open" && people.every((one) => samePerson(one, name) !== "same"))
        people.push(name);
    for (const quote of said.quotes) {
      const sameness = samePerson(quote.speaker, asked);
      if (sameness === "other" || (about && !(await isAbout(quote, about, rooms)))) continue;
      join(sameness === "same" ? sure : open, quote);
    }
  }
  const several = meant() === open && people.length > 1;
  return {
    said: several ? [] : meant(),
    people: several ? people : [],
    more: read < articles.length,
    articles: articles.length,
  };
}

type Groups = [Quote, ...Quote[]][];

/** A name as it is typed: without titles, and with capital letters where somebody left them out. */
function nameOf(typed: string): string {
  const name = typed.trim().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  return peopleIn(name)[0]?.name ?? name;
}

async function articlesNaming(
  name: string,
  about: string | undefined,
  { search, library, clock, caller }: Pick<Context, "search" | "library" | "clock" | "caller">,
): Promise<readonly Article[]> {
  await search.ready();
  const asked = { now: clock.now(), zone: caller.zone };
  const names = [plainWords(name), ...inOtherScript(name)];
  const [topic, ...named] = await Promise.all([
    about === undefined ? undefined : search.scores(about, { ...asked, limit: ON_TOPIC }),
    ...names.map((one) => search.scores(one, { ...asked, limit: NAMED })),
  ]);
  const ids = new Set(named.flatMap((scores) => scores?.map(({ id }) => id) ?? []));
  const onTopic = topic && new Set(topic.map(({ id }) => id));
  return [...ids]
    .flatMap((id) => library.get(id) ?? [])
    .filter(({ id }) => !onTopic || onTopic.has(id))
    .sort((a, b) => ((a.published ?? "") > (b.published ?? "") ? -1 : 1));
}

/** A name is no query: what would be an operator there is left out. */
function plainWords(name: string): string {
  return name.replace(/["“”«»():-]+/gu, " ").trim();
}

/** The statement itself speaks of it, or the headline and the statement together. */
async function isAbout(
  quote: Quote,
  about: string,
  { search, clock, caller }: Pick<Context, "search" | "clock" | "caller">,
): Promise<boolean> {
  const asked = { now: clock.now(), zone: caller.zone };
  const part = { ...quote.article, body: quote.text };
  return (await search.matches(about, part, asked)) !== undefined;
}

/** Whether there are as many as wanted, and what is older cannot be the same words again. */
function isEnough(groups: readonly (readonly [Quote, ...Quote[]])[], next: Article, wanted: number): boolean {
  const last = groups[wanted]?.[0];
  if (!last) return false;
  const apart = Date.parse(last.article.published ?? "") - Date.parse(next.published ?? "");
  return !(apart < APART_MS) || groups.length > 3 * wanted;
}
