/** Measures stories against judged ones by B-cubed and says which were mixed or fell apart. */
import type { Article } from "../article.ts";
import { type Locale, phrases } from "../i18n/words.ts";
import type { Stories } from "../stories/stories.ts";
import { type BCubed, type JudgedStories, judgeStories } from "./judge-stories.ts";
import type { Sheet } from "./sheet.ts";

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

/** Compares the stories that are told over these articles with the judged ones. */
export async function measureStories(
  judged: JudgedStories,
  stories: Stories,
  articles: readonly Article[],
  locale: Locale,
): Promise<Sheet> {
  const { unknown, ...numbers } = await judgeStories(stories, articles, judged);
  const words = say(locale);
  const row = (name: string, { precision, recall, f1 }: BCubed) => [
    name,
    ...[precision, recall, f1].map((number) => number.toFixed(3)),
  ];
  const { mixed, parted, overall, splits } = numbers;
  return {
    title: `${words.title(numbers.stories, numbers.articles)}: ${overall.f1.toFixed(3)}`,
    head: words.head,
    rows: [row(words.overall, overall), ...Object.entries(splits).map(([name, part]) => row(name, part))],
    lines: [
      ...mixed.map((ids) => `${words.mixed} ${ids.join(" ")}`),
      ...parted.map(
        ({ name, parts }) => `${words.parted} ${name}: ${parts.map((ids) => ids.join(" ")).join(" | ")}`,
      ),
      ...(unknown.length > 0 ? [words.unknown(unknown.slice(0, 5).join(" "))] : []),
    ],
    missed: [],
    data: { ...numbers, ...(unknown.length > 0 && { unknown }) },
  };
}
