/** How a question about the world begins. */
import type { WordRow } from "../language/word-rows.ts";

/** What may stand before the question itself. */
export const BEFORE_A_QUESTION: readonly WordRow[] = [
  {
    example: "quick fact-check: who chaired the summit",
    words: "quick (?:fact[- ]?check|q|check)|fact[- ]?check|just checking|to confirm|verify",
  },
  { example: "核实一下,谁主持了会议", words: "核实一?下|查证一?下|确认一?下" },
  {
    example: "проверьте: кто открыл форум",
    words: "факт-?чек|проверка факта|проверь(?:те)?",
  },
  {
    example: "tell me when it began",
    words:
      "and|so|like|but|hey|ok|please|tell me|do you know|does anyone know|any idea|i wonder|remind me|quick question|question|ask|can you tell me|could you tell me",
  },
  {
    example: "подскажите, когда форум",
    words:
      "а|и|ну|подскажи(?:те)?|скажи(?:те)?|интересно|напомни(?:те)?|объясни(?:те)?|уточни(?:те)?|не знаешь|знаешь",
  },
  {
    example: "请问多少人参加",
    words: "请问|问一下|想问|我想问|想知道|我想知道|告诉我|你知道",
  },
];

/** What it begins with. */
export const QUESTION_WORDS: readonly WordRow[] = [
  {
    example: "where is the next summit",
    words: "who's|what's|where's|when's|who|whom|whose|what|when|where|why|how|which",
  },
  {
    example: "did they sign it",
    words: "is|are|was|were|does|do|did|has|have|had|will|would|should|can|could",
  },
  { example: "define connectivity", words: "explain|define" },
  {
    example: "сколько стран участвует",
    words:
      "кто|кого|кому|кем|чей|чья|что|чего|чем|где|куда|откуда|когда|почему|зачем|как(?! только)|какой|какая|какое|какие|каких|каком|какую|каков[аоы]?|сколько|скольким|насколько",
  },
  {
    example: "правда ли это",
    words: "верно ли|правда ли|есть ли|был|была|было|были|является|входит|объясни(?:те)?",
  },
  { example: "为何推迟", words: "什么是|谁|哪|为什么|为何|怎么|如何|多少|几|是否|是不是|解释" },
];
