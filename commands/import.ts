/** `import FILE`: turns a page, JSON or Markdown into files of the corpus; running it twice changes nothing. */
import { constants, existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Article } from "../src/article.ts";
import { type Context, command } from "../src/command.ts";
import { importing as say } from "../src/i18n/commands.ts";
import { root } from "../src/root.ts";

export const importArticles = command({
  name: "import",
  about: {
    en: "Add articles from a file to the corpus",
    zh: "从文件导入文章",
    ru: "Добавить статьи из файла",
  },
  options: {
    file: {
      kind: "text",
      required: true,
      about: {
        en: "File or folder: topic page, JSON (a list, or a line an article) or Markdown, up to 512 MB, in UTF-8, UTF-16, GB18030, Big5, windows-1251 or KOI8-R; fields title, body (text, content), source (publisher), published (date), url (link), language",
        zh: "文件或文件夹：专题页、JSON（文章列表，或每行一篇）或 Markdown，最大 512 MB，编码可为 UTF-8、UTF-16、GB18030、Big5、windows-1251、KOI8-R；字段：标题、正文、来源、日期、链接、语言（title、body、source、published、url、language）",
        ru: "Файл или папка: страница темы, JSON (список или по статье в строке) или Markdown, до 512 МБ, в UTF-8, UTF-16, GB18030, Big5, windows-1251 или KOI8-R; поля: заголовок, текст, источник, дата, ссылка, язык (title, body, source, published, url, language)",
      },
    },
    to: {
      kind: "text",
      named: true,
      about: {
        en: "Folder to write to (default: corpus/articles)",
        zh: "写入的文件夹（默认 corpus/articles）",
        ru: "Папка для записи (обычно corpus/articles)",
      },
    },
    zone: {
      kind: "text",
      named: true,
      about: {
        en: "Time zone of dates that name none (default: the publisher's)",
        zh: "未注明时区的日期所用的时区（默认为来源所在时区）",
        ru: "Часовой пояс дат, в которых он не указан (обычно пояс издания)",
      },
    },
    log: {
      kind: "flag",
      about: {
        en: "Into the log of fetched articles, not the corpus",
        zh: "写入抓取文章的日志，而不是语料库",
        ru: "В журнал загруженных статей, а не в корпус",
      },
    },
  },
  examples: ["import page.txt"],
  shell: true,
  async run({ file, to, zone, log }, ctx) {
    const { caller, library } = ctx;
    const { readZone } = await import("../src/delivery/read-times.ts");
    const stated = zone === undefined ? undefined : readZone(zone);
    const { readArticles } = await import("../src/articles/read.ts");
    const { saveArticles } = await import("../src/articles/save.ts");
    const words = say(caller.locale);
    const folder = to ?? join(root, "corpus", "articles");
    const toLog = log || (to === undefined && !(await isWritable(folder)));
    const there = toLog || !existsSync(folder) ? [] : (await readArticles(folder)).articles;
    const { articles, faults, remarks } = await readArticles(file, there, {
      whole: true,
      zoneOf: (source) => stated ?? library.publisher(source)?.zone,
    });
    const { written, known } = toLog
      ? await logArticles(articles, ctx)
      : await saveArticles(articles, folder, there);
    const text = articles.length > 0 ? words.counts(written.length, known.length) : words.none;
    return {
      summary: text,
      blocks: [
        { kind: "prose", spans: [toLog && !log && articles.length > 0 ? `${text} ${words.log}` : text] },
        ...(faults.length > 0
          ? [
              { kind: "prose", spans: [words.faults(faults.length)] } as const,
              { kind: "table", rows: faults.map((fault) => [fault[caller.locale]]) } as const,
            ]
          : []),
        ...(remarks.length > 0
          ? [
              { kind: "prose", spans: [words.remarks] } as const,
              { kind: "table", rows: remarks.map((remark) => [remark[caller.locale]]) } as const,
            ]
          : []),
      ],
      audience: "caller",
      outcome: faults.length > 0 ? "bad-input" : articles.length > 0 ? "answered" : "nothing",
      data: {
        imported: written,
        unchanged: known,
        faults: faults.map(({ en }) => en),
        remarks: remarks.map(({ en }) => en),
        log: toLog,
      },
    };
  },
});

/** Whether articles can be written into a folder, or into the one that it would be made in. */
async function isWritable(folder: string): Promise<boolean> {
  const there = existsSync(folder) ? folder : dirname(folder);
  return access(there, constants.W_OK).then(
    () => true,
    () => false,
  );
}

const BATCH = 1_000;

/** What a file tells of an article; which story it belongs to is found out when it is kept. */
const asTold = (article?: Article) => JSON.stringify({ ...article, story: undefined });

/** Into the article log, with a bar where it takes a while. */
async function logArticles(articles: readonly Article[], { library, keeper, progress }: Context) {
  const fresh = articles.filter((article) => asTold(library.get(article.id)) !== asTold(article));
  for (let at = 0; at < fresh.length; at += BATCH) {
    const batch = fresh.slice(at, at + BATCH);
    await keeper.keep(batch);
    if (fresh.length > BATCH) progress(bar(at + batch.length, fresh.length));
  }
  const written = fresh.map(({ id }) => id);
  const seen = new Set(written);
  return { written, known: articles.map(({ id }) => id).filter((id) => !seen.has(id)) };
}

function bar(done: number, total: number): string {
  const full = Math.round((done / total) * 20);
  return `${"█".repeat(full)}${"░".repeat(20 - full)} ${done} / ${total}`;
}
