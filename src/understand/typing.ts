/** What people type in a hurry, put right before it is read: short forms, slips in words of wishes, the wrong keyboard. */
import { editsBetween } from "../language/spellings.ts";
import { words } from "../language/when/pattern.ts";

/** Short forms, and what is meant. Letters of either case. */
const SHORT: readonly (readonly [string, string])[] = [
  ["чё|че|чо|шо", "что"],
  ["щас|ща", "сейчас"],
  ["пж|пжл|пжлст|плиз|плз", "пожалуйста"],
  ["след", "следующий"],
  ["u|ya", "you"],
  ["ur", "your"],
  ["abt|'bout", "about"],
  ["ppl", "people"],
  ["tmrw?", "tomorrow"],
  ["tl;?dr", "summary"],
  ["wat", "what"],
  ["pls|plz|plss", "please"],
  ["w/", "with"],
  ["til|'til|till", "until"],
  ["thru", "through"],
  ["gimme", "give me"],
  ["2day", "today"],
  ["2moro|tmr", "tomorrow"],
  ["yrs?", "year"],
  ["smth|sth|smthn|smthg", "something"],
  ["ppl's", "people's"],
  ["чето|чёто|чо-то|чё-то", "что-то"],
  ["lemme", "let me"],
  ["wanna", "want to"],
  ["any1", "anyone"],
  ["some1", "somebody"],
  ["cos|cuz|coz|bc", "because"],
  ["msgs?", "messages"],
  ["im", "i'm"],
  ["ive", "i've"],
  ["whats", "what's"],
  ["wheres", "where's"],
  ["whos", "who's"],
  ["thats", "that's"],
  ["theres", "there's"],
  ["hows", "how's"],
  ["lets", "let's"],
  ["(do|does|did|is|are|was|were|has|have|had|would|should|could|must)nt", "$1n't"],
  ["cant", "can't"],
  ["wont", "won't"],
  [
    "(today|yesterday|tomorrow|week|month|morning|evening)s(?= (?:digest|summary|news|brief|recap|roundup))",
    "$1's",
  ],
];
const HASTY = SHORT.map(
  ([form, meant]) =>
    [new RegExp(words(form).source.replace(/\(\?!\[0-9/, "(?![.']?[0-9"), "giu"), meant] as const,
);

/** Words of wishes in which a slip is put right. No other everyday word is one slip from any of them. */
const ENGLISH =
  "summary,summaries,digest,digests,roundup,briefing,newsletter,headlines,latest,newest,notify,subscribe,unsubscribe,unfollow,monitor,timeline,timezone,language,settings,schedule,weekday,weekdays,weekend,weekends,morning,evening,yesterday,tomorrow,monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,september,october,november,december,chinese,english,russian,translate,original,related,similar,articles,minutes,everyday,notifications,publisher,publishers,coverage,cancel,resume,deliveries,watching,tracking,please,thanks,anything,something,russia,moscow,beijing,shanghai";
const RUSSIAN =
  "сводка,сводку,сводки,дайджест,рассылка,рассылку,новости,новостей,статьи,статей,найди,найдите,покажи,покажите,открой,откройте,прочитай,отслеживай,отслеживать,следить,подпиши,подпишись,отпиши,отпишись,уведоми,уведомляй,уведомления,уведомлений,присылай,присылайте,отправляй,останови,отключи,выключи,отмени,приостанови,возобнови,перенеси,ежедневно,ежедневную,ежедневная,последние,последних,свежие,похожие,сравни,хронология,динамика,переведи,настройки,часовой,понедельник,понедельника,понедельникам,вторник,четверг,пятница,пятницу,суббота,субботу,воскресенье,сегодня,завтра,неделю,недели,месяц,английском,русском,китайском,пожалуйста,спасибо,помощь";
const KNOWN = new Set([...ENGLISH.split(","), ...RUSSIAN.split(",")]);
const BY_START = grouped([...KNOWN]);

function grouped(all: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of all) groups.set(startOf(word), [...(groups.get(startOf(word)) ?? []), word]);
  return groups;
}

/** A slip is rarely in the first letter, except where two letters sound alike. */
function startOf(word: string): string {
  return (word[0] ?? "").replace("а", "о").replace("и", "е");
}

const SHORTEST = 5;
const LONGEST = 16;
/** Words of a text that are looked at: wishes are short, and a pasted text is not one. */
const MOST_WORDS = 40;

/** The word of a wish that a word was meant to be; undefined when it is right, or too far from all. */
function slipOf(word: string): string | undefined {
  const low = word.toLowerCase().replaceAll("ё", "е");
  if (low.length < SHORTEST || low.length > LONGEST || KNOWN.has(low)) return undefined;
  const near = (BY_START.get(startOf(low)) ?? []).filter((known) => {
    if (known.length < SHORTEST || Math.abs(known.length - low.length) > 1) return false;
    // An ending is no slip: "digested", "следил".
    const end = /\p{Script=Cyrillic}/u.test(low) ? 2 : 1;
    if (known.startsWith(low) || low.startsWith(known) || low.startsWith(known.slice(0, -end))) return false;
    return editsBetween(low, known, 2) === 1;
  });
  return near.length > 0 ? near[0] : undefined;
}

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";
const LAYOUT = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at] ?? letter]));

/** "yjdjcnb" is новости with the wrong keyboard. */
function otherLayout(word: string): string | undefined {
  const other = [...word.toLowerCase()].map((letter) => LAYOUT.get(letter) ?? letter).join("");
  return KNOWN.has(other) ? other : undefined;
}

/** The text as it was meant. */
export function mended(text: string): string {
  const full = HASTY.reduce((now, [hasty, meant]) => now.replace(hasty, meant), text);
  let left = MOST_WORDS;
  return full.replace(/[\p{Script=Latin}\p{Script=Cyrillic}[\];',.`]{5,16}/gu, (word) => {
    left -= 1;
    if (left < 0) return word;
    const [own = "", behind = ""] = [/^[\p{L}']+/u.exec(word)?.[0], /[^\p{L}']*$/u.exec(word)?.[0]];
    if (own.length + behind.length !== word.length) return otherLayout(word) ?? word;
    return otherLayout(word) ?? (slipOf(own) ?? own) + behind;
  });
}
