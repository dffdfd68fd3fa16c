/** The words of the page itself; everything else on it is the bot's reply. */
import { phrases } from "./words.ts";

export const words = phrases({
  en: {
    topic: "The Shanghai Spirit",
    about: "News about the Shanghai Cooperation Organization, from Chinese, English and Russian publishers.",
    search: "Search documents",
    go: "Search",
    newest: "Newest articles",
    home: "All articles",
    days: (zone: string) => `Days and times are those of ${zone}.`,
    feed: "Atom feed",
    language: "Language",
    gone: "There is no such page. Search for what you were looking for, or begin with the newest articles.",
    busy: "Please wait a moment and load the page again.",
    failed: "This page could not be made. Please try again.",
    skip: "To the articles",
  },
  zh: {
    topic: "上海精神",
    about: "上海合作组织新闻，来自中文、英文和俄文媒体。",
    search: "搜索文章",
    go: "搜索",
    newest: "最新文章",
    home: "全部文章",
    days: (zone: string) => `日期和时间按 ${zone} 时区显示。`,
    feed: "Atom 订阅",
    language: "语言",
    gone: "没有这个页面。请搜索您要找的内容，或从最新文章看起。",
    busy: "请稍候，然后重新打开本页。",
    failed: "页面未能生成，请重试。",
    skip: "跳到文章",
  },
  ru: {
    topic: "Шанхайский дух",
    about: "Новости о Шанхайской организации сотрудничества из китайских, английских и русских изданий.",
    search: "Поиск по статьям",
    go: "Найти",
    newest: "Последние статьи",
    home: "Все статьи",
    days: (zone: string) => `Дни и время указаны по поясу ${zone}.`,
    feed: "Лента Atom",
    language: "Язык",
    gone: "Такой страницы нет. Воспользуйтесь поиском или начните с последних статей.",
    busy: "Подождите немного и откройте страницу ещё раз.",
    failed: "Страницу не удалось составить. Попробуйте ещё раз.",
    skip: "К статьям",
  },
});

/** What each language calls itself. */
export const OWN_NAMES = { zh: "中文", en: "English", ru: "Русский" } as const;
