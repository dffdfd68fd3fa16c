/** Names that Discord shows localised: of options, and of commands one level down. */
import type { Words } from "../../src/i18n/words.ts";

/** Commands that Discord offers one level down, so that there is room for more at the top: `/sco stories compare`. */
export const NESTED: Readonly<Record<"stories" | "setup", { readonly name: Words; readonly about: Words }>> =
  {
    stories: {
      name: { en: "stories", zh: "专题", ru: "сюжеты" },
      about: {
        en: "Stories over days and languages: how they went, who tells them, who said what",
        zh: "跨越多日、多语言的专题：来龙去脉、报道来源、各方说法",
        ru: "Сюжеты по дням и языкам: как развивались, кто пишет, кто что сказал",
      },
    },
    setup: {
      name: { en: "setup", zh: "设置", ru: "настройка" },
      about: {
        en: "Settings, sources and feeds, and how the bot is",
        zh: "设置、来源与订阅源、运行状态",
        ru: "Настройки, источники и ленты, состояние бота",
      },
    },
  };

/** Names of options in Chinese and Russian; an option that is not here keeps its English name. */
export const OPTION_NAMES: Readonly<Record<string, { readonly zh: string; readonly ru: string }>> = {
  action: { zh: "操作", ru: "действие" },
  command: { zh: "命令", ru: "команда" },
  day: { zh: "日期", ru: "день" },
  days: { zh: "星期", ru: "дни" },
  empty: { zh: "无新闻时", ru: "пусто" },
  every: { zh: "间隔", ru: "каждые" },
  explain: { zh: "说明", ru: "объяснить" },
  filter: { zh: "筛选", ru: "фильтр" },
  for: { zh: "对象", ru: "для" },
  person: { zh: "人物", ru: "человек" },
  id: { zh: "编号", ru: "номер" },
  lang: { zh: "语言", ru: "язык" },
  limit: { zh: "条数", ru: "предел" },
  links: { zh: "链接", ru: "ссылки" },
  n: { zh: "篇数", ru: "сколько" },
  new: { zh: "仅新增", ru: "новое" },
  page: { zh: "页", ru: "страница" },
  public: { zh: "公开", ru: "всем" },
  query: { zh: "关键词", ru: "запрос" },
  question: { zh: "问题", ru: "вопрос" },
  since: { zh: "起始", ru: "с" },
  time: { zh: "时间", ru: "время" },
  topic: { zh: "主题", ru: "тема" },
  url: { zh: "网址", ru: "адрес" },
  value: { zh: "值", ru: "значение" },
  what: { zh: "项目", ru: "что" },
  which: { zh: "哪个", ru: "который" },
  who: { zh: "谁", ru: "кого" },
  zone: { zh: "时区", ru: "пояс" },
};
