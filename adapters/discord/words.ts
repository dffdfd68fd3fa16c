/** What the adapter itself says in Discord: refusals, gone buttons, and names that Discord shows localised. */
import { phrases, type Words } from "../../src/i18n/words.ts";

export const say = phrases({
  en: {
    noFile:
      "No file can be sent here (it is too large, or I lack the permission “Attach Files”). Here is its text:",
    inDirect: "I have sent you the answer directly, as it is for you alone.",
    gone: "This button is too old: its search is no longer kept. Please run the command again.",
    shared: "This has been shared already.",
    role: "That is my role. Mention me by my name instead: pick the entry with my picture after typing @. Or write /sco.",
    posted: "Shared.",
    mute: "You may not write in that channel, so nothing was shared there.",
    correct: "Correct it",
    broken: "The answer could not be shown here. Please try again.",
    missing: (permission: string) =>
      `I cannot post in this channel: the permission “${permission}” is missing. Give it to the bot in the channel's settings.`,
    unseen:
      "I cannot see this channel. Add the bot to the server and give it the permission “View Channel” there.",
    unfit: "This channel takes no messages of its own. Choose a text channel or a post in it.",
  },
  zh: {
    noFile: "这里无法发送文件（文件过大，或缺少“附加文件”权限）。以下是其文字：",
    inDirect: "此回答仅供您本人，已私信给您。",
    gone: "这个按钮太旧了，对应的搜索已不再保存。请重新输入命令。",
    shared: "已经分享过了。",
    role: "您提到的是我的身份组。请改为@我本人：输入 @ 后选择带头像的那一项。也可以输入 /sco。",
    posted: "已分享。",
    mute: "您不能在那个频道发言，因此没有分享。",
    correct: "更正",
    broken: "这里无法显示答案，请再试一次。",
    missing: (permission: string) =>
      `我无法在此频道发消息：缺少“${permission}”权限。请在频道设置中授予机器人。`,
    unseen: "我看不到这个频道。请把机器人加入服务器，并在该频道授予“查看频道”权限。",
    unfit: "此频道不能直接发消息，请选择文字频道，或其中的某个帖子。",
  },
  ru: {
    noFile: "Отправить файл здесь нельзя (он слишком велик или нет права «Прикреплять файлы»). Вот текст:",
    inDirect: "Ответ только для вас, я прислал его в личные сообщения.",
    gone: "Эта кнопка слишком старая: её поиск больше не хранится. Повторите команду.",
    shared: "Этим уже поделились.",
    role: "Это моя роль. Упомяните меня самого: после @ выберите строку с моей картинкой. Или напишите /sco.",
    posted: "Опубликовано.",
    mute: "В том канале вам писать нельзя, поэтому там ничего не опубликовано.",
    correct: "Исправить",
    broken: "Ответ не удалось показать здесь. Попробуйте ещё раз.",
    missing: (permission: string) =>
      `Я не могу писать в этот канал: нет права «${permission}». Дайте его боту в настройках канала.`,
    unseen: "Я не вижу этот канал. Добавьте бота на сервер и дайте ему там право «Просматривать канал».",
    unfit: "В этот канал нельзя писать сообщения. Выберите текстовый канал или публикацию в нём.",
  },
});

/** Told in conversations of other people, where the app can be asked but never posts. */
export const NOT_OURS: Words = {
  en: "I cannot post in this conversation, so nothing can be set up here. Write to me directly, or use a server that I am in.",
  zh: "我不能在这个会话里发消息，因此无法在此设置。请直接私信我，或在我所在的服务器里使用。",
  ru: "В этот разговор я писать не могу, поэтому здесь ничего не настроить. Напишите мне лично или на сервере, где я есть.",
};

/** Permissions as Discord's own settings call them. */
export const PERMISSION_NAMES = {
  ViewChannel: { en: "View Channel", zh: "查看频道", ru: "Просматривать канал" },
  SendMessages: { en: "Send Messages", zh: "发送消息", ru: "Отправлять сообщения" },
  SendMessagesInThreads: {
    en: "Send Messages in Threads",
    zh: "在子区内发送消息",
    ru: "Отправлять сообщения в ветках",
  },
  EmbedLinks: { en: "Embed Links", zh: "嵌入链接", ru: "Встраивать ссылки" },
  ManageChannels: { en: "Manage Channels", zh: "管理频道", ru: "Управлять каналами" },
} as const satisfies Record<string, Words>;

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
