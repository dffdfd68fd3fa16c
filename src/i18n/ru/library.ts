/** The words of articles that cannot be read, kept or found, in Russian. */
import type * as en from "../en/library.ts";

export const errors: typeof en.errors = {
  logUnavailable: (path, why) =>
    `Новые статьи не записываются в ${path} (${why}); при остановке бота они пропадут.`,
  logDamaged: (first) => `В журнале статей есть нечитаемые строки, они пропущены (первая: ${first}).`,
  logUnreadable: (why) => `Журнал статей не читается (${why}); статьи прошлых дней могут отсутствовать.`,
  noArticle: (typed, example) =>
    `Статьи «${typed}» нет. Коды выглядят так: ${example}; их показывают «новости» и «поиск».`,
  unwritable: (folder, reason) =>
    `В папку ${folder} не удаётся записать (${reason}). Укажите другую через --to.`,
  noId: (action) => `Укажите статью: saved ${action} КОД (коды стоят у статей в «поиск» и «новости»).`,
  listChanged: "Кто-то изменил этот список в тот же миг, поэтому ничего не сохранено. Попробуйте ещё раз.",
  isFull: (most) => `В этом списке уже ${most} статей, больше не помещается. Сначала уберите лишние: saved`,
  noFile: "Укажите файл для списка: search … --as csv --out list.csv",
  atMost: (most) => `не больше ${most} знаков`,
  text: "текст",
  faultAt: (place, fault) => `${place}: ${fault}`,
};

export const UNREADABLE: typeof en.UNREADABLE = {
  empty: "файл пуст",
  binary: "файл двоичный, а не текстовый",
  noEncoding: "файл повреждён или в неизвестной кодировке; сохраните его в UTF-8",
  lostCharacters: (count: number) => `повреждённых символов в нём: ${count}; они пропущены`,
  decoded: (encoding: string) =>
    `файл не в UTF-8, он прочитан как ${encoding}; если слова искажены, сохраните его в UTF-8`,
  missing: "такого файла или папки нет",
  forbidden: "у этого пользователя нет права читать",
  emptyFolder: "в папке нет файлов .md, .jsonl или .txt",
  noFrontMatter: "в начале нет front matter (строки из трёх дефисов)",
  openFrontMatter: "front matter не закрыт строкой из трёх дефисов",
  noFields: "в front matter нет полей",
  noForm: "это не JSON, не Markdown с front matter и не страница темы",
  brokenJson:
    "это один массив или объект JSON, и он повреждён (не хватает запятой или скобки либо есть лишняя)",
  noList: "это один объект JSON, в котором нет ни статьи, ни единственного списка статей",
  severalLists: "в файле несколько списков статей; оставьте один",
  notAnObject: "это не объект с title или body",
  nothing: "нет ни title, ни body",
  noTitle: "нет заголовка (title)",
  noBody: "нет текста (body)",
  unknownField: (field, known, more) =>
    `поле «${field}» здесь неизвестно и пропущено${more > 0 ? ` (и ещё в других статьях: ${more})` : ""}; известны: ${known}`,
  otherFile: "это не файл .md, .json, .jsonl или .txt; он пропущен",
  tooLarge: (megabytes) => `файл больше ${megabytes} МБ; разделите его`,
  notJson: (start) => `строка — не JSON (начинается с ${start})`,
  notYaml: (why) => `front matter — не YAML: ${why}`,
  repeated: (id) => `это снова статья ${id}; она сохраняется один раз`,
  taken: (id) => `код «${id}» уже у более ранней статьи`,
  takenBy: (id, title) => `код «${id}» принадлежит другой статье: ${title}`,
  noDate: (written) => `«${written}» — не дата; пишите так: 2025-05-25T22:13:00Z`,
  wrongField: (field, got, wants) => `${field}: ${got}, а нужно: ${wants}`,
};

export const fieldWants: typeof en.fieldWants = {
  id: "код из 1–64 букв, цифр и знаков . _ : -",
  url: "адрес, который начинается с http:// или https://, без пароля",
  published: "дата вида 2025-05-25T22:13:00Z",
  kind: "article, excerpt или summary",
  copies: "список",
  formerTitles: "список",
};
