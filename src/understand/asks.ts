/** Whether a sentence is a question about the world. */
import { either } from "../language/word-rows.ts";
import { BEFORE_A_QUESTION, QUESTION_WORDS } from "./question-rows.ts";
import type { Sentence } from "./sentence.ts";

/** Words that open a question about the world. */
const QUESTION = new RegExp(
  `^(?:(?:${either(BEFORE_A_QUESTION)})[,:]? ?){0,3}(?:${either(QUESTION_WORDS)})(?![\\p{Script=Latin}\\p{Script=Cyrillic}'])`,
  "u",
);
const ASKS =
  /多少|什么|谁(?!来|去)|哪[里儿个些国家位年天届座]|啥时|几时|多久|多大|几成|几[个名次天年位月号点届支]|在哪|是啥|[了讲说讨论]啥|啥$|为什么|为何|为啥|怎么(?!没)|咋|如何|是否|何时|何地|吗$|呢$|是不是|有没有.{2,60}过|来着$|(?:加入|去|来|签|通过|批准|生效|开|到|完)了?没有?$|(?:или нет|or not)[?]?$|(?:do|does) (?:we|anyone|anybody|you) know (?:when|where|who|how|what|why|if|whether)|(?<!\p{L})(?:точно|правда|действительно|неужели|разве) \p{L}+(?:л|ла|ло|ли)(?:с[ья])?(?!\p{L})|(?:^|[,.:;!—-] ?)(?:сколько|кто|где|когда|почему|какой|какая|какие|каков|зачем|how many|how much|what|who|when|where|why|which)(?!\p{L})/u;

/** A question inside a request: "please check how many", "tell us when the forum was", 告诉我主题是啥. */
export const INSIDE =
  /(?:check|tell (?:me|us)|know|wondering|wonder|curious|find out|remind me|say|explain|интересно|узнать|знать|(?:скажи|уточни|напомни|проверь|подсчитай)\p{L}{0,3})[^.;!?]{0,24}? (?:how|why|when|where|which|who|whom|what|whether|сколько|почему|когда|где|кто|что|как\p{L}{1,3}|о чем|зачем)(?!\p{L})|^(?:о|об|в|во|на|с|у|для|за|из|к|от|по|при) (?:чем|чём|как(?:ом|ой|их|им|ую|ие|ого)|кем|ком|кого|чего|скольк\p{L}+)(?!\p{L})|(?:tell|give) (?:me|us) the (?:theme|number|date|name|figure|total|reason|exact|share)/u;

/** "What was published on …", что публиковали о …: it looks for articles, though it asks. */
export const PUBLISHED =
  /what(?:'s| is) (?:out there|there|available)(?= (?:on|about))|what's been (?:written|published|said|reported)|what (?:was|has been|is being|were|have (?:they|you|people)) (?:published|written|reported|put out)|what (?:do|did|does) .{1,30}(?:write|wrote|publish|report|run) (?:on|about)|что (?:публиковал|писал|сообщал|выходило)\p{L}*/u;

/** Whether a sentence asks about the world. */
export function asks({ low, question }: Pick<Sentence, "low" | "question">): boolean {
  return QUESTION.test(low) || ASKS.test(low) || INSIDE.test(low) || question;
}
/** Whether it opens with a question word. */
export const firmQuestion = ({ low }: Sentence): boolean =>
  /^(?:do (?:we|you|they|i) know|who|whom|whose|what|when|where|why|how|which|is|are|was|were|does|did|has|have|кто|что|где|когда|почему|зачем|как(?! только)|какой|какая|какие|сколько|谁|哪|什么|为什么|为何|怎么|如何|多少)(?![\p{Script=Latin}\p{Script=Cyrillic}'])/u.test(
    low,
  );
