/** The words of `doctor`, in Russian. */
import type * as en from "../en/doctor.ts";
import { russianCount } from "../words.ts";

export const installation: typeof en.installation = {
  notExamined: (why) => `Одну часть не удалось проверить: ${why}`,
  glossary: (n, file) => `Своих статей глоссария: ${n}, из ${file}`,
  oldNode: (version, oldest) => `Node ${version} слишком старый; нужен ${oldest} или новее.`,
  configured: (platforms) => `Все настройки заданы: ${platforms}.`,
  notConfigured: "Ни Slack, ни Discord не настроены; npm start откроет чат в терминале. См. README.",
  unreadable: (fault) => `${fault}. Исправьте или удалите.`,
  articles: (n, publishers) => `Статей: ${n}, изданий: ${publishers}`,
  noArticles: "Статей нет. Выполните: npx sco import FILE",
  unwritable: (folder, why) =>
    `В ${folder} нельзя писать (${why}). Укажите в SCO_DATA_DIR папку, доступную для записи.`,
  free: (folder, megabytes) => `В ${folder} можно писать; свободно ${megabytes} МБ.`,
  lowDisk: (folder, megabytes) => `В ${folder} свободно лишь ${megabytes} МБ; освободите место.`,
  embeddings: (ms, dimension, most) =>
    `Сервер векторов отвечает за ${ms} мс, размерность вектора: ${dimension}; поиск ждёт не дольше ${most} мс.`,
  noEmbeddings: (why) =>
    `Сервер векторов недоступен: ${why}. Проверьте SCO_EMBED_URL и SCO_EMBED_MODEL; поиск идёт только по словам.`,
  putAside: (key, why) => `Запись ${key} непригодна и отложена: ${why}. Настройте её заново в её канале.`,
  journal: (folder) =>
    `Состояние хранится в журнале в ${folder}, только для одного процесса; для нескольких задайте REDIS_URL.`,
  brokenJournal: (fault) => `${fault} Исправьте файл или остановите бота и восстановите резервную копию.`,
};

export const clock: typeof en.clock = {
  agrees: (other) => `Часы этой машины совпадают с часами ${other}.`,
  differs: (seconds, other) =>
    `Часы этой машины расходятся с часами ${other} на ${seconds} с; настройте NTP.`,
};

export const redis: typeof en.redis = {
  notAnswering: (why) => `Redis не отвечает (${why}). Проверьте REDIS_URL и работает ли сервер.`,
  silent: (why) =>
    `Redis отвечает, но не сообщает свою версию и то, как сохраняет и вытесняет данные (${why}); разрешите его пользователю INFO или проверьте сами.`,
  noChanges: (why) =>
    `Redis не принимает изменений (${why}). В REDIS_URL нужен основной сервер, где хватает памяти и места на диске, и пользователь с правом записи.`,
  tooOld: (version) => `Redis ${version} слишком старый; нужен 6.2 или новее.`,
  noEviction: "Redis не выбрасывает данные.",
  eviction: (policy) => `Redis может выбросить настройки (maxmemory-policy ${policy}); задайте noeviction.`,
  inMemory:
    "Redis хранит изменения только в памяти (appendonly no); задайте appendonly yes, а чтобы не терять ничего — ещё и appendfsync always.",
  saved: "Redis записывает каждое изменение в журнал.",
  clockDiffers: (seconds) => `Часы этой машины и Redis расходятся на ${seconds} с; настройте NTP там и там.`,
  savedLate: (fsync) =>
    `При сбое Redis может потерять последние изменения (appendfsync ${fsync}); чтобы не терять ничего, задайте appendfsync always.`,
};

export const channels: typeof en.channels = {
  open: (n) =>
    n === 1
      ? "Бот может писать в единственный канал с подпиской."
      : `Бот может писать во все каналы с подпиской: ${n}.`,
  missing: (channel, what) => `${channel}: ${what}`,
  notAsked: (platform, why) =>
    `Сейчас не удалось узнать, может ли бот писать в свои каналы в ${platform} (${why}).`,
};

export const webhooks: typeof en.webhooks = {
  well: (n) =>
    n === 1 ? "Единственный вебхук принимает отправленное." : `Все вебхуки принимают отправленное: ${n}.`,
  otherKey: (name) =>
    `${name}: секрет зашифрован другим SCO_SECRET_KEY; верните тот ключ или задайте вебхук заново.`,
  failing: (name, why) => `${name} не принимает отправленное (${why}); попытки продолжаются сутки.`,
};

export const feeds: typeof en.feeds = {
  fault: (fault) => `${fault}. Исправьте.`,
  reason: (sources, reason) => `${sources}: ${reason}`,
};

export const engine: typeof en.engine = {
  empty: "Запись и поиск работают; индекса ещё нет, его создаст служба.",
  articles: (n, index, behind) => `Статей в ${index}: ${n}, в пути: ${behind}`,
  parked: (n) => `Не принято статей: ${n}; причины покажет «index status».`,
  oldSnapshot: (days) =>
    `Последнему снимку индекса уже ${russianCount(days, "день", "дня", "дней")} (docs/scaling.md).`,
  noSnapshot:
    "Задан SCO_LOG_DAYS, и более старые статьи есть только в OpenSearch, а снимков нет. Делайте их каждую ночь (docs/scaling.md).",
  oneCopy: "Индекс только в одном экземпляре; добавьте узел или делайте снимки (docs/scaling.md).",
};

export const slack: typeof en.slack = {
  notInstalled: "Приложение ещё нигде не установлено; откройте /slack/install по публичному адресу бота.",
  installed: (n, well) => `Рабочих пространств с приложением: ${n}; из них в порядке: ${well}.`,
  missing: (where, scopes) =>
    `${where}Не хватает прав: ${scopes}. Добавьте их в OAuth & Permissions и переустановите приложение.`,
  known: (user, team) => `Slack узнаёт бота: ${user} в ${team}.`,
  noHistory: (where, scopes) =>
    `${where}Без ${scopes} бот продолжает разговор в ветке только по упоминанию, а сообщение, подтверждение которого потерялось, там не отправляется повторно.`,
  socket: "Токен приложения открывает Socket Mode.",
  noSocket:
    "У SLACK_APP_TOKEN нет права connections:write. Создайте токен приложения с ним в Basic Information.",
  refused: (name, code, remedy) => `${name}: Slack не принимает токен (${code}). ${remedy}`,
  sealed: (workspace, remedy) =>
    `${workspace}: SCO_SECRET_KEY не подходит к записи об этом рабочем пространстве. Верните ключ, с которым ставили приложение. Или: ${remedy}`,
  forbidden: (name, why) =>
    `Slack сейчас ничего не разрешает делать с ${name} (${why}). Обратитесь к администратору рабочего пространства.`,
  notAsked: (name, why) => `Не удалось спросить Slack о ${name} (${why}). Повторите через несколько минут.`,
  rateLimit: "слишком много запросов",
  blocks: "Slack принимает все виды блоков, которые показывает бот.",
  olderBlocks: (why) => `Slack не принимает часть новых блоков (${why}); вместо них показываются прежние.`,
};

export const discord: typeof en.discord = {
  known: (user) => `Discord узнаёт бота: ${user}; привилегированные intents не нужны.`,
  refused: (status) =>
    `Discord не принимает DISCORD_TOKEN (${status}). Сбросьте токен на портале разработчика и скопируйте его заново.`,
  notAsked: (why) => `Не удалось спросить Discord (${why}). Повторите через несколько минут.`,
  rateLimit: "слишком много запросов",
  elsewhere:
    "Discord отправляет команды в другое место: у приложения задан Interactions Endpoint URL. Очистите его на портале разработчика, в разделе General Information.",
};
