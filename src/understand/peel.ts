/** Takes away what stands around a subject: verbs of asking, polite words, "articles about", 的新闻. Only at the edges. */
import { WITHIN, withEndings } from "../language/when/pattern.ts";
import { ABC_FILLERS, HAN_FILLERS, HAN_TAILS } from "./fillers.ts";

/** What kind of words may open a sentence without being its subject; each wish takes some of them away. */
export type Opener = (typeof OPENERS)[number][0];

const NEWS_EN =
  "articles?|news|stories|story|reports?|pieces?|items?|headlines?|coverage|materials?|texts?|posts?|publications?|info(?:rmation)?|stuff|things?|updates?";
const SUMMARY_EN =
  "digests?|summary|summaries|briefings?|briefs?|roundups?|round-ups?|recaps?|newsletters?|bulletins?|overview|wrap[- ]?ups?|write-?ups?|highlights|schedules?|scheduled (?:posts?|messages?)";

export const OPENERS = [
  [
    "polite",
    "abc",
    "please|pls|plz|kindly|hey|hi|hello|ok|okay|so|well|and|also|just|now|then|but|oh|um+|yes|yeah|right|btw|actually|maybe|sco-bot|guys|team|folks|quick question|question|(?:can|could|would|will) (?:you|u|ya)(?: please| guys)?|(?:can|could|may) (?:i|we)|i'd (?:like|love)(?: to| you to)?|i would (?:like|love)(?: you)?(?: to)?|(?:i|we) (?:just )?(?:want|need|wish|wanna)(?: you)?(?: to)?|i'm|i am|we're|we are|we'd like(?: to)?|let me|let us|let's|help (?:me|us)|me|us|for (?:me|us)|to (?:me|us)|a bit|remind|help me",
  ],
  [
    "polite",
    "abc",
    "пожалуйста|плиз|плз|будь* добр*|прошу|просьба|а|и|ну|вот|так|эй|слушай|бот|привет|да|нет|еще|или|но|то|тогда|теперь|коллеги|(?:ты |вы )?(?:можешь|можете|мог бы|могли бы|не мог бы|не могли бы)(?: ли)?|можно(?: ли)?|помоги*|мне|нам|меня|нас|я|мы|хочу|хотим|хотел* бы|хотелось бы|надо|нужно|нужна|нужны|нужен|давай*|дай|дайте",
  ],
  [
    "polite",
    "han",
    "请问|请|麻烦(?:你|您)?|劳驾|拜托|帮(?:忙|我们|我|一?下)|给(?:我们|我|大家|本频道|群里)|替(?:我们|我)|我们(?:要|想)?|我(?:想要?|要|需要)?|想(?!法|象)|能不能|可不可以|可以|谢谢|那么|那(?=[2第\\d])",
  ],
  [
    "find",
    "abc",
    `search results|results|search|find|look(?:ing)?|look up|dig (?:up|out)|pull(?: up)?|show|give|gimme|get|fetch|bring|list|see|view|is there|are there|do (?:we|you) have|have you(?: got)?|got|there is|there's|for|up|some|any|anything|something|everything|every|all|what|whatever|the|a|an`,
  ],
  [
    "find",
    "abc",
    "покажи*|найди*|найти|поищи*|ищи*|ищу|поиск|искать|подбери*|собери*|отыщи*|разыщи*|посмотри*|посмотреть|глянь|выведи*|расскажи*|есть(?: ли)?|что(?:-нибудь|-то)?|все|всё|всех|какие|пришли*",
  ],
  [
    "find",
    "han",
    "搜索?一?下?|搜搜|查找|查查|查一?下?(?!处|获|明|封|验)|查询|检索|寻找|找找|找一?下?|看看|看一?下(?!降|跌|滑)|看(?!法|点|守|台|好|待)|有没有|有(?!色|机|效|限|轨|害|毒|关)|来(?:一?份|一?个|一?篇|点|几[篇条])|一些|一下|所有|全部|的",
  ],
  [
    "wrote",
    "abc",
    "(?:what )?(?:has |have |had |did |does )?(?:wrote|written|writes?|said|says?|published|publishes|reported|reports|covered|mentioned)|that|which|who|use|uses|using|mention|mentions|mentioning|contain|contains|containing|cite|citing|refer to|with the (?:words?|phrase|term)|пишут|писал*|писала|пишет|написал*|сообщал*|сообщает|вышло|выходило|публиковал*|было|упомина*",
  ],
  [
    "wrote",
    "han",
    "(?:怎么|如何)(?:报道?|写|说|看待?)|写[过了]?的?|谈到?过?|谈的?|说(?:过|了)?的?(?!法|明)|发的|发布的?|报道的?|刊登的?|今年|关于",
  ],
  [
    "news",
    "abc",
    `(?:(?:the|any|some|all|latest|newest|recent|most recent|fresh|new|main|top|big|important|interesting) ){0,4}(?:${NEWS_EN})|backgrounder|background`,
  ],
  [
    "news",
    "abc",
    "(?:(?:все|новые|свежие|последние|главные|важные|самые|новая|новую) ){0,4}(?:новост*|стать(?:и|ей|ю|я|ям)|материал*|публикаци*|сообщени*|заголовк*|заметк*|информаци*|событи*)|для досье|досье|справк[ау]",
  ],
  [
    "news",
    "han",
    "(?:最新|新|最近|近期|相关)?的?(?:新闻|消息|文章|报道|资料)(?=关于|有关|的|里|中)|最新的?|最近的?|近期的?|有关(?!部门|方面)|关于",
  ],
  [
    "send",
    "abc",
    "send|post|publish|deliver|share|put|drop|tell|inform|schedule|set up|set|create|make|start|add|arrange|want|need|email|dm|receive|get|give|have|every|each|only|just|that|this|it|here|channel|the channel|this channel|the team|everyone|everybody|like that|like this|keep|to|in|at|on|from|with|also|always|instead|be|should|now|from now on|the|a|an|our|my|your",
  ],
  [
    "send",
    "abc",
    "присылай*|присылать|пришли*|шли|шлите|отправляй*|отправь*|отправлять|кидай*|кинь*|скинь*|скидывай*|публикуй*|публиковать|пости|выкладывай*|делай*|сделай*|настрой*|поставь*|включи*|запусти*|добавь*|создай*|оформи*|получать|рассылай*|сюда|здесь|тут|канал|в канал|в этот канал|в этом канале|этот|эту|это|только|лишь|чтобы|пусть|просит|приход*|пост|посты|сообщени[ея]|пресс-служба|каждую|каждое|новую|свежую|нашу|наш|мою",
  ],
  [
    "send",
    "han",
    "给(?:处里|组里|同事|部门|领导|团队|组员)(?:们)?|定(?:个|一个|期|时)(?!位|居|价|义)|设(?:个|一个|置|成)(?!计|施|备)|做(?:一?份|个)|出(?:一?份|个)|发(?!展|布|电|行|改|射|起|言|现|动|达|生|票|烧|挥|明)(?:一?份|一?个|一?条|一?下|一?次|给)?|早上|早晨|上午|中午|下午|晚上|傍晚|一早|推送|推(?!动|进|广|出|土|行|迟|荐)|播报|每(?:天|日)?的?|以后|今后|定时|只(?:看|要|发|推)?|仅|都|再|主题是?|主题|话题是?|话题|内容是?|领域是?|一份|一个|这个|那个|把|将(?!军|领|来)|写周报用?|在(?:这里|这儿|本频道|这个频道|群里|本群)|在(?!线|野|建)|本频道|这里|这儿|的",
  ],
  [
    "summary",
    "abc",
    `(?:(?:the|a|an|daily|weekly|morning|evening|monthly|regular|short|quick|brief|our|my|this|that|of|on|in|for) ){0,4}(?:${SUMMARY_EN}|daily|dailies)|catch (?:me |us )?up|sum up|summari[sz]e|in (?:short|brief)|(?:what )?(?:was|is|were|are|has been) in the news|what(?:'s|s| is| has| was)?(?: been)? (?:happened|happening|going on|new)|(?:what )?(?:has )?changed|did (?:i|we) miss|(?:we |i )?missed|weekly|daily|morning|evening|monthly|what's (?:new|happening|going on)|main (?:points|things)|the news|in the news|bring me up to (?:speed|date)|fill me in`,
  ],
  [
    "summary",
    "abc",
    "(?:(?:ежедневн*|еженедельн*|утренн*|вечерн*|кратк*|свеж*|нов*|дневн*|пятничн*) ){0,4}(?:сводк*|дайджест*|рассылк*|обзор*|итоги?|итогов|подборк*|выпуск*)|коротко|кратко|вкратце|главное|главные|важное|подведи*|(?:что )?(?:произошло|происходило|происходит|случилось|нового|было|слышно|пропустил*)|ежедневн*|еженедельн*|утренн*|вечерн*|дневн*",
  ],
  [
    "summary",
    "han",
    "(?:(?:今天|昨天|每日|每天|每周|定时|一份|份)的?)?(?:摘要|简报|综述|汇总|早报|晚报|日报|周报|要闻|速览|回顾|盘点|概要|概览|小结|快报)|总结一?下?|概括一?下?|梳理一?下?|(?:都)?有(?:什么|哪些|啥)(?:(?:重要|重大|大)?(?:大事|要事|新鲜事|动静|新闻|消息|事))?|大事|要事|发生了?(?:什么|哪些|啥)|(?:新闻|消息)(?=,|$)",
  ],
  [
    "watch",
    "abc",
    `watch|watching|monitor|monitoring|track|tracking|follow|following|subscribe(?: to)?|keep (?:an eye|tabs|me posted|us posted|me updated|us updated|me informed|us informed|an eye out)|alert|alerts?|alerting|notify|notifying|notifications?|an alert|ping|pinging|warn|message|dm|remind|reminding|tell|telling|flag|(?:let|have) (?:\\p{L}+ ){1,3}know(?: here)?|heads[- ]?up|(?:set|add|create|make|start)(?: up)?|flag|be|told|hear|notified|alerted|new|subscription|love|watches|a watch|us|me|this channel|the channel|here|everyone|the team|out`,
  ],
  [
    "watch",
    "abc",
    "след~|послед~|прослед~|уведом~|уведомл~|оповещ~|оповест~|извещ~|извест~|сообщ~|наблюд~|монитор~|при упоминании|следи*|следить|последи*|проследи*|отслеживай*|отслеживать|мониторь*|мониторить|наблюдай*|понаблюдай*|подпиши*|подписаться|уведоми*|уведомляй*|уведомлять|оповещай*|оповести*|извести*|сообщи*|сообщай*|предупреди*|предупреждай*|напиши*|пиши*|пингани*|пингуй*|маякни*|дай* знать|(?:поставь|создай|добавь|заведи|настрой|сделай)(?:те)?|алерт*|нов(?:ая|ую)|отмечай*|мониторинг|на|держи*(?: меня| нас)? (?:в курсе|на контроле)|уведомлени*|оповещени*|подписк*|слежени*|отслеживани*|скажи*",
  ],
  [
    "watch",
    "han",
    "(?:加|设|建|开)(?:个|一个)|新增|盯紧|想?第一时间(?:知道|了解)?|每次(?:提到|说到)?|关注一?下?|盯一?下|盯着|盯住|盯|留意一?下?|跟踪一?下?|追踪一?下?|跟进一?下?|监测|监控|订阅|提醒(?:我们|我|大家)?|通知(?:我们|我|大家)?|告诉(?:我们|我)?|喊我|叫我|对(?=.{1,12}的?(?:关注|提醒|跟踪|追踪|监测|监控|订阅|推送))|把",
  ],
  [
    "when",
    "abc",
    "when(?:ever)?|if|as soon as|every time|once|each time|anything|something|everything|any|some|every|each|all|that|this|it|its|new|more|else|comes?(?: up| out| in)?|happens?|appears?|breaks?|there's|there is|there are|is|are|was|writes?|says?|publishes|mentions?|reports?|covers?|about|happens with",
  ],
  [
    "when",
    "abc",
    "если|когда|как только|появится|появятся|появляется|что-нибудь|что-то|будет|будут|выйдет|выйдут|выходит|что(?:-либо)?|все|всех|всякий раз|любые|любой|каждый раз|напишет|напишут|пишет|пишут|сообщит|сообщает|упомян*|упомина*|опублику*|новое|новые|новых|нового",
  ],
  [
    "when",
    "han",
    "以后|今后|从今|一旦|如果|要是|只要|凡是|但凡|每当|每次|每逢|有(?=关于|新的?|最新)|有(?!色|机|效|限|轨|害|毒)|一有|一写到?|一提到?|一报道?|写到?|提到|说到|谈到?|出现|涉及|发布|再|还|新的",
  ],
  [
    "stop",
    "abc",
    "(?:we |i )?(?:don't|do not|dont) (?:need|want)|enough (?:with|of)|sick of|tired of|done with|take a break(?: (?:with|from))?|put|give it a rest|limit|restrict|narrow(?: down)?|notify|stop|cancel|end|quit|turn off|switch off|disable|remove|unsubscribe(?: from)?|unfollow|unwatch|drop|kill|delete|don't|do not|dont|never|no longer|no more|i don't want|pause|suspend|hold|no|resume|skip|mute|change|move|switch|shift|reschedule|to|get rid of",
  ],
  [
    "stop",
    "abc",
    "(?:сделай|возьми)(?:те)? перерыв|перерыв|со|ограничь*|сузь|останов~|прекращ~|отключ~|выключ~|отмен~|убер~|убра~|сним~|снят~|приостан~|перенес~|извещ~|уведомл~|сообщ~|останови*|остановить|прекрати*|прекратить|отмени*|отменить|отключи*|отключить|выключи*|выключить|убери*|убрать|удали*|хватит|отпиши*|отписаться|отписать|перестань*|больше|не|сними*|приостанови*|придержи*|заглуши*|возобнови*|перенеси*|измени*|поменяй*|смени*|верни*|нас|меня|уведомляй*|писать|пиши*|без",
  ],
  [
    "stop",
    "han",
    "不想(?:再)?(?:收到?|看到?|听到?)?|不需要|用不着|取消(?:对)?|停止(?:对)?|停掉|停(?!火|战|产|工|电|摆|留)|关掉|别再|不要再|不用再|不再|别|不要|不用|暂停|恢复|撤掉|撤销|退订|删掉",
  ],
  [
    "read",
    "abc",
    "open|read|display|show|pull up|bring up|view|see|load|(?:the )?(?:full|whole|entire|complete) (?:text|article|story|interview|piece)|(?:article|story|piece|interview|text|report)|titled|called|original link|link|url|who else|anyone else|did (?:anyone|anybody) else|related|similar|more like|to|of|for",
  ],
  [
    "read",
    "abc",
    "открой*|открыть|прочитай*|прочти*|прочесть|прочитать|читать|почитать|статью|статья|материал|текст|целиком|полностью|полный текст|весь текст|ссылк*|оригинал|на|похож*|кто еще",
  ],
  ["read", "han", "打开|阅读|读一?下?(?!者|书)|念一?下?|点开|看一?下?|看看|看|文章|全文|原文|链接|与|和|跟"],
] as const;

/** After one of these comes the subject itself. */
const ABOUT =
  "about|on|regarding|concerning|mentioning|mentions|covering|related to|relating to|re|topic|subject|theme|с темой|о|об|обо|про|по|за|на тему|по теме|касательно|насчет|относительно|тема|темой|темы|теме|тематика";
/** Prepositions that mean nothing once what they belonged to is taken away. */
const LEFT_OVER = "of|for|from|in|at|to|with|by|between|during|over|since|until|от|с|со|из|у|на|в|во|к|до";
const DETERMINERS =
  "the|a|an|any|all|each|every|anything|everything|something|some|news|(?:new|every|each) (?:stor(?:y|ies)|articles?|pieces?|reports?)|stor(?:y|ies)(?= mentioning| about)|тем[ауеыо]й?|все|новост*|события*";

/** What stands behind a subject. */
export const CLOSING = {
  abc: [
    "please|pls|plz|thanks|thank you|thx|cheers|ok|okay|for (?:me|us|the team|everyone)|to (?:me|us|the team|everyone|this channel|the channel)|(?:in |to |into )?(?:here|this channel|the channel|this chat)|now|right now|asap|quickly|if (?:possible|you can|any)|only|too|as well|instead|any ?more|any longer|again|also|at all|mate|would you|will you|could you",
    "pings?|(?:on )?(?:hold|pause)|off|(?:(?:in )?here )?(?:as|once|when|whenever) (?:soon as )?(?:they|it|something|anything) (?:come|comes|appear|appears|are|is|drop|drops|arrive|arrives|get|gets|go|goes|show|shows)(?: (?:out|in|up|published|posted))?|shows? up|turns? up|pops? up|comes? along|comes? (?:up|out|in)|appears?|happens?|breaks|changes|(?:is|are|gets?) mentioned|(?:is|are) (?:published|out|over|done)|pops up|in the news|happening|going on|wrote|published|written|reported|(?:on|about|of|for|in|to|from|at|with|and|or|by|is|are|the|a|it|me|us)",
    "(?:надо |нужно )?(?:след~|отслежив~|извещ~|уведомл~|сообщ~|выключ~|отключ~|останов~|приостан~|держ~ в курсе)|(?:сним~|снять) (?:с )?(?:наблюдени*|контрол*)|следи*|последи*|проследи*|отслеживай*|мониторь*|подпиши*|(?:on |about )?(?:something|anything)|что-нибудь|stuff|articles?|(?<!fake )news|(?<!success |love |cover )stor(?:y|ies)|coverage|pieces?|items?|updates?|alerts?|notifications?|watch(?:es)?|digests?|summary|summaries|briefings?|roundups?|round-ups?|recaps?|newsletters?|topics?|things?|related",
    "(?:на|под) контрол[ьеи]|на пауз[уе]|(?:когда|как только|по мере|едва|если) (?:они |оно |что-то |что-нибудь |что )?(?:появ*|выйд*|выход*|поступ*|опубликуют|будет|будут|есть)(?: что-то| что| новое| новые)?|(?:больше|уже|можно) (?:больше )?не(?: \\p{L}{2,14})?|(?:задолбал*|достал*|надоел*|замучил*)|пожалуйста|плиз|спасибо|мне|нам|сюда|здесь|тут|(?:в )?(?:этот |этом |наш |нашем )?(?:канал|канале|чат|чате)|больше|коротко|кратко|вкратце|только|сразу|тоже|также|еще|теперь|уже|хватит|достаточно|не надо|надо|нужно|нужны|есть|что-нибудь|это|и все|а|и|но|о|об|про|по|за|в|на|с|у|от|из|к",
    "(?:то )?(?:напиши|сообщи|скажи|пиши|уведоми|маякни|кидай|кинь|пришли|присылай|шли|пингани|предупреди|оповести|дай(?:те)? знать|дай мне знать|дай нам знать)(?:те)?(?: (?:мне|нам|сюда|об этом))?|сводк*|дайджест*|рассылк*|новост*|стать(?:и|ей|ю|я|ям)|материал*|публикаци*|уведомлени*|тематик*|тем[аыуе]|повестк*|снова|обратно|больше не нуж*|не нуж*|не нужн*",
  ],
  han: "[@]我(?:一下)?|有(?:什么|哪些|啥)(?:重要|重大|大)新闻|(?:那|这)[份条期]|(?:那个|这个|那边)?(?:就|都|也)?(?:可以)?(?:别|不用|不要|不必|不需要|甭|不想)再?(?:给我们?)?(?:盯|跟踪|追踪|跟进|跟|关注|提醒|通知|推送?|发|看|管|报|说)(?:着|了|啦|我们?)*|关(?:了|掉|闭)|撤(?:了|掉)|停(?:了|掉)|退(?:了|掉)|删(?:了|掉)|(?:先|暂时|暂)(?:停|不发|别发|歇)(?:到|至|一下|掉)?|(?:先)?停(?:到|至|一下)|的?新?(?:文章|报道|消息)?有一[篇条个]就?(?:推|发|转)一[篇条个]|(?:有|一有)(?:新)?(?:消息|新闻|动静|报道)?(?:了)?(?:就)?$|可以(?:关|停|撤|取消)(?:了|掉)?|(?:主题)?不变|提前到?|推迟到?|调到|不需要了?|一(?:有|提到?|出现|写到?|发布)|发生了?(?:什么|哪些|啥)(?:事)?|(?:都)?有(?:什么|哪些|啥)(?:重要|重大|大)?(?:大事|新闻|消息|进展|动静|事)?|错过了?(?:什么|哪些|啥)|跳过|换成|改成|改到|暂停|照发|不变|(?:方面|相关|有关)?的?(?:最?新)?的?(?:新闻|消息|文章|报道|动态|资料|内容|事情|事儿|情况|进展|稿件|稿子|话题|主题|资讯|信息|东西|摘要|简报|综述|汇总|早报|晚报|日报|周报|月报|概要|概览|小结|快报|总结|关注|提醒|通知|跟踪|追踪|推送|订阅|监控)(?:都|就|时|里)?|(?<=的)事|方面的?|类的?|相关的?|有关的?|的(?:时候|话)|的|了|吗|呢|吧|啊|呀|嘛|哦|哈|啦|谢谢(?:你|您)?|一下|一声|就(?:行|好|可以|够了?)|即可|足够|(?:就|都|请|马上|立刻|第一时间|及时|务必)?(?:提醒|通知|告诉|告知|喊|叫|推送|推|发|转发)(?:一下|一声)?(?:给|到)?(?:我们|我|大家|本频道|这里|群里|本群|频道)?(?:一下|一声)?|跟我说(?:一声)?|给(?:我们|我|大家)(?:看看?)?|有没有|有吗|结束了?|完了|撤掉|停掉|取消|不要了?|不用了?|(?:我|帮我|给我)?(?:盯着|盯一下|关注着|留意着)|到(?:本频道|这里|群里)|在(?:本频道|这里|群里)|就|都|请|写|只要|只看|只",
} as const;

const AFTER = `(?!${WITHIN}|['-])`;
const about = new RegExp(`^(?:${withEndings(ABOUT)})${AFTER}`, "u");
/** Behind "about each new story" the subject may be named once more. */
const further = new RegExp(
  `^(?:mentioning|mentions|covering|about|related to|regarding|упоминающ*|по|об?|про)${AFTER}`,
  "u",
);
const leftOver = new RegExp(`^(?:${withEndings(LEFT_OVER)})${AFTER}`, "u");
const determiner = new RegExp(`^(?:${withEndings(DETERMINERS)})${AFTER}`, "u");
const close = new RegExp(
  `(?:(?<!${WITHIN}|['-])(?:${withEndings([...CLOSING.abc, ABC_FILLERS].join("|"))})|(?:${CLOSING.han}|${HAN_TAILS}))$`,
  "u",
);
const EDGE = /^[\s,;:.!?。、()+&/-]+/u;
const EDGE_END = /(?<![\s,;:.!?。、(+&/-])[\s,;:.!?。、(+&/-]+$/u;
/** Turns of taking away; a sentence has no more words of that kind at an edge. */
const MOST = 24;

const starts = OPENERS.map(([kind, written, source]) => ({
  kind,
  is: new RegExp(written === "abc" ? `^(?:${withEndings(source)})${AFTER}` : `^(?:${source})`, "u"),
}));
const filler = new RegExp(`^(?:(?:${withEndings(ABC_FILLERS)})${AFTER}|${HAN_FILLERS})`, "u");
/** Who speaks of what they do: "my editor is on me about …"; what comes before "about" is not the subject then. */
const SPEAKER =
  /(?<![a-zа-я'])(?:i|i'm|im|i've|my|me|we|we're|our|us|you|your|need|want|writing|doing|working|preparing|pulling|putting|я|мне|меня|мы|нам|нас|мой|моя|наш\p{L}*|пишу|пишем|готовлю|готовим|делаю|делаем|нуж\p{L}+|хочу|хотел\p{L}*|интерес\p{L}+|попросил\p{L}*)(?![a-zа-я'])/u;
const NAMING = new RegExp(
  `(?<!${WITHIN}|['-])(?:about|regarding|concerning|covering|on the (?:subject|topic) of|про|насчет|касательно|относительно|на тему|по теме)${AFTER}`,
  "u",
);

/** The part of a clause that is its subject: half-open range; empty when the clause has none. @param low lower case */
export function subjectOf(low: string, openers: readonly Opener[]): readonly [start: number, end: number] {
  const allowed: readonly { readonly is: RegExp }[] = [
    ...starts.filter(({ kind }) => openers.includes(kind)),
    { is: leftOver },
    { is: filler },
  ];
  let from = 0;
  let to = low.length;
  let named = false;
  for (let turn = 0; turn < MOST; turn += 1) {
    const before = to - from;
    from += EDGE.exec(low.slice(from, to))?.[0].length ?? 0;
    to -= EDGE_END.exec(low.slice(from, to))?.[0].length ?? 0;
    const part = low.slice(from, to);
    const naming: RegExpExecArray | null = (named ? further : about).exec(part);
    from += naming?.[0].length ?? lengthOf(named ? [] : allowed, part);
    named ||= naming !== null;
    to -= close.exec(low.slice(from, to))?.[0].length ?? 0;
    if (to - from < before) continue;
    const told: RegExpExecArray | null = named ? null : NAMING.exec(low.slice(from, to));
    if (!told || !SPEAKER.test(low.slice(0, from + told.index))) break;
    from += told.index + told[0].length;
    named = true;
  }
  return from < to ? [from, to] : [from, from];
}

/** How much of a text the longest opener takes, or an article before the subject. */
function lengthOf(openers: readonly { readonly is: RegExp }[], part: string): number {
  return Math.max(...[{ is: determiner }, ...openers].map(({ is }) => is.exec(part)?.[0].length ?? 0));
}
