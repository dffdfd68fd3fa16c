/** The rooms as somebody sees them who leaves publishers out. */
import type { Answers } from "./answers/answers.ts";
import { leavesOut, libraryWithout } from "./articles/left-out.ts";
import type { Library } from "./articles/library.ts";
import type { Doors } from "./command.ts";
import { once } from "./once.ts";
import type { Search } from "./search/search.ts";
import { searchWithout } from "./search/without.ts";
import { storiesWithout } from "./stories/without.ts";

/** Workspaces leave out others each; the rooms of so many are kept. */
const MOST = 200;

type AnswersOver = (search: Search, library: Library) => Promise<Answers>;

export function createWithout(doors: Doors, answersOver: AnswersOver): Doors["without"] {
  const known = new Map<string, ReturnType<Doors["without"]>>();
  return (publishers) => {
    const key = [...publishers].sort().join("\n");
    const rooms = known.get(key) ?? roomsWithout(doors, publishers, answersOver);
    if (known.size >= MOST) known.clear();
    known.set(key, rooms);
    return rooms;
  };
}

function roomsWithout(
  doors: Doors,
  publishers: readonly string[],
  answersOver: AnswersOver,
): ReturnType<Doors["without"]> {
  const isOut = leavesOut(doors.library, publishers);
  const library = libraryWithout(doors.library, isOut);
  const search = once(() => searchWithout(doors.search, publishers, doors.library.get, isOut));
  const answers = once(() => answersOver(search(), library));
  return {
    library,
    get search() {
      return search();
    },
    stories: storiesWithout(doors.stories, library, isOut),
    answers: { ask: async (...asked) => (await answers()).ask(...asked) },
  };
}
