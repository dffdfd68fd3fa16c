/** The words about feeds, in Russian. */

import type * as en from "../en/feeds.ts";
import { russianCount } from "../words.ts";

export const feeds: typeof en.feeds = {
  title: "Ленты",
  head: ["Лента", "Состояние", "Последняя запись", "Опрошена", "Адрес"],
  conditions: {
    new: "ещё не читалась",
    fresh: "в порядке",
    quiet: "молчит",
    stale: "не обновляется",
    odd: "подозрительная",
    failing: "сбой",
    retired: "отключена",
  },
  count: (n) => russianCount(n, "лента", "ленты", "лент"),
  empty: "Лент пока нет. Добавить: feeds add https://example.org/feed.xml",
  items: (n, kept) => `${russianCount(n, "запись", "записи", "записей")}, из них сохраняется ${kept}`,
  untitled: "(без заголовка)",
  more: (n) => `… и ещё ${n}`,
  others: (n) => `ещё ${n}`,
  problems: "Замечания",
  none: "–",
  packs: "Группы лент",
  packHead: ["Группа", "Что это", "Лент", "Читается"],
  kinds: { pack: "набор", language: "язык", country: "страна" },
  choose: "Какие группы читать, указывает SCO_PACK: SCO_PACK=core,extra · SCO_PACK=zh,ru · SCO_PACK=KZ",
  checkHead: ["Лента", "Читается", "Записей", "Сохранится", "Последняя запись", "Что сделать", "Адрес"],
  yes: "да",
  no: "нет",
  guess: "не проверена",
  fine: "ничего",
  believed: "ничего; была не проверена, теперь читается",
  checked: (fine, n) => `Отсюда доступно: ${fine} из ${russianCount(n, "ленты", "лент", "лент")}`,
};

export const errors: typeof en.errors = {
  stale: (day) => `Последняя запись — от ${day}; лента не обновляется`,
  undated: "Ни у одной записи нет даты; её придётся брать со страниц",
  waiting: "Сервер просил пока не обращаться (Retry-After)",
  retired: "Издание закрыло эту ленту (410); она больше не опрашивается",
  staleSince: (day) => `Она отвечает, но последняя запись — от ${day}; найдите ленту, которая обновляется`,
  silent: (days, often, n) =>
    `Ничего нового ${russianCount(days, "день", "дня", "дней")}; обычно ${often ? `${russianCount(n, "запись", "записи", "записей")} в день` : `одна запись в ${russianCount(n, "день", "дня", "дней")}`}`,
  text: "текст",
  wrongEntry: (number, field, wanted) => `лента ${number}: ${field} — нужно: ${wanted}`,
  noList: "здесь нужен список лент, у каждой — url",
  otherLanguage: (before, language) =>
    `Её язык внезапно сменился с ${before} на ${language}; записи не сохраняются, пока её не добавят снова.`,
  otherSize: (size, before) =>
    `В ней внезапно ${size} записей вместо ${before}; они не сохраняются, пока её не добавят снова.`,
  noPack: (name, everything, all) => `SCO_PACK: нет группы лент «${name}»; есть ${everything}, ${all}`,
  busy: "Её опрашивает другая реплика",
  notPolled: (why) => `Ленты не удалось опросить (${why}); попытка повторится.`,
  badList: (fault) => `${fault}. Исправьте и запустите снова.`,
};

export const entryWants: typeof en.entryWants = {
  address: "адрес, который начинается с http:// или https://",
  open: "адрес без имени пользователя и пароля",
  pack: "слово строчными латинскими буквами, например core",
  language: "zh, en или ru",
  zone: "часовой пояс, например Asia/Shanghai",
  clock: "local (верить часам, а не смещению) или stated",
  keep: "excerpt или full",
  agent: "User-Agent не длиннее 200 обычных знаков",
  mapping: "title и, если надо, items, url, date, text, id — у каждого путь вида $.data.list",
  path: "путь вида $.data.list",
  truth: "true или false",
};

export const PROBLEMS: typeof en.PROBLEMS = {
  broken: () => "Разметка ленты повреждена; прочитано всё, что удалось",
  truncated: () => "Лента обрывается до конца",
  junk: () => "До или после ленты есть лишнее; оно пропущено",
  entities: () => "Лента объявляет собственные сущности; они не раскрываются",
  encoding: (what) => `Лента объявляет кодировку ${what}, но это не так; найдена верная`,
  empty: () => "В ленте нет записей",
  tooMany: (what) => `Прочитаны только первые ${what} записей`,
  tooDense: () => "В ленте слишком много разметки; прочитано только её начало",
  index: (what) => `У страницы нет ленты; вместо неё прочитаны ссылки вида ${what}`,
  unreadable: () => "Разметку записи прочитать не удалось; она пропущена",
  mended: () => "Разметка записи повреждена; она исправлена, что-то могло пропасть",
  nothing: () => "У записи нет ни заголовка, ни текста; она не сохраняется",
  noLink: () => "У записи нет ссылки; она сохраняется без неё",
  badLink: (what) => `Ссылка записи «${what}» — не веб-адрес; она убрана`,
  noDate: () => "У записи нет даты",
  badDate: (what) => `Дата записи «${what}» не читается`,
  future: (what) => `Дата записи «${what}» в будущем; ей нельзя верить`,
  ahead: (what: string) =>
    `Последняя запись датирована на ${what} мин вперёд и считается нынешней; если издание пишет своё время с неверным сдвигом, укажите clock: local`,
  duplicate: () => "Запись повторяет более раннюю; сохраняется одна",
  sharedId: () => "У записи тот же идентификатор, что у другой; они различаются ссылками",
  offTopic: (what) => `Запись не подходит под фильтр «${what}»; она не сохраняется`,
};
