/** Where something was said, as the article's dateline has it. */
import type { Article } from "../../article.ts";
import { entitiesOf } from "../../language/open.ts";
import { datelineOf } from "../dateline.ts";

const SPELLED = /^\p{Lu}[\p{L}’'-]*(?:[ -]\p{Lu}[\p{L}’'-]*){0,2}(?=\s*[,.(/—–-])/u;
const AGENCY = /^(?:TASS|ТАСС|Xinhua|Reuters|Interfax|Интерфакс|РИА|RIA|IRNA|KUNA|APA)/iu;

/** `BEIJING`, `北京`; null where no dateline tells. */
export function placeOfDateline({ body }: Pick<Article, "body">): string | null {
  const line = datelineOf(body);
  if (line === "") return null;
  const known = entitiesOf(line).find(({ kind }) => kind === "place");
  if (known) return line.slice(known.start, known.end);
  const [place = ""] = SPELLED.exec(line) ?? [];
  return place === "" || AGENCY.test(place) ? null : place;
}
