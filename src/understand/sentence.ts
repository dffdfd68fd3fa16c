/** A sentence that somebody said, with all that its readers need to know of it. */
import type { Library } from "../articles/library.ts";
import { simplifyHan } from "../language/han.ts";
import { lowered, type TextMatch } from "../language/when/pattern.ts";
import { has as hasMark, marksOf, type SentenceMark } from "./marks.ts";
import { addressesIn, idsIn, placesIn, quotesIn } from "./references.ts";
import { type Slots, slotsIn } from "./slots.ts";
import { mended } from "./typing.ts";

export interface Sentence {
  /** Compatible forms united, one line, without the bot's name, emoji and quoted lines. */
  readonly text: string;
  /** The same in lower case and in simplified characters; each unit stands where it stands in `text`. */
  readonly low: string;
  readonly slots: Slots;
  readonly addresses: ReturnType<typeof addressesIn>;
  readonly ids: ReturnType<typeof idsIn>;
  readonly places: ReturnType<typeof placesIn>;
  readonly quotes: ReturnType<typeof quotesIn>;
  /** Ends with a question mark. */
  readonly question: boolean;
  has(mark: SentenceMark): boolean;
  /** Where the words of that kind stand. */
  spans(mark: SentenceMark): readonly TextMatch<SentenceMark>[];
  /** Whether a word of that kind opens the sentence or a part of it. */
  opens(mark: SentenceMark): boolean;
}

const NAMES =
  /<@[\w!&]{1,40}>|(?<![\p{L}\p{N}])@?sco[- ]?bot(?![\p{L}\p{N}]),?|@sco(?![\p{L}\p{N}]),?|^\/?sco(?=\s)|上合(?:小)?(?:机器人|助手)|(?<!\p{L})(?:шос|ско)[- ]?бот(?!\p{L}),?/giu;
const EMOJI =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u200d|:[a-z0-9_+-]{2,40}:(?=\s|$)/gu;

/** Thinking aloud before the first word. */
const ALOUD = /^(?:(?:h+m+|u+h*m+|u+h+|er+|oh|ah|huh|э+м*|хм+|мм+|嗯+|呃+|额)[\s,.…]+)+(?=\S)/iu;

/** The words of what was said; "" when it was only a name, emoji or a quotation of others. */
export function plainText(said: string): string {
  const own = said
    .toWellFormed()
    .split("\n")
    .filter((line) => !/^\s*(?:>|&gt;)/.test(line))
    .join(" ");
  const plain = own.replace(/№\s?/g, "#").normalize("NFKC").replace(NAMES, " ").replace(EMOJI, " ");
  return mended(plain.replace(/\s+/g, " ").trim())
    .replace(/[\p{Cc}\ufffd]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:.!]+|[\s,;:.]+$/g, "")
    .replace(ALOUD, "")
    .trim();
}

/** @param today the asker's calendar day */
export function readSentence(
  text: string,
  { library, today }: { library: Library; today: string },
): Sentence {
  const low = lowered(simplifyHan(text));
  const quotes = quotesIn(text);
  const slots = unquoted(slotsIn(text, low, { today, publishers: library.publishers }), quotes);
  const starts = clauseStarts(low);
  const known = new Map<SentenceMark, boolean>();
  // A publisher's name and what is quoted say nothing of the wish: 人民日报 is no 日报.
  const plain = masked(low, [
    ...slots.publishers,
    ...slots.leftOut,
    ...quotes,
    ...slots.every,
    ...slots.empty,
  ]);
  const bare = plain.replace(/ {2,}/g, " ").trim();
  return {
    text,
    low,
    slots,
    addresses: addressesIn(text),
    ids: idsIn(text, (id) => library.get(id) !== undefined),
    places: placesIn(low),
    quotes,
    question: /[?]["”»)]?$|吗$/u.test(text),
    has(mark) {
      const before = known.get(mark);
      if (before !== undefined) return before;
      const found = hasMark(bare, mark);
      known.set(mark, found);
      return found;
    },
    spans: (mark) => marksOf(plain, mark).map(([start, end]) => ({ value: mark, start, end })),
    opens: (mark) =>
      marksOf(plain, mark).some(
        ([start, end]) => starts.has(start) || isHan(low[start]) || isAsked(mark, low.slice(start, end)),
      ),
  };
}

/** What is quoted names no day, hour or language, but may name a publisher: “Friday mosque” is no Friday. */
function unquoted(slots: Slots, quotes: readonly TextMatch<string>[]): Slots {
  if (quotes.length === 0) return slots;
  const outside = <T>(found: readonly TextMatch<T>[]): readonly TextMatch<T>[] =>
    found.filter(({ start, end }) => !quotes.some((one) => one.start <= start && end <= one.end));
  const { days, weekdays, times, languages, counts, newest, every, zones } = slots;
  return {
    ...slots,
    ...{ days: outside(days), weekdays: outside(weekdays), times: outside(times) },
    ...{ languages: outside(languages), counts: outside(counts), newest: outside(newest) },
    ...{ every: outside(every), zones: outside(zones) },
  };
}

function masked(low: string, found: readonly { start: number; end: number }[]): string {
  const units = low.split("");
  for (const { start, end } of found) units.fill(" ", start, end);
  return units.join("");
}

const isHan = (character: string | undefined): boolean => /\p{Script=Han}/u.test(character ?? "");

/** In Russian a verb that asks for something may stand anywhere: "сводку перенести", "за темой следи". */
const FREE: ReadonlySet<SentenceMark> = new Set(["watch", "stop", "pause", "resume", "change"]);
function isAsked(mark: SentenceMark, word: string): boolean {
  return (
    FREE.has(mark) &&
    /\p{Script=Cyrillic}(?:[йиь]|[йиь]те|ть|ти)(?:с[яь])?$|(?:на пауз[уе]|перерыв\p{L}?|в курсе|на контроле)$/u.test(
      word,
    )
  );
}

const POLITE =
  /^[\s"'(-]*(?:(?:please|pls|plz|hey|hi|hello|ok|okay|so|well|and|also|just|now|then|but|oh|yes|no|can|could|would|will|you|we|i|i'd|love|be|a|an|the|some|like|want|need|to|let's|kindly|sco|team|guys|someone|somebody|anyone|anybody|every time|everyone|can't|you're|it's|time|пожалуйста|можешь|можете|можно|ты|вы|мне|нам|нас|меня|а|и|ну|вот|так|больше|уже|прошу|просьба|хочу|надо|нужно|бы|не|все|слушай|эй|коллеги|давай|давайте|теперь|больше)(?![\p{L}'-])[\s,]*){0,8}/u;

/** Where the sentence and its parts begin, once polite words are passed over. */
function clauseStarts(low: string): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const part of low.split(/(?<=[,.;:!?。、] |[,.;:!?。、]|- )/u)) {
    starts.add(at + (/^[\s"'(-]*/u.exec(part)?.[0].length ?? 0));
    // Every word of the polite beginning may open it: "please don't", "no need".
    const polite = POLITE.exec(part)?.[0] ?? "";
    for (const { index } of polite.matchAll(/[\p{L}']+/gu)) starts.add(at + index);
    starts.add(at + polite.length);
    at += part.length;
  }
  return starts;
}
