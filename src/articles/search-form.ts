/** The form of `search`: what to look for. */
import type { Form } from "../form.ts";
import { type Locale, phrases } from "../i18n/words.ts";

const say = phrases({
  en: {
    title: "Search SCO news",
    submit: "Search",
    cancel: "Close",
    label: "What are you looking for?",
    hint: "Chinese, English or Russian; every language finds the others.",
  },
  zh: {
    title: "搜索上合新闻",
    submit: "搜索",
    cancel: "关闭",
    label: "您想找什么？",
    hint: "中文、英文或俄文均可，各种语言可以互相找到。",
  },
  ru: {
    title: "Поиск новостей ШОС",
    submit: "Искать",
    cancel: "Закрыть",
    label: "Что вы ищете?",
    hint: "На китайском, английском или русском: находится на всех трёх.",
  },
});

export function searchForm(query: string, locale: Locale): Form {
  const { label, hint, ...words } = say(locale);
  return {
    ...words,
    fields: [{ name: "query", kind: "text", label, hint, required: true, value: query }],
    line: query === "" ? "search" : `search ${query}`,
  };
}
