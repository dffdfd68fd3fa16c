/** Signs in a sentence that the wishes are told by. */
import { asks, firmQuestion, INSIDE } from "./asks.ts";
import type { Mark } from "./marks.ts";
import type { Sentence } from "./sentence.ts";
import { hoursIn, shiftIn } from "./time-shift.ts";
import { SIDES } from "./to-compare.ts";

export const words = (low: string): number =>
  low.split(/\s+/).length + (low.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
export const short = ({ low }: Sentence): boolean => words(low) <= 9;
export const any = (sentence: Sentence, ...marks: readonly Mark[]): boolean =>
  marks.some((mark) => sentence.has(mark));

export const again = ({ slots }: Sentence): boolean => slots.weekdays.some(({ value }) => value.again);
const manyDays = ({ slots }: Sentence): boolean =>
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
const until = ({ slots, low }: Sentence): boolean =>
  slots.days.some(({ value }) => value.first === undefined) ||
  /tomorrow|завтра|明天|明早|next week|下周|следующ|weekend|周末/u.test(low) ||
  /(?:for|на) (?:a |an |the |\d{1,2} |two |three |неделю|две|три|пару)|[一二两三四五六七八九\d]+(?:天|周|个月)/u.test(
    low,
  );
export const noLeadingQuestion = (sentence: Sentence): boolean => !firmQuestion(sentence);
export const feature = (sentence: Sentence): boolean =>
  any(sentence, "summary", "watch", "alert", "zone", "quiet", "search", "feeds", "audience") ||
  /языки?|language|语言|settings|настройк|设置/u.test(sentence.low) ||
  again(sentence);

/** "What have they written about …" looks for articles, though it opens as a question does. */
export function firmQuestionBut(s: Sentence): boolean {
  return (
    firmQuestion(s) &&
    !/^(?:where can i find|is there|are there|do you have|что (?:писали|пишут|есть|у вас есть))/u.test(s.low)
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

/** "The nine o'clock one", 早上那份, "утренняя": a summary by its hour. */
const BY_HOUR =
  /(?:o'clock|\d ?[ap]m|morning|evening|noon|daily|\d{1,2}) (?:one|post|message)|(?:早上|早晨|上午|中午|下午|晚上|点)的?(?:那份|那条|那个|那期|推送|一份)|(?<!\p{L})(?:утренн|вечерн|дневн|ночн|\p{L}{2,12}часов)(?:яя|ая|юю|ую)(?!\p{L})/u;
/** Something did not come. */
const CAME_NOT =
  /(?:nothing|never|didn't|did not|hasn't|has not|wasn't) (?:came|come|show|shown|arrive|been|posted|sent|turn|go)|(?:什么都|啥也|一直|还)没(?:发|推|来|收|到)|ничего не (?:пришл|было|приход|отправ|прислал)|(?<!\p{L})так и не (?:пришл|вышл|появ)/u;

/** It asks what was sent, or why something was not. */
export function asksOfDeliveries(s: Sentence): boolean {
  return (
    s.has("sent") &&
    !again(s) &&
    ((BY_HOUR.test(s.low) &&
      (s.question || CAME_NOT.test(s.low) || /没|(?:^| )(?:did|has)(?!\p{L})/u.test(s.low))) ||
      (CAME_NOT.test(s.low) &&
        words(s.low) <= 9 &&
        (s.has("summary") || /why|почему|怎么|为/u.test(s.low))) ||
      (s.has("summary") && /发没发|推没推|出去(?:了)?(?:没|吗)/u.test(s.low)) ||
      (s.has("summary") && (any(s, "ask") || s.question) && !/tomorrow|завтра|明天/u.test(s.low)) ||
      /发送记录|推送记录|发送历史|delivery (?:log|history|record)|history of (?:posts|deliveries)|журнал (?:отправ|достав)|истори\p{L}+ (?:отправ|достав|рассыл)|^(?:show |list |my |the )*deliveries$/u.test(
        s.low,
      ) ||
      (any(s, "show") &&
        /(?:what|which|what's) (?:did |have |has )?(?:you|the bot|been) .*(?:post|sen[dt]|deliver)|(?:you|ты|вы|бот|你).{0,20}(?:sent|posted|delivered|отправ\p{L}*|присыл\p{L}*|публиковал|发了什么|发过什么|发了哪些|发过哪些)|отправки/u.test(
          s.low,
        )))
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

/** It names days that come back, or a time and a summary. */
export function wantsDaily(s: Sentence): boolean {
  return (
    noLeadingQuestion(s) &&
    !(s.has("watch") && !timed(s) && !s.has("summary") && !again(s)) &&
    ((again(s) &&
      (timed(s) || any(s, "summary", "send", "news")) &&
      !(s.question && !timed(s) && !any(s, "summary", "send"))) ||
      (manyDays(s) && timed(s)) ||
      (s.has("summary") &&
        !s.has("change") &&
        (again(s) ||
          /(?<!\p{L})(?:daily|ежедневн\p{L}*|set up|настрой\p{L}*|arrange|организуй\p{L}*)(?!\p{L})|每[天日]|设/u.test(
            s.low,
          )) &&
        hoursIn(s.low).length > 0) ||
      (timed(s) && s.has("summary") && !dated(s)) ||
      (manyDays(s) && s.has("summary") && !dated(s)) ||
      (s.slots.weekdays.length > 0 && timed(s) && any(s, "summary", "send")))
  );
}

/** It says to stop: in Russian the verb may stand anywhere, in others it opens a part of the sentence. */
export function stops(s: Sentence): boolean {
  return s.opens("stop") || (s.has("stop") && /\p{Script=Cyrillic}/u.test(s.low));
}

/** It holds back the summary, or stops it until some day. */
export function wantsPause(s: Sentence): boolean {
  return (
    (s.has("summary") ||
      /^(?:pause|暂停|приостанови|пауза)(?:$| (?:it|everything|this|all|until|till|for|до|на|это|все)| ?[到至]|[一二两三\d])/u.test(
        s.low,
      ) ||
      again(s)) &&
    ((s.opens("pause") && !s.has("once")) || (stops(s) && until(s))) &&
    noLeadingQuestion(s) &&
    !(stops(s) && !s.opens("pause") && /watch|关注|提醒/u.test(s.low) && !s.has("summary"))
  );
}

/** It stops a watch or alerts, not the summary. */
export function wantsUnwatch(s: Sentence): boolean {
  return (
    stops(s) &&
    noLeadingQuestion(s) &&
    (/unfollow|unsubscribe from (?!the daily|the digest|daily)|отпиш|отписать|退订/u.test(s.low)
      ? !s.has("summary")
      : s.has("alert") &&
        !(
          s.has("summary") &&
          !/(?:关注|提醒).{0,4}(?:撤|取消|停|关|删)|(?:取消|停止|撤|关|删).{0,12}(?:关注|提醒)/u.test(s.low)
        ))
  );
}
