/** How people say that they want no more of a subject. The words may stand anywhere in what was said. */
import type { WordRow } from "../language/word-rows.ts";

export const NO_MORE_ROWS: readonly WordRow[] = [
  {
    example: "про иран больше не присылай",
    words: "больше не (?:надо|нужн|присыла|шли|пиши|показыва|интерес|отслежива)",
  },
  { example: "не нужно этого больше", words: "не (?:надо|нужно) .{0,12}больше" },
  { example: "хватит про литий", words: "(?:хватит|довольно) (?:про|о|об|уже|с)(?!\\p{L})" },
  { example: "про литий достаточно", words: "^(?:про|по|об?) .{2,40} (?:хватит|довольно|достаточно)" },
  {
    example: "можно больше не следить",
    words: "можно (?:больше )?не (?:следить|отслеживать|присылать|мониторить)",
  },
  {
    example: "伊朗的不用再推了",
    words: "(?:别|不要|不用|不必|不想|甭)再?(?:给我)?(?:收到?|听|推|发|看|盯|跟|报|关注|提醒|通知)",
  },
  { example: "enough with the lithium pings", words: "enough (?:with|of|about)" },
  { example: "no more pings", words: "no more (?:about|on|news|pings|alerts|messages)" },
  {
    example: "i don't need lithium any more",
    words: "(?:don't|do not) (?:need|want|send|post)[^.]{0,40}any ?(?:more|longer)",
  },
  {
    example: "do not follow lithium",
    words: "(?:don't|do not|no longer) (?:follow|watch|track|monitor)",
  },
  {
    example: "drop the lithium watch",
    words: "(?:drop|kill|lose|ditch|scrap) (?:the|that) .{1,40}(?:watch|alert|thing|one)",
  },
];
