/** Signs in a sentence that the wishes are told by. */
import { hoursIn as stretchIn } from "../language/when/clock-times.ts";
import { asks, firmQuestion, INSIDE, PUBLISHED } from "./asks.ts";
import type { SentenceMark } from "./marks.ts";
import type { Sentence } from "./sentence.ts";
import { hoursIn, shiftIn } from "./time-shift.ts";
import { SIDES } from "./to-compare.ts";

export const words = (low: string): number =>
  low.split(/\s+/).length + (low.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
export const short = ({ low }: Sentence): boolean => words(low) <= 9;
export const any = (sentence: Sentence, ...marks: readonly SentenceMark[]): boolean =>
  marks.some((mark) => sentence.has(mark));

export const again = ({ slots }: Sentence): boolean => slots.weekdays.some(({ value }) => value.again);
export const manyDays = ({ slots }: Sentence): boolean =>
  slots.weekdays.some(({ value }) => value.days.length > 1) || slots.weekdays.length > 1;
export const timed = ({ slots }: Sentence): boolean => slots.times.length > 0;
export const dated = ({ slots }: Sentence): boolean => slots.days.length > 0;
export const pointed = ({ ids, places }: Sentence): boolean =>
  ids.length > 0 || places.some(({ value }) => !value.bare);
export const pointedAtAll = ({ ids, places }: Sentence): boolean => ids.length > 0 || places.length > 0;
export const changes = ({ slots, low }: Sentence): boolean =>
  shiftIn(low) !== undefined ||
  hoursIn(low).length > 0 ||
  slots.times.length > 0 ||
  slots.weekdays.length > 0 ||
  slots.zones.some(({ value }) => value.plain) ||
  slots.languages.length > 0;
/** "Until" some day, or tomorrow: when a pause ends. */
export const until = ({ slots, low }: Sentence): boolean =>
  /(?:until|till|до|到)(?: the)? ?\d{1,2}(?:st|nd|rd|th|-?го|号|日)/u.test(low) ||
  slots.days.some(({ value }) => value.first === undefined) ||
  /tomorrow|завтра|明天|明早|next week|下周|следующ|weekend|周末/u.test(low) ||
  /(?:for|на) (?:a |an |the |\d{1,2} |two |three |неделю|две|три|пару)|[一二两三四五六七八九\d](?:天|周|个月)/u.test(
    low,
  );
export const noLeadingQuestion = (sentence: Sentence): boolean => !firmQuestion(sentence);
export const feature = (sentence: Sentence): boolean =>
  any(sentence, "summary", "watch", "alert", "zone", "quiet", "search", "feeds", "audience") ||
  /языки?|language|语言|settings|настройк|设置/u.test(sentence.low) ||
  again(sentence);

/** "What have they written about …" looks for articles, though it opens as a question does. */
function firmQuestionBut(s: Sentence): boolean {
  return (
    firmQuestion(s) &&
    !PUBLISHED.test(s.low) &&
    !/^(?:where can i find|is there|are there|do you have|has any(?:one|body)|кто-(?:нибудь|то)|谁有|哪[里儿](?:能|可以)|что (?:пис|пиш|публик|сообщ|выход|есть|у вас есть))/u.test(
      s.low,
    )
  );
}

/** It puts side by side how several tell one thing: not states or organizations, but reports of them. */
export function wantsCompare(s: Sentence): boolean {
  if (!s.has("compares") || s.has("told")) return false;
  return (
    /^(?:(?:please|can you|could you|i want to|let's|пожалуйста|请|帮我) ?)?(?:compare|contrast|сравни|сопостав|对比|对照)/u.test(
      s.low,
    ) ||
    s.has("outlets") ||
    s.slots.languages.length > 0 ||
    s.slots.publishers.length > 1 ||
    /coverage|reporting|освещ|报道|说法/u.test(s.low) ||
    SIDES.some((form) => s.low.search(form) >= 0)
  );
}

/** It opens with a wish to be told, and is no question of who watches what. */
export function wantsWatch(s: Sentence): boolean {
  return (
    s.has("watch") &&
    !s.has("stop") &&
    noLeadingQuestion(s) &&
    (s.opens("watch") || /(?:последи|следи|отслеживай|мониторь)(?:те)?[.!]*$/u.test(s.low)) &&
    !/^(?:谁|哪)/u.test(s.low) &&
    !(
      INSIDE.test(s.low) &&
      !/(?<!\p{L})(?:if|whenever|as soon|know when|если|когда|как только)(?!\p{L})|mention|news|appear|publish/u.test(
        s.low,
      )
    ) &&
    !(/啥|什么|多少|哪/u.test(s.low) && !/如果|一旦|一有|只要|就/u.test(s.low)) &&
    !(
      asks(s) &&
      !/^(?:can|could|would|will) (?:you|u)|^(?:можешь|можете|能不能|可以|能)/u.test(s.low) &&
      /哪些|谁|кто |who /u.test(s.low)
    )
  );
}

/** It names the language that the bot writes, not one of them. */
const namesLanguage = ({ low }: Sentence): boolean =>
  /(?<!\p{L})(?:languages?|язык\p{L}{0,2})(?!\p{L})|语言/u.test(low) && words(low) <= 5;

/** Hours in which nothing shall come. */
export const wantsQuiet = (s: Sentence): boolean =>
  (s.has("quiet") ||
    (s.has("stop") && !s.has("summary") && (s.slots.times.length === 2 || stretchIn(s.low) !== undefined))) &&
  !s.has("help") &&
  noLeadingQuestion(s);

/** It asks why an article was found. */
export const wantsWhy = (s: Sentence, shown: boolean): boolean =>
  s.has("why") &&
  (((s.ids.length > 0 || pointedAtAll(s)) && s.has("matched")) ||
    (shown &&
      short(s) &&
      /(?:this|that) (?:one|article)|(?:这|那)(?:一?[篇条个])|(?<!\p{L})(?:эта|эту|та|это)(?!\p{L})/u.test(
        s.low,
      )));

/** The language that the bot writes. */
export const wantsLanguage = (s: Sentence, shown: boolean): boolean =>
  (s.slots.languages.some(({ value }) => !value.of)
    ? s.has("language")
    : s.slots.languages.length === 0 && namesLanguage(s) && any(s, "change", "set")) &&
  !any(s, "summary", "search") &&
  !again(s) &&
  !dated(s) &&
  words(s.low) <= 12 &&
  !(shown && words(s.low) <= 4 && !s.opens("language"));

/** It asks for news and names nothing. */
export const whatIsNew = (s: Sentence): boolean =>
  !dated(s) &&
  !s.has("summary") &&
  words(s.low) <= 8 &&
  /(?<!\p{L})new$|what(?:'s|s)? new|(?<!\p{L})нов(?:ого|енького|ости)(?!\p{L})|(?:有|更新)(?:了)?(?:没有)?(?:什么|哪些|啥)?(?:新|了)?(?:的)?(?:新闻|消息|文章|资讯|报道|鲜|东西|什么|啥)|最新的?$/u.test(
    s.low.replace(/(?<![?!.。吗呢么没])[?!.。吗呢么没]+$/u, ""),
  );

/** The newest, so many or of a publisher. */
export const wantsLatest = (s: Sentence): boolean =>
  !firmQuestion(s) &&
  !s.has("summary") &&
  !(dated(s) && s.slots.counts.length === 0 && s.slots.publishers.length === 0) &&
  ((s.has("latest") &&
    (s.slots.counts.length > 0 || s.has("news") || s.slots.publishers.length > 0 || words(s.low) <= 3)) ||
    (s.slots.publishers.length > 0 &&
      /最近.{0,6}(?:啥|什么)|(?:lately|recently)$|в последнее время$/u.test(s.low.replace(/[?]$/u, ""))) ||
    (s.slots.publishers.length > 0 && any(s, "news") && !s.has("search")));

/** It looks for articles. */
export const looksFor = (s: Sentence): boolean =>
  s.has("search") &&
  !s.has("summary") &&
  !firmQuestionBut(s) &&
  (!INSIDE.test(s.low) || PUBLISHED.test(s.low)) &&
  !/多少|几[个名次天年位]|是啥/u.test(s.low);
