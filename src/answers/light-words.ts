/** Words that any question has and few answers repeat. Add one in its row. */

/** A row: the words of a language in lower case, apart by spaces, and one word that the row is for. */
interface LightRow {
  readonly example: string;
  /** Words as they stand. */
  readonly words?: string;
  /** Beginnings of words, and how a word goes on from them. */
  readonly stems?: string;
  readonly rest?: string;
}

/** English, Chinese, and Russian by the beginnings of words. */
export const LIGHT_ROWS: readonly LightRow[] = [
  {
    example: "exactly",
    words:
      "now current currently total take took part kind sort type thing use used get got give gave given make made go went come came put want new old first last long many much big small large exactly actually recently latest main according people person name named called number amount become became begin began end ended say said tell told speak spoke country countries city year month day time what one two post position whole state own set",
  },
  { example: "attended", stems: "attend happen start plan intend expect announce need", rest: "\\w*" },
  {
    example: "目前",
    words:
      "现在 目前 最近 一共 总共 具体 主要 正在 已经 进行 参加 出席 人们 什么 如何 成为 开始 结束 原来 究竟 到底 这次 此次 本次 哪些 方面 情况 事情 问题 东西 打算 准备 负责 表示 介绍 认为 提到 给出 做出 当时 以前 之后 为止 期间 其中 关于 对于 应当 需要 可以 能够 来自 属于 叫做 名字 多少 这家 这个 那个 该",
  },
  {
    example: "сейчас",
    stems:
      "сейчас тепер нынешн текущ всег обще част приня прини участв друг так име есть стал стат стан нача начн законч сказа говор заяв рассказ сообщ назва называ люд человек стран город год месяц ден врем раз нов перв последн больш мал главн котор эт свой свое свою при вид тип род дел должност занима",
    rest: "\\p{L}{0,4}",
  },
];

const listed = (words = ""): readonly string[] => words.split(" ").filter(Boolean);
const WORDS = new Set(LIGHT_ROWS.flatMap(({ words }) => listed(words)));
const STEMS = new RegExp(
  LIGHT_ROWS.filter(({ stems }) => stems)
    .map(({ stems, rest }) => `^(?:${listed(stems).join("|")})${rest}$`)
    .join("|"),
  "u",
);

/** Whether the word says little, in whatever case it is written. */
export function isLight(written: string): boolean {
  const low = written.toLowerCase();
  return WORDS.has(low) || STEMS.test(low);
}
