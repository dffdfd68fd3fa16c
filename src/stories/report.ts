/** What `eval --stories` shows: B-cubed numbers, and which stories were mixed or fell apart. */
import { readFile } from "node:fs/promises";
import type { Context } from "../command.ts";
import { BotError, reasonOf } from "../errors.ts";
import { phrases } from "../i18n/words.ts";
import type { Block, Reply, Span } from "../reply.ts";
import {
  type BCubed,
  type JudgedStories,
  judgeStories,
  readJudgedStories,
  type StoryJudgement,
} from "./judge.ts";

const say = phrases({
  en: {
    title: (stories: number, articles: number) => `${stories} judged stories of ${articles} articles`,
    head: ["Part", "Precision", "Recall", "B³ F1"],
    overall: "overall",
    mixed: "Mixed:",
    parted: "Fell apart:",
    unknown: (ids: string) => `No dated article has this id: ${ids}`,
  },
  zh: {
    title: (stories: number, articles: number) => `${articles} 篇文章，${stories} 个评测事件`,
    head: ["部分", "精确率", "召回率", "B³ F1"],
    overall: "总计",
    mixed: "混在一起：",
    parted: "被拆开：",
    unknown: (ids: string) => `没有带日期的文章使用这个编号：${ids}`,
  },
  ru: {
    title: (stories: number, articles: number) => `Оценочных сюжетов: ${stories}, статей: ${articles}`,
    head: ["Часть", "Точность", "Полнота", "B³ F1"],
    overall: "всего",
    mixed: "Смешаны:",
    parted: "Распались:",
    unknown: (ids: string) => `Нет датированной статьи с таким номером: ${ids}`,
  },
});

/** @throws BotError("bad-input") when the file cannot be read as judged stories */
export async function reportStories(file: string, { stories, library, caller }: Context): Promise<Reply> {
  const judgement = await judgeStories(stories, library.newest(), await judgedIn(file));
  const { mixed, parted, unknown, ...numbers } = judgement;
  const title = say(caller.locale).title(judgement.stories, judgement.articles);
  return {
    summary: `${title}: ${judgement.overall.f1.toFixed(3)}`,
    blocks: [{ kind: "heading", text: title }, ...blocksOf(judgement, caller.locale)],
    audience: "caller",
    outcome: "answered",
    data: { ...numbers, mixed, parted, ...(unknown.length > 0 && { unknown }) },
  };
}

async function judgedIn(file: string): Promise<JudgedStories> {
  try {
    return readJudgedStories(await readFile(file, "utf8"));
  } catch (thrown) {
    const reason = reasonOf(thrown).slice(0, 200);
    throw new BotError("bad-input", {
      en: `I cannot use the judged stories in ${file}: ${reason}`,
      zh: `无法使用 ${file} 中的评测事件：${reason}`,
      ru: `Не могу использовать оценочные сюжеты из ${file}: ${reason}`,
    });
  }
}

function blocksOf(
  { overall, splits, mixed, parted, unknown }: StoryJudgement,
  locale: Context["caller"]["locale"],
): Block[] {
  const words = say(locale);
  const row = (name: string, { precision, recall, f1 }: BCubed): readonly Span[] => [
    name,
    ...[precision, recall, f1].map((number) => number.toFixed(3)),
  ];
  const prose = (label: string, rest: string): Block => ({
    kind: "prose",
    spans: [{ strong: label }, ` ${rest}`],
  });
  return [
    {
      kind: "table",
      head: words.head,
      rows: [row(words.overall, overall), ...Object.entries(splits).map(([name, part]) => row(name, part))],
    },
    ...mixed.map((ids) => prose(words.mixed, ids.join(" "))),
    ...parted.map(({ name, parts }) =>
      prose(words.parted, `${name}: ${parts.map((ids) => ids.join(" ")).join(" | ")}`),
    ),
    ...(unknown.length > 0
      ? [{ kind: "prose", spans: [words.unknown(unknown.slice(0, 5).join(" "))] } as const]
      : []),
  ];
}
