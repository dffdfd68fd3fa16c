/** Articles and hits as cards; what is not in the reader's language comes with help, the original beside it. */
import type { Article } from "../article.ts";
import type { Context } from "../command.ts";
import { languageOf } from "../language/detect.ts";
import type { Block, Span } from "../reply.ts";
import type { Hit } from "../search/search.ts";
import { headlineOf, headlineSpans } from "../translate/headline.ts";
import { hitCard } from "./hits.ts";
import { articleCard } from "./present.ts";

type Rooms = Pick<Context, "library" | "caller" | "translate">;
type Card = Extract<Block, { readonly kind: "card" }>;

/** A card for each article. */
export async function articleCards(articles: readonly Article[], rooms: Rooms): Promise<readonly Card[]> {
  const { library, caller } = rooms;
  return Promise.all(
    articles.map(async (article) =>
      below(articleCard(article, library, caller.locale), await helpOf(article, rooms)),
    ),
  );
}

/** A card for a hit, with its passage. @param query what the menu would explain */
export async function hitCardFor(hit: Hit, article: Article, rooms: Rooms, query?: string): Promise<Card> {
  const { library, caller } = rooms;
  const card = hitCard(hit, article, library, caller.locale, query);
  return below(card, await helpOf(article, rooms, hit.snippet.text));
}

function below(card: Card, help: readonly Span[]): Card {
  return help.length > 0 ? { ...card, lines: [help, ...card.lines] } : card;
}

/** A title in the reader's words; nothing where it is, or where the passage shown is already in them. */
async function helpOf(
  article: Article,
  { caller, translate }: Rooms,
  passage?: string,
): Promise<readonly Span[]> {
  const headline = await headlineOf([article], caller.locale, translate);
  const readable = passage !== undefined && languageOf(passage) === caller.locale;
  return readable && headline.by !== "translation" ? [] : headlineSpans(headline, caller.locale);
}
