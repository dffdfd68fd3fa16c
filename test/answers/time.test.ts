/** Whatever an article says, over and over: no turn of the event loop is long when its sentences are held against a question. */
import { expect, test } from "@jest/globals";
import { readQuestion } from "../../src/answers/question.ts";
import { rankSentences } from "../../src/answers/rank.ts";
import type { Article } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { createSearch } from "../../src/search/create.ts";
import { tooLong } from "../bench/turns.ts";

const LENGTH = 100_000;
/** CPU milliseconds on the machine that the project is measured on. */
const LIMITS = { turnMs: 75, wholeMs: 400 };
const asked = { now: Date.parse("2026-06-01T00:00:00Z"), zone: "UTC" };

const ZORBANIA = "what did Petrov say about Zorbania energy?";
const SECRETARY = "叶尔梅克巴耶夫说了什么？";
const LAVROV = "Что сказал Лавров о поездке министра?";
const REPEATED: readonly (readonly [question: string, language: Article["language"], unit: string])[] = [
  [ZORBANIA, "zh", "佐尔巴尼亚能源部长说"],
  [SECRETARY, "zh", "上海合作组织秘书长努尔兰·叶尔梅克巴耶夫说。"],
  [SECRETARY, "zh", "努尔兰·叶尔梅克巴耶夫·"],
  ["王毅在上海合作组织会议上说了什么？", "zh", "会议上王毅说，"],
  ["王毅在上海合作组织会议上说了什么？", "zh", "“会议上王毅说。"],
  ["who advises the minister in Zorbania?", "zh", "能源部长发言人"],
  [ZORBANIA, "en", "Zorbania energy minister Ivan Petrov said "],
  [ZORBANIA, "en", "In Petrov energy said "],
  [ZORBANIA, "en", "“Energy, Petrov said. "],
  ["who advises the minister in Zorbania?", "en", "Zorbania adviser minister "],
  [LAVROV, "ru", "министр Сергей Лавров сказал, "],
  [LAVROV, "ru", "советник министр Лавров "],
];

test.each(REPEATED)(
  "%s of %s: %s",
  async (question, language, unit) => {
    const body = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const base = { title: unit.slice(0, 60), body, language, source: "Desk", kind: "article", url: null };
    const articles = ["a", "b"].map(
      (id): Article => ({ ...base, id, published: "2026-05-01T08:00:00Z" }) as Article,
    );
    const search = createSearch();
    await search.add(articles);
    await search.ready();
    const library = createLibrary([], articles, []);
    const read = readQuestion(question);
    const found = await search.passages(read.words, { ...asked, limit: 12 });
    expect(found.passages.length).toBeGreaterThan(0);
    expect(
      await tooLong(
        () => rankSentences(read, found, (id) => library.get(id), search.languageOf(question)),
        LIMITS,
      ),
    ).toBeUndefined();
  },
  60_000,
);
