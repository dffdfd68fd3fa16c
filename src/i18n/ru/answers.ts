/** The words of answers, in Russian. */
import type * as en from "../en/answers.ts";

export const answer: typeof en.answer = {
  notHere: "В статьях нет ответа на этот вопрос.",
  days: "Что тогда произошло, расскажет сводка за эти дни.",
  noMore: "Больше в статьях об этом ничего нет.",
  nearest: "Ближайшие статьи:",
  apart: "Здесь несколько вопросов, задайте их по одному:",
  watch: "Следить за этим",
  digest: "Сводка за эти дни",
  published: "Опубликовано тогда:",
  more: "Ещё",
  read: "Читать",
  good: "👍",
  bad: "👎",
  sources: "Ответ взят отсюда:",
  undated: "без даты",
  phrased: "Иными словами (сверено с предложениями ниже):",
};

export const errors: typeof en.errors = {
  notPhrased: (reason) =>
    `Последний пересказ модели не показан: ${reason}. В ответах — предложения самих статей.`,
};
