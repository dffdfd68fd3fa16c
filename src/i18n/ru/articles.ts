/** The words around articles and hits, in Russian. */
import type * as en from "../en/articles.ts";

export const hits: typeof en.hits = {
  places: { title: "в заголовке", body: "в тексте", both: "в заголовке и в тексте" },
  equal: (term, found) => `${term} = ${found}`,
  met: (what, where) => `${what}, ${where}`,
  corrected: (what) => `${what} (исправлено)`,
  head: ["Запрос", "Найдено", "Где", "Как", "Вес"],
  title: "заголовок",
  body: "текст",
  total: "итого",
  factors: {
    coordination: "сколько из запроса есть в тексте",
    wording: "дословное совпадение",
    recency: "новизна",
    language: "в сравнении с лучшим на том же языке",
    meaning: "близость по смыслу",
  },
  near: (degree) => `близко по смыслу: ${degree}`,
  through: {
    written: "как введено",
    translation: "перевод",
    correction: "исправлено",
    pinyin: "пиньинь",
    quantity: "та же величина",
    script: "другое письмо",
    related: "близкое слово",
  },
};

export const links: typeof en.links = {
  at: (host) => `найти на ${host}`,
  page: (host) => `найти на ${host} (полоса того дня)`,
  original: "Открыть оригинал",
  kinds: { page: "полоса того дня", search: "поиск по сайту", home: "главная страница" },
};

export const article: typeof en.article = {
  language: { zh: "китайский", en: "английский", ru: "русский" },
  undated: "без даты",
  seen: "впервые замечено ",
  read: "Читать",
  share: "Опубликовать в канале",
  elsewhere: "Опубликовать в другом канале",
};

export const remarks: typeof en.remarks = {
  faults: {
    "open-quote": (part, as) => `В ${part} кавычка не закрыта; читаю как ${as}.`,
    "empty-phrase": (part) => `В ${part} между кавычками пусто; пропускаю.`,
    "lone-minus": () => "Одинокий минус ничего не исключает; пишите его вплотную к слову: -слово.",
    "lone-or": (part) => `Для ${part} нужны слова с обеих сторон; пропускаю.`,
    "empty-filter": (part) => `У ${part} нет значения; пропускаю.`,
    "bad-date": (part, as) =>
      as
        ? `Такого дня нет в ${part}; читаю как ${as}.`
        : `Не понимаю дату в ${part}, пропускаю. Даты пишут так: 2025-05-26, 2025-05, вчера, 7d.`,
    "bad-language": (part) => `${part}: знаю lang:zh, lang:en и lang:ru; пропускаю.`,
    "bad-sort": (part) => `${part}: знаю sort:new и sort:best; пропускаю.`,
    "unknown-source": (part, as) => `Не знаю издания из ${part}; читаю как ${as}.`,
    "not-excludable": (part, as) =>
      as ? `${part} читаю как ${as}.` : `${part} исключить нельзя; пропускаю.`,
    repeated: (part, as) => `Из ${part} и ${as} беру последнее.`,
    "too-long": (part, as) => `Прочитаны только первые ${as} знаков, до «${part}».`,
    "too-many-words": (part, as) =>
      `Ищу только первые ${as} слова; то, что начинается с «${part}», не учтено.`,
    "no-words": (part) => `В «${part}» нет слов.`,
    "no-such-phrase": (part) => `Дословно «${part}» нет нигде; ищу отдельные слова.`,
  },
  corrected: (from, to) => `Слова «${from}» нет ни в одной статье; ищу «${to}».`,
  without: (terms) => `Без: ${terms}.`,
  dropped: (terms) => `Не найдено: ${terms}.`,
  cut: "Запрос слишком обширный: ищу только самое характерное в нём.",
  recent: (articles) => `Весь архив сейчас не отвечает; поиск шёл только по новейшим статьям (${articles}).`,
  nearest: "Самое близкое из того, что есть:",
  example: "Попробуйте: ",
  quote: (text) => `«${text}»`,
};
