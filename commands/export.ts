/** `export FILE`: all articles as JSON Lines, to take elsewhere or to bring back with `import`. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Article } from "../src/article.ts";
import { command } from "../src/command.ts";
import { BotError, reasonOf } from "../src/errors.ts";
import { errors, exporting as say } from "../src/i18n/commands.ts";
import { sentence } from "../src/reply.ts";

export const exportArticles = command({
  name: "export",
  about: { en: "Write all articles to a file", zh: "将所有文章导出到文件", ru: "Записать все статьи в файл" },
  options: {
    file: {
      kind: "text",
      required: true,
      about: {
        en: "The file to write, JSON Lines",
        zh: "要写入的 JSON Lines 文件",
        ru: "Файл для записи, JSON Lines",
      },
    },
  },
  examples: ["export articles.jsonl"],
  shell: true,
  async run({ file }, { caller, library, limit }) {
    const articles = library.newest().slice(0, limit);
    try {
      await pipeline(Readable.from(lines(articles)), createWriteStream(file));
    } catch (thrown) {
      throw cannotWrite(file, reasonOf(thrown));
    }
    return sentence(say(caller.locale).done(articles.length, file), "answered", {
      exported: articles.length,
      file,
    });
  },
});

function* lines(articles: readonly Article[]): Generator<string> {
  for (const article of articles) yield `${JSON.stringify(article)}\n`;
}

function cannotWrite(file: string, why: string): BotError {
  return new BotError("bad-input", errors.cannotWrite(file, why));
}
