/** What people remark without asking for anything: of the bot and its work, to each other, or to leave things as they are. */
import { anywhere, words } from "../language/when/pattern.ts";
import type { Sentence } from "./sentence.ts";
import { dated, words as length, timed } from "./signs.ts";
import type { Mood } from "./small-talk.ts";

type Written = readonly [en: string, zh: string, ru: string];
const any = ([en, zh, ru]: Written): RegExp[] => [words(en), anywhere(zh), words(ru)];
const says = (forms: readonly RegExp[], low: string): boolean => forms.some((form) => low.search(form) >= 0);

const THINGS =
  "digests?|summary|summaries|roundups?|briefings?|alerts?|notifications?|search|results?|answers?|bot|newsletters?|updates?";
/** The bot, or what it sends. */
const OWN = any([
  `you|your|(?:this|these|the|that|today's|another|my|our|such a?|great|nice|best|good) (?:${THINGS})|(?:${THINGS})(?= (?:is|are|was|were|today|i've|helped|saved))`,
  "你|机器人|摘要|推送|提醒|搜索|日报|简报|这期|这份|这条",
  "ты|тебя|тебе|тво(?:й|я|и|е|их|ими|ю)|сво(?:и|ими|их|ей)|бот|сводк*|рассылк*|подборк*|дайджест*|уведомлени*|оповещени*|поиск",
]);
const GOOD = any([
  "great|good|nice|excellent|best|fast|quick|faster|love|like|liked|lovely|wonderful|brilliant|useful|helpful|helped|saved|spot on|impressive|(?:more \\p{L}+|better|smarter) than|well done|perfect|amazing|awesome|solid|neat",
  "不错|很棒|真棒|好用|快多了|及时|准确?|质量(?:很|真|挺)?高|喜欢|厉害|精彩|有用|满意|赞|牛|很好|真好|挺好|太好",
  "отличн*|хорош(?:ая|ий|ее|ие)|прекрасн*|замечательн*|класс*|супер|огонь|топ|полезн*|удобн*|понравил*|нравит*|довол*|помог*|быстр*|спасл?а?|вот это|люблю|молодец|умни*|шикарн*",
]);
const BAD = any([
  "terrible|awful|useless|annoying|worst|slow|hate|flood(?:ing|ed)?|spam(?:ming|med)?|endless|tired of|sick of|fed up|too many|too much|nobody reads|boring|bad|again with|give me a break|sloppy|noisy|wrong again",
  "难用|太慢|有点慢|很慢|烦|受不了|吵|糟|差劲|讨厌|没人看|太多|天天|老是|质量(?:很|真|太)?(?:差|低)|垃圾|没用",
  "надоел*|достал*|замуч*|задолбал*|заколебал*|дурацк*|ужасн*|плох(?:ая|ой|ое|ие|о)|бесполезн*|скучн*|медленн*|опять|сколько можно|ненавижу|бесит|бесят|устал*|тупит|глюч*",
]);
/** Whole sayings of that kind, with no word of whom they are about. */
const PLAINLY = any([
  "wrong (?:channel|chat|thread|window|group)|exactly what (?:i|we|my \\p{L}+) (?:wanted|needed|was looking for|were looking for)|just what (?:i|we) (?:wanted|needed)|made my day|not meant for (?:you|here)|ignore (?:that|this|me)|never ?mind|forget it|(?:no|nah),? leave it|leave it(?: then)?|meant for someone else",
  "发错(?:群|了|地方|人)|正是我(?:想)?要的|正好用上|就是(?:这个|它)了|帮(?:了)?大忙|当我没说|^(?:还是)?算了(?:[吧啊,， ].{0,8})?$|^(?:那就)?(?:不用|不必)(?:了|设了|发了|找了|搜了|麻烦了)$|不是发这(?:里|儿)的|^太(?!空|平|阳|原|仓|湖).{1,6}了(?=[,!。~]|$)",
  "не (?:в тот|в ту|туда) (?:чат|канал|тред|групп*)?|не (?:сюда|туда|вам|тебе)(?=$|[,.!])|(?:ровно|именно|как раз) то,? что (?:я |мы )?(?:искал*|хотел*|нужно|надо)|ошибся (?:чатом|каналом)|проехали|забей(?:те)?|передумал[аи]?|(?:ладно,? )?не надо уже|уже не надо",
]);
/** Somebody wants something: then it is no remark alone. */
const WISH = any([
  "please|pls|can|could|would|will|give(?! me a break)|send|find|show|get|make|tell|open|read|need|i want|i'd|search for|look for|stop|pause|cancel|set|about",
  "请|帮(?!了?大忙)|给我|给我们|发一|来一|找|搜(?!索)|查|看看|想|停|取消|别|不要|关(?:掉|闭|于)|每天(?=.{0,4}点)",
  "пожалуйста|покаж~|найд~|да~|пришл~|присыл~|сдела~|скаж~|хочу|нужн*|отключ~|останов~|убер~|хватит|не надо|поищ~",
]);

/** The mood of a remark on the bot and its work; undefined when it asks for anything. */
export function remark(sentence: Sentence): Mood | undefined {
  const { low, question } = sentence;
  if (question || timed(sentence) || length(low) > 16) return undefined;
  if (says(WISH, low)) return undefined;
  if (
    /(?:digest|summary|roundup) (?:of|for|on)(?!\p{L})|(?:сводк|подборк|дайджест)\p{L}{0,8} (?:за|по|о|об|про)(?!\p{L})/u.test(
      low,
    )
  )
    return undefined;
  if (says(PLAINLY, low)) return "praise";
  if (dated(sentence) && /昨|вчера|yesterday/u.test(low)) return undefined;
  if (!says(OWN, low)) return undefined;
  return says(BAD, low) ? "abuse" : says(GOOD, low) ? "praise" : undefined;
}

const SUMMARIES: Written = [
  "digests?|summary|summaries|roundups?|briefs?|briefings?|newsletters?|reviews?",
  "摘要|简报|日报|早报|晚报|周报|综述|汇总",
  "сводк*|сводок|дайджест*|обзор*|рассылк*|подборк*",
];
/** Something is said of a summary: that it is, came or was late. */
const OF_SUMMARY = any([
  `(?:${SUMMARIES[0]})(?: of last week| of yesterday| today| yesterday)? (?:is|was|are|were|has|had|came|comes|looks?|seems?|should|again|on hold|keeps?|always)`,
  `(?:${SUMMARIES[1]})(?:怎么|又|还|总|老|都|真|很|太|挺|好|来了|有(?:错|误|问题))`,
  `(?:${SUMMARIES[2]})(?: \\p{L}{2,10}){0,2} \\p{L}{2,12}(?:л|ла|ло|ли|лся|лась|лись)|(?:${SUMMARIES[2]}) (?:\\p{L}+ )?(?:никак*|слишком|очень|как(?:ая|ой)-то)`,
]);
/** It is denied, or words of stopping stand beside it. */
const DENIED_SUMMARY = any([
  `(?:no|not|without|don't|doesn't|stop|never|nobody|no one)[^,.;]{0,24} (?:${SUMMARIES[0]})|(?:${SUMMARIES[0]})[^,.;]{0,24} (?:not|never|no longer|off|stop|isn't|wasn't|doesn't|didn't)`,
  `(?:不(?!错|同)|别(?!的)|没(?!有?[?？吗])|勿|停)[^,，。;；]{0,8}(?:${SUMMARIES[1]})|(?:${SUMMARIES[1]})[^,，。;；]{0,6}(?:不(?!错|同)|别(?!的)|没(?!有?[?？吗])|停|取消)`,
  `(?:не|нет|без|никто|хватит|довольно)(?!\\p{L})[^,.;]{0,24} (?:${SUMMARIES[2]})|(?:${SUMMARIES[2]})[^,.;]{0,24} (?:не|нет|стоп|хватит|никто|никому|отмена)`,
]);

/** A summary is spoken of, not asked for: it is praised, blamed or denied. */
export function grumbles(sentence: Sentence): boolean {
  const { low } = sentence;
  if (sentence.has("once")) return false;
  if (says(DENIED_SUMMARY, low)) return true;
  if (sentence.question || says(WISH, low)) return false;
  return says(OF_SUMMARY, low) || (says(OWN, low) && (says(BAD, low) || says(GOOD, low)));
}

/** A name before "can you", which is no word that only opens a sentence. */
const NAMED =
  /^(?!SCO|Please|Hey|Hi|Hello|Ok|Okay|Sorry|Thanks|Yes|No|Actually|Now|So|Also|Bot|And|But|Well|Then)\p{Lu}\p{Ll}{1,14}, (?:can|could|would|will) you(?!\p{L})/u;

/** Somebody else is spoken to: "@Anna could you …", @小李 …, "Anna, can you …". @param said without the bot's own mention */
export function toOthers(said: string): boolean {
  const text = said.trim();
  return NAMED.test(text) || /^@(?!sco(?![\p{L}\p{N}])|sco[- ]?bot)[\p{L}\p{N}_.-]{1,40}[\s,:]/iu.test(text);
}

/** "I never asked for a digest", 我没让你取消, я не просил: no wish, though it names one. */
const DENIED = [
  words(
    "^(?:but |no,? |hey,? )?(?:i|we|nobody|no one|none of us)(?: here)? (?:never|didn't|did not|haven't|have not) (?:once |actually |even )?(?:ask|asked|tell|told|want|wanted|say|said|order|ordered|request|requested|subscribe|subscribed|sign up|signed up|mean|agree|set)(?!\\p{L})|^(?:asked|told|wanted|ordered) (?:for )?this",
  ),
  anywhere(
    "^(?:可|但|但是|喂)?(?:我们?|谁也|没人)(?:可|又|都|从来?|压根|根本|并)?没有?(?:让|叫|要|说|想|订|设|请|同意|申请)(?!.{0,6}(?:吗|没有?)$)",
  ),
  words(
    "^(?:но |а |эй,? )?(?:я|мы|никто)(?: \\p{L}+){0,3} не (?:прос\\p{L}*|заказ\\p{L}*|говорил\\p{L}*|хотел\\p{L}*|настраивал\\p{L}*|подписывал\\p{L}*|соглашал\\p{L}*|включал\\p{L}*)|^(?:но |а )?(?:я )?не (?:просил|заказывал|говорил|подписывал)\\p{L}*",
  ),
];

/** It says that something was not asked for; in a follow-up "I didn't mean that" corrects instead. */
export function denies({ low, question, has }: Sentence): boolean {
  return (
    !question &&
    says(DENIED, low) &&
    (["summary", "alert", "stop", "watch", "follows"] as const).some((mark) => has(mark))
  );
}

/** "Hold on", 先别动, подожди: nothing shall be done yet. */
const WAITING =
  /^(?:(?:please|ok|no|пожалуйста),? )?(?:wait|hold on|hang on|one (?:moment|sec\p{L}*)|not yet|等等|等一下|稍等|先别(?:动|设|发|急)|别急|подожди|подождите|погоди|минутку|постой|не спеши|не торопись|стой)(?![\p{Script=Latin}\p{Script=Cyrillic}])|(?:don't|do not) .{0,30} yet[.!]*$|^(?:no|nope|nah|нет|неа|不|不用|不要|no,? thanks|no thank you|нет,? спасибо|不用了?,? ?谢谢)[.!。]*$/u;
const ENDING = [
  words(
    "(?:don't|do not|dont|nobody|no one|don't anyone|never|must not|mustn't|should not|shouldn't|no need to|please not) (?:you )?(?:ever |dare |just )?(?:to )?(?:stop|cancel|pause|end|drop|kill|remove|disable|turn off|switch off|quit|unsubscribe|unfollow|delete|suspend|mute|cut|halt)",
  ),
  anywhere(
    "(?:别|不要|不用|不能|不许|不准|不可以?|请勿|勿)(?:再|给我|把.{1,8})?(?:停(?!止?推送?$)|取消|关掉|关闭|关(?=$|了|[,。!])|撤|退订|删|暂停|终止)",
  ),
  words(
    "(?:не|никогда не|ни в коем случае не) (?:надо |нужно |стоит |вздумай |смей |смейте )?(?:останов~|останавлив~|отключ~|выключ~|прекращ~|прекрат~|отмен~|убир~|убер~|удал~|отпис~|приостан~|приостанавлив~|снима~|сворачив~|перестав~|став~ на паузу)|(?:останов~|останавлив~|отключ~|выключ~|прекращ~|отмен~|убир~|удал~) (?:\\p{L}+ )?(?:не надо|не нужно|не стоит)",
  ),
];

/** It says not to stop something: then all stays as it is. */
export function staysAsItIs({ low }: Sentence): boolean {
  if (WAITING.test(low) && length(low) <= 9 && !/mean|имел|说的是/u.test(low)) return true;
  return says(ENDING, low) && !/^(?:why|почему|为什么)/u.test(low) && length(low) <= 16;
}
