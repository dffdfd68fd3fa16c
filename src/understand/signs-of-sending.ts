/** Signs in a sentence of what is sent: a summary set up, changed, held back or stopped, and what was delivered. */
import { either } from "../language/word-rows.ts";
import { asks } from "./asks.ts";
import { NO_MORE_ROWS } from "./no-more-rows.ts";
import type { Sentence } from "./sentence.ts";
import { again, any, changes, dated, manyDays, noLeadingQuestion, timed, until, words } from "./signs.ts";
import { hoursIn } from "./time-shift.ts";

/** "The nine o'clock one", 早上那份, "утренняя": a summary by its hour. */
const BY_HOUR =
  /(?:o'clock|\d ?[ap]m|morning|evening|noon|daily|\d{1,2}) (?:one|post|message)|(?:早上|早晨|上午|中午|下午|晚上|点)的?(?:那份|那条|那个|那期|推送|一份)|(?<!\p{L})(?:утренн|вечерн|дневн|ночн|\p{L}{2,12}часов)(?:яя|ая|юю|ую)(?!\p{L})/u;
/** Something did not come. */
const CAME_NOT =
  /(?:nothing|never|didn't|did not|hasn't|has not|wasn't) (?:came|come|show|shown|arrive|been|posted|sent|turn|go)|(?:什么都|啥也|一直|还)没(?:发|推|来|收|到)|ничего не (?:пришл|было|приход|отправ|прислал)|(?<!\p{L})так и не (?:пришл|вышл|появ)/u;

/** "Where is the morning digest". */
const WHERE = /^(?:where(?:'s| is| did)|где|куда)(?!\p{L})/u;
/** "Who turned off the daily", 日报谁设的. */
const WHO_SET =
  /^(?:who|кто) .{0,20}(?:set|turn|stop|cancel|chang|paus|настро|выключ|отключ|останов|включ|измен)|谁(?:把|给)?.{0,6}(?:设|关|停|改|取消)/u;
/** It asks of all that was sent, or that nothing was. */
const NOTHING =
  /(?:did|has|why).{0,16}(?:anything|nothing|something).{0,16}(?:posted|sent|go out|gone out|from you)|почему .{0,16}ничего .{0,10}(?:от тебя|от бота)|怎么.{0,3}(?:啥|什么)都没(?:发|推|来)|(?:发|推送?)了(?:些什么|哪些|几条|多少条)|(?:last|recent|latest) deliveries/u;

/** It asks what was sent, or why something was not. */
export function asksOfDeliveries(s: Sentence): boolean {
  if (WHERE.test(s.low) && s.has("summary") && !dated(s)) return true;
  if (NOTHING.test(s.low) || (WHO_SET.test(s.low) && s.has("summary"))) return true;
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
      /发送记录|推送记录|发送历史|delivery (?:log|history|record)|history of (?:posts|deliveries)|журнал (?:отправ|достав)|истори\p{L}{1,3} (?:отправ|достав|рассыл)|^(?:show |list |my |the )*deliveries$/u.test(
        s.low,
      ) ||
      (any(s, "show") &&
        /(?:what|which|what's) (?:did |have |has )?(?:you|the bot|been) .{0,200}(?:post|sen[dt]|deliver)|(?:you|ты|вы|бот|你).{0,20}(?:sent|posted|delivered|отправ\p{L}*|присыл\p{L}*|публиковал|发了什么|发过什么|发了哪些|发过哪些)|отправки/u.test(
          s.low,
        )))
  );
}

/** It names days that come back, or a time and a summary. */
export function wantsDaily(s: Sentence): boolean {
  return (
    noLeadingQuestion(s) &&
    !s.has("trend") &&
    !(s.has("watch") && !timed(s) && !s.has("summary") && !again(s)) &&
    ((again(s) &&
      (timed(s) || any(s, "summary", "send", "news")) &&
      !(s.question && !timed(s) && !any(s, "summary", "send"))) ||
      (manyDays(s) && timed(s)) ||
      setsUp(s) ||
      (s.has("summary") &&
        !s.has("change") &&
        (again(s) ||
          /(?<!\p{L})(?:daily|ежедневн\p{L}*|set up|настрой\p{L}*|arrange|организуй\p{L}*)(?!\p{L})|每[天日]|设/u.test(
            s.low,
          )) &&
        hoursIn(s.low).length > 0) ||
      (timed(s) && s.has("summary") && !dated(s)) ||
      (manyDays(s) && s.has("summary") && !datedBesides(s)) ||
      (s.slots.weekdays.length > 0 && timed(s) && any(s, "summary", "send")))
  );
}

/** It names days that are no days of the week. */
const datedBesides = ({ slots }: Sentence): boolean =>
  slots.days.some(({ start, end }) => !slots.weekdays.some((one) => one.start < end && start < one.end));

/** "Set up a morning briefing", 早上给大家发个日报: which summary, and that it shall come. */
const SETS_UP =
  /(?:set ?up|arrange|schedule|create|start|add|begin|organi[sz]e|subscribe)(?: \p{L}+){0,3}|(?:настрой|сделай|заведи|организуй|запусти|включи|создай|оформи|подключи|хочу|нужна|давай)\p{L}*|[设定发弄搞建开来要]|安排|推送|订阅/u;
const OF_DAY =
  /(?<!\p{L})(?:morning|evening|nightly|daily|weekly)(?!\p{L})|(?<!\p{L})(?:утренн|вечерн|ежедневн|еженедельн)\p{L}+|早上|早晨|晚上|每天|每日|每周|早报|晚报|日报/u;
const setsUp = (s: Sentence): boolean =>
  s.has("summary") &&
  SETS_UP.test(s.low) &&
  OF_DAY.test(s.low) &&
  !dated(s) &&
  !any(s, "stop", "pause", "resume", "told", "sent", "language") &&
  !(s.has("change") && changes(s)) &&
  !asks(s) &&
  words(s.low) <= 9 &&
  (/set ?up|arrange|schedule|create|start|add|organi[sz]e|subscribe|\p{Script=Cyrillic}|[设定]|安排|订阅/u.test(
    s.low,
  ) ||
    /早上|早晨|晚上/u.test(s.low));

/** "No digest on weekends", 周末不要发摘要: some of its days shall be left out. */
export function leavesOut(s: Sentence): boolean {
  return (
    s.has("summary") &&
    noLeadingQuestion(s) &&
    (stops(s) || any(s, "pause")) &&
    s.slots.weekdays.some(({ value }) => value.days.length > 1 && value.days.length < 7) &&
    !timed(s)
  );
}

/** "Kill the 9am post", "cancel all schedules", 九点那条别发了. */
export function stopsPost(s: Sentence): boolean {
  return (
    (timed(s) &&
      (BY_HOUR.test(s.low) ||
        /(?<!\p{L})(?:post|message|пост|сообщени\p{L})(?!\p{L})|那[条份个]/u.test(s.low))) ||
    /(?<!\p{L})(?:all|any|the|our|my) (?:scheduled?|schedules)(?!\p{L})|定时|(?:все|любые) расписани/u.test(
      s.low,
    )
  );
}

/** It speaks of a line that somebody typed. */
export function quotesCommand({ quotes }: Sentence): boolean {
  return quotes.some(({ value }) =>
    /^(?:daily|watch|unwatch|stop|digest|forget|unsubscribe|每日|关注|取消|退订|停|ежедневно|следить|отпис|останов)/iu.test(
      value,
    ),
  );
}

/** It says to stop: in Russian the verb may stand anywhere, in others it opens a part of the sentence. */
export function stops(s: Sentence): boolean {
  return (
    s.opens("stop") ||
    (s.has("stop") && /\p{Script=Cyrillic}/u.test(s.low)) ||
    (/(?<!\p{L})off(?: please)?[.!]?$/u.test(s.low) && any(s, "summary", "alert"))
  );
}

/** It holds back the summary, or stops it until some day. */
export function wantsPause(s: Sentence): boolean {
  return (
    (s.has("summary") ||
      (s.has("pause") && /(?<!\p{L})(?:everything|all|всё|все)(?!\p{L})|全部|所有/u.test(s.low)) ||
      /^(?:pause|暂停|приостанови|пауза)(?:$| (?:it|everything|this|all|until|till|for|до|на|это|все)| ?[到至]|[一二两三\d])/u.test(
        s.low,
      ) ||
      again(s)) &&
    ((s.opens("pause") && !s.has("once")) || (stops(s) && until(s))) &&
    noLeadingQuestion(s) &&
    !(stops(s) && !s.opens("pause") && /watch|关注|提醒/u.test(s.low) && !s.has("summary"))
  );
}

/** No more of a subject: "enough with the lithium pings", про Иран больше не присылай, 伊朗的不用再推了. */
const NO_MORE = new RegExp(either(NO_MORE_ROWS), "u");

/** It stops a watch or alerts, not the summary. */
export function wantsUnwatch(s: Sentence): boolean {
  return (
    stops(s) &&
    noLeadingQuestion(s) &&
    (/unfollow|unsubscribe(?: \p{L}+)? from (?!the daily|the digest|daily)|отпиш|отписать|退订/u.test(s.low)
      ? !s.has("summary")
      : (s.has("alert") || (NO_MORE.test(s.low) && !s.has("summary") && !again(s) && !timed(s))) &&
        !(
          s.has("summary") &&
          !/(?:关注|提醒).{0,4}(?:撤|取消|停|关|删)|(?:取消|停止|撤|关|删).{0,12}(?:关注|提醒)/u.test(s.low)
        ))
  );
}
