/** Publishers that a sentence names, by any of their names. */
import type { Publisher } from "../article.ts";
import { anywhere, type Found, findAll, longest, words } from "../language/when/pattern.ts";

const OFFICIAL = /ministry|president|secretariat|government/i;
const FROM = /^(?:from|by|у|от|of) /;

/** Publishers by any of their names; one whose name is also an everyday word must be written as a name. */
export function publishersIn(
  text: string,
  low: string,
  publishers: readonly Publisher[],
): Found<Publisher>[] {
  return longest(
    publishers.flatMap((publisher) =>
      namesOf(publisher).flatMap(({ name, pattern }) =>
        findAll(pattern, low, (match) => {
          const at = match.index + match[0].indexOf(name.slice(0, 2));
          // A ministry is more often whom the news is about than who tells it.
          if (OFFICIAL.test(publisher.names.en) && !FROM.test(match[0])) return undefined;
          const bare = /^[a-z]+$/.test(name) && !FROM.test(match[0]);
          return bare && text[at] === low[at] ? undefined : publisher;
        }),
      ),
    ),
  );
}

const names = new WeakMap<Publisher, readonly { name: string; pattern: RegExp }[]>();

function namesOf(publisher: Publisher): readonly { name: string; pattern: RegExp }[] {
  const known = names.get(publisher);
  if (known) return known;
  const all = [...Object.values(publisher.names), ...(publisher.aliases ?? [])];
  const made = all
    .filter((name) => name.length > 1)
    .map((full) => {
      const name = full.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/^the /, "");
      const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("'", "'?");
      const han = /\p{Script=Han}/u.test(name);
      const pattern = han
        ? anywhere(plain)
        : words(`(?:(?:from|by|in|of|at|on|у|от|из|в) )?(?:the )?${plain}(?:'s|')?`);
      return { name, pattern };
    });
  names.set(publisher, made);
  return made;
}
