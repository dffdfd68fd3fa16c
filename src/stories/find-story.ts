/** Finding one story by its id, by the id of one of its articles, or by words. */
import type { Context, Option } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/story.ts";
import type { WholeStory } from "./stories.ts";

/** The option of every command that is about one story. */
export const storyOption = {
  kind: "text",
  required: true,
  rest: true,
  about: {
    en: "A story's or an article's id, or words that find it",
    zh: "专题或文章的编号，或能搜到它的词语",
    ru: "Номер сюжета или статьи либо слова, по которым он находится",
  },
} as const satisfies Option;

/** @throws BotError("not-found") when no story has this id and no article matches the words */
export async function findStory(
  asked: string,
  { stories, search, clock, caller }: Pick<Context, "stories" | "search" | "clock" | "caller">,
): Promise<WholeStory> {
  const word = asked.trim();
  const named = /^[\p{L}\p{N}._:-]{2,65}$/u.test(word) ? await stories.get(word) : undefined;
  if (named) return named;
  await search.ready();
  const { hits } = await search.search(word, { limit: 1, now: clock.now(), zone: caller.zone });
  const found = hits[0] && (await stories.get(hits[0].id));
  if (found) return found;
  const shown = word.length > 60 ? `${word.slice(0, 59).toWellFormed()}…` : word;
  throw new BotError("not-found", errors.noStory(shown));
}
