/** Whether a change is only spoken of: supposed, past, asked about or told of others. Who speaks of one does not ask for it. */
import { anywhere, words } from "../language/when/pattern.ts";
import { has, type SentenceMark } from "./marks.ts";
import type { Sentence } from "./sentence.ts";

type Written = readonly [en: string, zh: string, ru: string];
const forms = ([en, zh, ru]: Written): readonly RegExp[] => [words(en), anywhere(zh), words(ru)];

/** "What happens if I stop it", 停掉会怎样, если бы я хотел. What would be nice is a wish all the same. */
const SUPPOSED = forms([
  "(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| might) (?:\\p{L}+ ){0,2}(?:set|stop|turn|cancel|pause|subscribe|change)(?: \\p{L}+){0,5} (?:later|tomorrow|next week|myself|ourselves|soon)|what (?:happens|would happen|will happen|if)|(?<!(?:nice|great|good|glad|happy|lovely|helpful|useful|appreciated?|appreciate it|grateful|love it) )(?:if|suppose|supposing|imagine|assuming|say) (?:i|we|one|someone|somebody) (?:ever |just )?(?:want(?:ed)?|were|had|did|decided?|should|would|stop*|cancel*|turn*|set|watch*|follow*|subscrib*|type*|press*|paus*)",
  "会怎么?样|会如何|会发生什么|有什么后果|(?:如果|要是|假如|万一)(?:我们?|有人|谁)(?:不?想|要)?[^。?]{1,24}(?:怎么|咋|如何|啥|什么)",
  "что (?:будет|случится|произойдет),? если|(?<!(?:хорошо|здорово|отлично|рады?|удобно),? )если бы (?:я|мы|кто-то|мог\\p{L}*|было|были)|если (?:я|мы) \\p{L}{2,14}(?:у|ю|усь|юсь|им|ем|имся|емся)",
]);

/** "Did someone stop it", 谁停的, кто отключил. "Could you" and "is it possible" ask for it. */
const ASKED_ABOUT = forms([
  "^(?:and |but |so |hey,? |ok,? )?(?:who|whose|why(?! don't| not)|(?:when|what|which|where|how) (?:is|are|was|were|do|does|did|can i|could i|should|would|will|has|have|happens)|did|does|was|were|has|have (?:you|we|i|they|the)|do (?:i|we|they)|should (?:i|we|the)|shall (?:i|we)|am i|are we|is (?:it|the|our|my) (?!possible|ok(?:ay)?|alright|any)|would (?:it|that) (?!be))",
  "^谁|谁(?:把|给|停|关|取消|设|退)|该不该|要不要|是不是(?:该|要|已)|为什么|为啥|为何|怎么(?:会|就|没|被|又)|了(?:吗|没有?|么)[?？]?$",
  "^(?:а |и |но |так )?(?:кто|почему|зачем|отчего|разве|неужели|стоит ли|надо ли|нужно ли|не стоит ли|как \\p{L}+ть)",
]);

/** "We stopped it last week", 上周已经停了, мы отключили. */
const PAST = forms([
  "used to|(?:i|we|he|she|they|you|it|someone|somebody|nobody|no one)(?:'ve|'d| have| has| had)? (?:already |just |once |never |also |recently |finally |both ){0,2}(?:stopped|paused|cancell?ed|unsubscribed|unfollowed|ended|dropped|deleted|muted|subscribed|scheduled|turned|switched|followed|watched|tracked|monitored|posted|sent|received|changed|moved|resumed|set)(?= )(?! to )",
  "(?:已经?|昨天|前天|上周|上个?月|刚才?|之前|以前|曾经?|早就)[^,。;]{0,12}(?:停|关|退订|取消|设|订阅|关注|暂停|恢复|撤|删)[^,。;]{0,6}[了过](?!吧)|(?:以前|之前|原来|过去)(?:每[天周日])?.{0,8}(?:有|会|都)",
  "(?<!(?:чтобы|чтоб) .{0,60})(?:отключ|выключ|отмен|отпис|останов|прекрат|приостанов|удал|подпис|настро|поставил|включ|завел|следил|отслеживал|мониторил|присыл|получал|перенес|приход)\\p{L}{0,5}(?:л|ла|ло|ли|лся|лась|лись|лось)(?! бы)",
]);

/** "He told me to unsubscribe", 他让我退订, она просила: somebody else's wish may be meant, or only be told. */
const TOLD = forms([
  "(?:he|she|they|boss|editor|chief|colleagues?|\\p{L}+) (?:said|told|asked|wrote|suggested|thinks|claims|wondered)(?! me what)",
  "(?:他们?|她们?|领导|老板|主任|编辑|同事|有人|客户|[小老]\\p{Script=Han})(?:说|让|叫|问|要求|建议|写)",
  "(?:сказал|велел|просил|попросил|написал|спросил|предложил|говорил|считает|думает)(?:а|и)?",
]);

/** Nothing shall be set up: "don't set up a digest", 不要设, не надо настраивать. */
const NOT_SET_UP = forms([
  "(?:i|we) (?:won't|will not|don't plan to|\\p{L}+ not going to) (?:watch|follow|subscribe|set)|(?:don't|do not|dont|never|no need to|please not) (?:you )?(?:dare |ever )?(?:set|add|create|start|schedule|make|begin|subscribe|turn on|switch on)",
  "不(?:打算|会)(?:设|关注|订阅)|(?:不要|别|不用|不必|勿)(?:再|给我|帮我)?(?:设|建|加|开(?!始发)|订阅|安排|创建)",
  "не (?:буду|будем|собира\\p{L}+) (?:следить|отслеживать|подписываться|настраивать|получать)|не (?:надо |нужно |стоит )?(?:настра~|настро~|созда~|добавл~|заво~|включ~|подпис~|начин~|ставь|ставить)",
]);

/** Said for fun: "just kidding", 开玩笑的, шучу. */
const JOKED = forms([
  "(?:just |only )?(?:kidding|joking)|jk|just a joke",
  "开(?:个|了)?玩笑|说着玩|逗你玩?|闹着玩",
  "шучу|шутим|шутка(?=$|[,.!)])|прикалыва\\p{L}+",
]);

/** Not sure any more. */
const DOUBTS = forms([
  "maybe|perhaps|possibly|not sure|i guess|someday|some day|one day|eventually|thinking (?:of|about)|wondering",
  "可能|也许|或许|大概|不确定|考虑|犹豫|说不定",
  "может(?: быть)?|наверное|возможно|не уверен\\p{L}?|когда-нибудь|думаю|подумыва\\p{L}+",
]);

const CHANGING: readonly SentenceMark[] = ["stop", "pause", "resume", "change", "watch", "send", "set"];

/** Where the last match of any form ends; undefined where none is. */
function endOf(all: readonly RegExp[], low: string): number | undefined {
  const ends = all.flatMap((form) =>
    [...low.matchAll(form)].map(({ 0: found, index }) => index + found.length),
  );
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** "I set it up last week, please stop it": behind what was past comes a wish. */
function wishBehind(low: string, from: number): boolean {
  const [, ...parts] = low
    .slice(from)
    .split(/[,;.!:。，；]\s*|\s-\s|\s(?:so|please|and|then|так что|поэтому|пожалуйста|и)\s/u);
  return parts.some((part) => CHANGING.some((mark) => has(part, mark)));
}

/** Nothing is meant by it. */
export const joked = ({ low }: Pick<Sentence, "low">): boolean => endOf(JOKED, low) !== undefined;

/** Nothing is asked for: a change is supposed, is past, is asked about or is a joke. */
export function onlySpokenOf({ low }: Pick<Sentence, "low">): boolean {
  if (endOf(SUPPOSED, low) !== undefined || joked({ low })) return true;
  return [ASKED_ABOUT, PAST].some((all) => {
    const end = endOf(all, low);
    return end !== undefined && !wishBehind(low, end);
  });
}

/** It may be asked for, or be somebody else's wish, denied or doubtful. */
export function doubtfullyAsked({ low }: Pick<Sentence, "low">): boolean {
  return [TOLD, NOT_SET_UP, DOUBTS].some((all) => endOf(all, low) !== undefined);
}
