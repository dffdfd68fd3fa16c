/** Publishers that a sentence names, by any of their names. */
import type { Publisher } from "../article.ts";
import { anywhere, findAll, longest, type TextMatch, words } from "../language/when/pattern.ts";
import { once } from "../once.ts";

const OFFICIAL = /ministry|president|secretariat|government/i;
const FROM = /^(?:from|by|у|от|of) /;
/** Names that are everyday words, or short forms of other things. */
const EVERYDAY = new Set(
  "dawn,trend,sputnik,app,ria,rt,dw,ani,pti,cns,uza,the hindu,hindu,diplomat,mehr,guancha,gmw,тренд,спутник,дипломат,известия,ведомости,курсив,хинду,кремль,kremlin".split(
    ",",
  ),
);
/** What it does with what it writes of: "anything Xinhua runs on Iran". */
const TELLS =
  "(?: (?:has|had|have|runs?|ran|writes?|wrote|written|says?|said|reports?|reported|publishes|published|puts? out|put out|carries|carried|posts?|posted|пишет|писал[аио]?|напишет|сообщает|сообщил[аио]?|публикует|опубликовал[аио]?))?";

/** Publishers by any of their names; one whose name is also an everyday word must be written as a name. */
export function publishersIn(
  text: string,
  low: string,
  publishers: readonly Publisher[],
): TextMatch<Publisher>[] {
  return longest(
    publishers.flatMap((publisher) =>
      namesOf(publisher)
        // Most texts name no publisher, and to look for the beginning of a name costs next to nothing.
        .filter(({ name }) => low.includes(name.slice(0, 4)))
        .flatMap(({ name, pattern }) =>
          findAll(pattern(), low, (match) => {
            const at = match.index + match[0].indexOf(name.slice(0, 2));
            // A ministry is more often whom the news is about than who tells it.
            if (OFFICIAL.test(publisher.names.en) && !FROM.test(match[0])) return undefined;
            const bare = EVERYDAY.has(name) && !FROM.test(match[0]);
            return bare && text[at] === low[at] ? undefined : publisher;
          }),
        ),
    ),
  );
}

interface Name {
  readonly name: string;
  readonly pattern: () => RegExp;
}

const names = new WeakMap<Publisher, readonly Name[]>();

function namesOf(publisher: Publisher): readonly Name[] {
  const known = names.get(publisher);
  if (known) return known;
  const all = [...Object.values(publisher.names), ...(publisher.aliases ?? [])];
  const made = all
    .filter((name) => name.length > 1)
    .map((full) => {
      const name = full.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/^the /, "");
      const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("'", "'?");
      const han = /\p{Script=Han}/u.test(name);
      const pattern = once(() =>
        han
          ? anywhere(`${plain}(?:一?(?:发布?|写|报道?|刊登|说|提到?)(?:过|了|的)?)?`)
          : words(`(?:(?:from|by|in|of|at|on|у|от|из|в) )?(?:the )?${plain}(?:'s|')?${TELLS}`),
      );
      return { name, pattern };
    });
  names.set(publisher, made);
  return made;
}
