/** The questions that the bot puts back when it is not sure, each with what would be sure. */
import type { Words } from "../i18n/words.ts";

export const QUESTIONS = {
  stop: {
    en: "What shall I stop? Say, for example: stop the daily summary, or: stop watching Central Asia energy",
    zh: "要停止什么？例如：停止每日摘要，或：取消关注 中亚 能源",
    ru: "Что остановить? Например: останови ежедневную сводку или: не следи за энергетикой Центральной Азии",
  },
  schedule: {
    en: "What shall I send, and how often? Say, for example: a summary every day at 8",
    zh: "要发送什么、多久一次？例如：每天八点发摘要",
    ru: "Что присылать и как часто? Например: присылай сводку каждый день в 8",
  },
  times: {
    en: "I set one time at once. Which shall I begin with? Say, for example: a summary every day at 8, and then the other one.",
    zh: "每次只能设置一个时间。请先说一个，例如：每天八点发摘要，然后再说另一个。",
    ru: "За раз я настраиваю одно время. Начните с одного, например: присылай сводку каждый день в 8, потом назовите второе.",
  },
  denied: {
    en: "I have changed nothing. What is set here, daily and watching show; to stop something, say for example: stop the daily summary",
    zh: "我没有改动任何设置。查看当前设置请输入：每日 或 关注列表；要停止请说：停止每日摘要",
    ru: "Я ничего не менял. Что здесь настроено, покажут daily и watching; чтобы остановить, скажите, например: останови ежедневную сводку",
  },
  language: {
    en: "Which language: Chinese, English or Russian? Say, for example: settings language ru",
    zh: "要用哪种语言：中文、英文还是俄文？例如：settings language zh",
    ru: "Какой язык: китайский, английский или русский? Например: settings language ru",
  },
  among: {
    en: "I take this as talk among you and change nothing. To have me do something, say it plainly, for example: stop the daily summary",
    zh: "这像是你们之间的讨论，我不会改动任何设置。需要我做什么，请直接说，例如：停止每日摘要",
    ru: "Похоже, это разговор между вами, и я ничего не меняю. Если нужно моё участие, скажите прямо, например: останови ежедневную сводку",
  },
  day: {
    en: "The calendar has no such day. Which day do you mean? Write it, for example, as 2026-06-30",
    zh: "日历上没有这一天。您指哪一天？可以写成 2026-06-30",
    ru: "Такого дня в календаре нет. Какой день вы имеете в виду? Напишите, например, 2026-06-30",
  },
  future: {
    en: "That day is still to come. Which day shall the summary be of?",
    zh: "这一天还没有到。您要看哪一天的摘要？",
    ru: "Этот день ещё не наступил. За какой день нужна сводка?",
  },
  watch: {
    en: "What shall I watch? Say, for example: watch Central Asia energy",
    zh: "要关注什么？例如：关注 中亚 能源",
    ru: "За чем следить? Например: следи за энергетикой Центральной Азии",
  },
  which: {
    en: "Which article do you mean? Search for it first, or give its number in the list or its id.",
    zh: "您指哪篇文章？请先搜索，或说出它在列表中的序号或编号。",
    ru: "О какой статье речь? Сначала найдите её или назовите номер в списке либо код.",
  },
  place: {
    en: "The list that I showed last has no such number. Which article do you mean?",
    zh: "上一个列表里没有这个序号。您指哪篇文章？",
    ru: "В последнем списке нет такого номера. О какой статье речь?",
  },
  summary: {
    en: "Shall I show today's summary? Then say: digest. Or shall something change? Say, for example: stop the daily summary",
    zh: "要看今天的摘要吗？请输入：摘要。还是要改动什么？例如：停止每日摘要",
    ru: "Показать сводку за сегодня? Напишите: сводка. Или нужно что-то изменить? Например: останови ежедневную сводку",
  },
  change: {
    en: "What shall be different about the summary: its time, days, topic or language? Say, for example: move the daily summary to 9:30",
    zh: "摘要要改什么：时间、日期、主题还是语言？例如：每日摘要改到9:30",
    ru: "Что изменить в сводке: время, дни, тему или язык? Например: перенеси сводку на 9:30",
  },
  zone: {
    en: "Which time zone? Say, for example: settings zone Asia/Shanghai",
    zh: "哪个时区？例如：settings zone Asia/Shanghai",
    ru: "Какой часовой пояс? Например: settings zone Europe/Moscow",
  },
  quiet: {
    en: "From when to when shall it be quiet? Say, for example: quiet hours from 22:00 to 7:00",
    zh: "免打扰从几点到几点？例如：免打扰 22:00-07:00",
    ru: "С какого и до какого часа? Например: тихие часы с 22:00 до 7:00",
  },
  search: {
    en: "What shall I look for? Say a few words, for example: health ministers",
    zh: "要找什么？请说几个词，例如：卫生部长",
    ru: "Что искать? Напишите несколько слов, например: министры здравоохранения",
  },
  question: {
    en: "What do you want to know? Say, for example: ask how many countries took part?",
    zh: "想问什么？例如：问 有多少国家参加？",
    ru: "Что вы хотите узнать? Например: спроси, сколько стран участвовало?",
  },
  subject: {
    en: "Of which subject? Say a few words, for example: compare media forum",
    zh: "要看哪个主题？请说几个词，例如：对比 媒体论坛",
    ru: "О какой теме речь? Напишите несколько слов, например: сравнить медиафорум",
  },
  again: {
    en: "I am not sure what you want. Say it in other words, for example: search media forum, or: help",
    zh: "我没有听懂您的意思。请换个说法，例如：搜索 媒体论坛，或：帮助",
    ru: "Не уверен, что понял вас. Скажите иначе, например: найди медиафорум или: помощь",
  },
  person: {
    en: "Whose words? Say a name, for example: quotes Sohail Khan",
    zh: "要看谁说的话？请说出姓名，例如：语录 索海尔·汗",
    ru: "Чьи слова? Назовите имя, например: цитаты Сохейл Хан",
  },
  before: {
    en: "There is nothing before this that it could go on from. What do you mean?",
    zh: "前面没有可以接着说的内容。您指什么？",
    ru: "До этого ничего не было, и продолжать нечего. Что вы имеете в виду?",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What the bot does not do, with the nearest thing that it can. */
export const NOTES = {
  channel: {
    en: "I can set this up only for the channel in which it is said. To have it elsewhere, say it there.",
    zh: "只能为说这句话的频道设置。如需用于其他频道，请到那个频道里说。",
    ru: "Я настраиваю это только для канала, где это сказано. Для другого канала скажите то же там.",
  },
  time: {
    en: "No time was said, so I took 9:00.",
    zh: "没有说明时间，暂定 9:00。",
    ru: "Время не названо, поэтому взято 9:00.",
  },
  evening: {
    en: "No time was said, so I took 18:00.",
    zh: "没有说明时间，暂定 18:00。",
    ru: "Время не названо, поэтому взято 18:00.",
  },
} as const satisfies Readonly<Record<string, Words>>;
