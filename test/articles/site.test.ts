import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { titleSpan } from "../../src/articles/present.ts";
import { createLibrary } from "../../src/articles/shelf.ts";

const article: Article = {
  id: "a1b2c",
  title: "A title",
  body: "",
  source: "",
  published: null,
  language: "en",
  kind: "excerpt",
  url: null,
};

test("a title without a link of its own leads to the bot's page of it, where there is one for others", () => {
  expect(titleSpan(article, createLibrary([]))).toEqual({ strong: "A title", about: "a1b2c" });
  const library = createLibrary([], [], [], "https://news.example.org");
  expect(titleSpan(article, library)).toEqual({
    ...{ link: "A title", url: "https://news.example.org/a/a1b2c", about: "a1b2c" },
  });
  const own = { ...article, url: "https://paper.example/1" };
  expect(titleSpan(own, library)).toEqual({ link: "A title", url: "https://paper.example/1" });
});
