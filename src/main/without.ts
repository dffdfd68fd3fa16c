/** The rooms as somebody sees them who leaves publishers out. */
import type { Answers } from "../answers/answers.ts";
import { leavesOut, libraryWithout } from "../articles/left-out.ts";
import type { Library } from "../articles/library.ts";
import type { Doors } from "../command.ts";
import { once } from "../once.ts";
import type { Search } from "../search/search.ts";
import type { Stories } from "../stories/stories.ts";

type Rooms = ReturnType<Doors["without"]>;

/** Rooms of so many different lists are kept. */
const MOST = 200;

/** @param answersOver answers over another search and library */
export function createWithout(
  doors: Doors,
  answersOver: (search: Search, library: Library) => Promise<Answers>,
): Doors["without"] {
  const known = new Map<string, Rooms>();
  return (publishers) => {
    const key = [...publishers].sort().join("\n");
    const seen = known.get(key) ?? roomsWithout(doors, publishers, answersOver);
    if (known.size >= MOST) known.clear();
    known.set(key, seen);
    return seen;
  };
}

function roomsWithout(
  doors: Doors,
  without: readonly string[],
  answersOver: (search: Search, library: Library) => Promise<Answers>,
): Rooms {
  const library = libraryWithout(doors.library, without);
  const search = once(() => searchWithout(doors, without));
  const answers = once(() => answersOver(search(), library));
  return {
    library,
    get search() {
      return search();
    },
    stories: storiesWithout(doors.stories, library, without),
    answers: { ask: async (...asked) => (await answers()).ask(...asked) },
  };
}

function searchWithout({ search, library }: Doors, without: readonly string[]): Search {
  const isOut = leavesOut(library, without);
  const isIn = (id: string) => {
    const article = library.get(id);
    return article === undefined || !isOut(article);
  };
  const own: Partial<Search> = {
    search: (query, asked) => search.search(query, { ...asked, without }),
    passages: (query, asked) => search.passages(query, { ...asked, without }),
    scores: (query, asked) => search.scores(query, { ...asked, without }),
    matches: (query, article, asked) => search.matches(query, article, { ...asked, without }),
    meets: (query, article, asked) => search.meets(query, article, { ...asked, without }),
    related: async (id, limit) => (await search.related(id, 2 * limit)).filter(isIn).slice(0, limit),
    suggest: (typed, limit) =>
      search
        .suggest(typed, 2 * limit)
        .filter(({ id }) => id === undefined || isIn(id))
        .slice(0, limit),
  };
  return Object.assign(Object.create(search) as Search, own);
}

/** A story is told by the others alone; one that only they tell is none. @param library without them */
function storiesWithout(stories: Stories, library: Library, without: readonly string[]): Stories {
  const isOut = leavesOut(library, without);
  return {
    place: stories.place,
    tell: stories.tell,
    async get(id) {
      const whole = await stories.get(id);
      const articles = whole?.articles.filter((article) => !isOut(article)) ?? [];
      return whole && articles.length > 0 ? { ...whole, articles } : undefined;
    },
    async within(span, asked = {}) {
      const others = library.between(span.from, span.to);
      const matching = new Map(
        others.flatMap(({ id }) => {
          const match = asked.matching ? asked.matching.get(id) : 0;
          return match === undefined ? [] : [[id, match] as const];
        }),
      );
      const told = await stories.within(span, { ...asked, matching });
      return told.map((story) => ({
        ...story,
        earlier: story.earlier.filter((article) => !isOut(article)),
      }));
    },
  };
}
