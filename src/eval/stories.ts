/** Measures stories against judged ones by B-cubed and says which were mixed or fell apart. */
import type { Article } from "../article.ts";
import { stories as say } from "../i18n/eval.ts";
import type { Locale } from "../i18n/words.ts";
import type { Stories } from "../stories/stories.ts";
import { type BCubed, type JudgedStories, judgeStories } from "./judge-stories.ts";
import type { Sheet } from "./sheet.ts";

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
