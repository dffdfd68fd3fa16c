/** What several commands of stories take alike. */
import type { Option } from "../command.ts";

/** A subject whose articles are counted. */
export const subjectOption = {
  kind: "text",
  rest: true,
  about: {
    en: "A search; everything when left out",
    zh: "搜索词；不写则为全部",
    ru: "Запрос; без него всё",
  },
} as const satisfies Option;
