/** What free words ask for where their form leaves no doubt: tried before the classifier. */
import { readDate } from "../search/query/dates.ts";

export type Intent =
  | "ask"
  | "search"
  | "latest"
  | "digest"
  | "read"
  | "watch"
  | "help"
  | "watching"
  | "daily"
  | "sources"
  | "status";

export interface Wish {
  readonly intent: Intent;
  /** What it is about: the question, the words to look for, the day. */
  readonly about: string;
}

interface Rule {
  readonly intent: Intent;
  /** What marks the intent; taken away, what is left is what it is about. */
  /** A group `about` says it outright. */
  readonly mark: RegExp;
}

const RULES: readonly Rule[] = [
  {
    intent: "help",
    mark: /^(?:.{0,20}\bhelp(?: me)?|help(?: me)?(?: (?:with|to use) (?:you|this|it))?|(?:hi(?:ya)?|hello|hey)(?: (?:there|all|everyone|bot|again))?|yo|sup|howdy|(?:.{0,30} )?how (?:do|can|could|should|would|am|are|to)(?: (?:i|we|you|one|people|supposed to))*(?: (?:use|talk to|speak to|work with|start with|ask|operate|get started with))(?: (?:you|this|it|the bot|this bot|this thing|the thing))?|(?:.{0,12}\b)?explain how (?:you|this|it) works?|how does (?:this|it|the|that)(?: (?:bot|thing|app|tool))? work|what are (?:my|the|all)(?: the)? options(?: here)?|(?:what|which|list|show).{0,20} (?:commands|features|functions)|what(?: else)? (?:can|do) you (?:do|offer|understand)(?: for (?:me|us))?|(?:.{0,30}\b)?(?:don'?t|do not|cannot|can't) (?:understand|get|figure out) (?:how )?(?:this|it|you|to use)(?: .{0,20})?|good (?:morning|afternoon|evening)|(?:show|open|get)(?: me)? (?:the )?help|what (?:can|could) (?:you do|i (?:do|ask|say))(?: .{0,12})?|what are you able to do|what (?:are|is) (?:you|this)|who are you(?: and .{0,30})?|how (?:do|can|should) i (?:use|talk to|work with) (?:you|this|it)|how does (?:this|it) work|(?:what|which|list|show)(?: me)?(?: all)?(?: the| your)? commands(?: are there| do you (?:have|know))?|what commands do you (?:have|know)|what are (?:your|the) commands|commands|instructions|usage|manual)[?!.]*$/iu,
  },
  {
    intent: "help",
    mark: /^(?:.{0,6}(?:不会用|不懂(?:怎么|如何)用|看不懂|用不来)|帮助(?:一下)?|帮帮?我?|嗨|哈喽|大家好|命令|救命|你好|您好|你(?:能|会|可以)(?:做|干)?(?:什么|些什么|啥)|你是谁|(?:这个?|你|该|要)?(?:应该)?怎么?样?(?:使?用|操作|玩)(?:你|这个?(?:机器人|东西|工具)?|呢)?|(?:教|告诉)我(?:怎么|如何)(?:使?用|操作)(?:你)?|(?:命令|指令|功能)(?:列表|清单|介绍|大全)|如何使用(?:你|这个)?|你?(?:有|都有)?(?:哪些|什么)(?:命令|功能)|使用(?:说明|方法)|(?:显示|列出)命令)[？?！。吗呢啊呀哦吧]*$/u,
  },
  {
    intent: "help",
    mark: /^(?:помощь|(?:.{0,15} )?помоги(?:те)?(?: мне)?|справка|привет(?:ик|ствую)?(?: бот)?|чем (?:ты |вы )?(?:можешь |можете )?(?:помочь|полезен|занимаешься)|здрасте|здоров[ао]?|хай|салют|(?:.{0,25} )?(?:ты |вы )?(?:что |чего )?(?:ты |вы )?уме(?:ешь|ете)(?: делать)?|(?:.{0,30} )?как (?:(?:с )?(?:тобой|этим|ботом|им|вами) )?(?:пользоваться|работать|общаться|разговаривать)(?: (?:с )?(?:тобой|этим|ботом|вами))?|(?:какие|список|перечень|все|покажи|доступные)(?: .{0,12})? команд[ыа]?(?: есть| доступны)?|здравствуй(?:те)?|доброе утро|добр(?:ый|ой) (?:день|вечер|утро)|что (?:ты |вы )?(?:умеешь|умеете|можешь|можете)|кто (?:ты|вы)(?: так\p{L}+)?(?: и .{0,30})?|(?:покажи |открой |дай )?справк[ау]|как (?:тобой |этим |ботом )?пользоваться(?: тобой| этим| ботом)?|как (?:это |ты |бот )?работае(?:т|шь)|команды|какие (?:есть |у тебя )?(?:есть )?команды|(?:покажи|список) команд[ы]?|инструкция)[?!.]*$/iu,
  },
  {
    intent: "watch",
    mark: /^(?:(?:notify|alert|ping|remind(?! (?:me|us) (?:who|what|where|why|how|which)\b)|(?:inform|warn|message|text)(?= (?:me|us|everyone|(?:the|this) (?:team|channel))\b))(?: (?:me|us|everyone|(?:the|this) (?:team|channel)))?|(?:be|get) (?:notified|alerted|informed|pinged|updates|alerts|notifications)|(?:send|give) (?:me|us) (?:alerts|notifications|updates|a heads[- ]up)|heads[- ]up|(?:set(?: up)?|create|add|make|start|turn on|enable) (?:an? |the )?(?:alert|alarm|notification|watch|reminder)s?(?= (?:when|if|about|on|for)\b)) (?:when(?:ever)?|if|about|of|on|for|as soon as)?(?: anything (?:about|on))?(?: there(?:'s| is| are)(?: any)?)?(?: (?:any )?(?:news|something|anything)(?: new)?)?(?: (?:about|on|of|appears?))?|^(?:let|keep) (?:me|us) (?:know|posted|updated|informed|up to date|in the loop)(?: (?:on|with|about|of))? (?:when(?:ever)?|if|about|of|on)?(?: there(?:'s| is| are)(?: any)?)?(?: (?:any )?(?:news|something|anything)(?: new)?)?(?: (?:about|on|of))?|^(?:send|forward|give) (?:me|us)(?: all| any| every)?(?: the)? new (?:articles?|stor(?:y|ies)|items?|posts?|things?|stuff|ones?) (?:about|on|of)|^tell (?:me|us) (?:whenever|if|as soon as|when(?= (?:there|something|anything|any|new|news)\b|.*(?:mentioned|comes? up|appears?|shows? up)$)) (?:there(?:'s| is| are)(?: any)?)?(?: (?:any )?(?:news|something|anything)(?: new)?)?(?: (?:about|on|of))?|^(?:start (?:following|watching|tracking)|follow|track|monitor|watch(?: out)?(?: for)?|keep (?:an eye|tabs|track) (?:out )?(?:on|of|for)|subscribe (?:me )?to|sign me up for)\s+(?:any |the )?(?:(?:news|updates) (?:about|on|of) )?/iu,
  },
  {
    intent: "watch",
    mark: /^(?:一旦|如果|要是|只要|以后|今后|凡是)?(?:一?有|出现|提到)?(?:关于)?(?<about>.*?)(?:(?:有了?|的)?(?:最?新的?)?(?:消息|新闻|动态|内容|更新|报道|文章))?(?:时|了)?[,，]?(?:第一时间|马上|立刻|及时)?(?:都|就|请|时)?(?:(?:通知|提醒|告诉|告知|发给|推送给|叫)(?:一下)?(?:我|我们)|就(?:通知|提醒))(?:一声)?$|^提醒我(?!国|方|军)(?:关注|留意)?(?=\S)|^(?:我?(?:想|要))?(?:开始|持续|长期)?(?:关注(?!度)|订阅(?!量)|跟踪|追踪|盯着|盯住|盯紧|留意|监控)(?:一下)?(?:关于)?(?=\S)/u,
  },
  {
    intent: "watch",
    mark: /^(?:设|建|加|开)(?:置|立|启)?一?个?(?:关于)?(?<about>.{1,20}?)的?(?:提醒|通知)$/u,
  },
  {
    intent: "watch",
    mark: /^把?(?<about>.{1,20}?)的?(?:新?(?:消息|新闻|文章|动态))?[,，\s]*(?:都|我想|请|替我)?(?:(?:推送|发送|推)给我|(?:留意|盯|关注)(?:着|一下))$/u,
  },
  {
    intent: "watch",
    mark: /^(?:как(?: только)?|если|когда) (?:что-(?:то|нибудь) )?(?:появ|вы[йх]|буд|напиш)\p{L}+ (?:что(?:-то|-нибудь)? )?(?:нов\p{L}+ )?(?:(?:о|об|про|по) )?(?<about>.+?)[\s,—–-]+(?:пиши|напиши|сообщи|скажи|дай знать|уведоми|маякни)(?:те)?(?: мне| нам)?$/iu,
  },
  {
    intent: "watch",
    mark: /^(?:уведом(?:и|ите|ляй(?:те)?)|извести(?:те)?|оповещай(?:те)?|оповести(?:те)?|сообщи(?:те)?|сообщай(?:те)?|предупреди(?:те)?|напиши(?:те)?|напомни(?:те)?|да(?:й|йте|вай) (?:мне |нам )?знать|присылай(?:те)?|скажи(?:те)?|маякни(?:те)?|пингани(?:те)?)(?: (?:мне|нам|меня|нас))?,? (?:когда|если|о|об|обо|про|вс[её] (?:новое )?(?:о|об|про)|как только)(?: (?:появ\p{L}+|будет|будут|вы[йх]\p{L}+|всплыв\p{L}+))?(?: (?:что-то|что-нибудь|новости|новое|новость))?(?: (?:о|об|про|по))?|^(?:следи(?:те|ть)?(?: за)?|(?:начни|начать|продолжай) (?:следить за|отслеживать)|(?:поставь|включи|настрой|создай|добавь)(?:те)? (?:оповещени|уведомлени|напоминани|отслеживани)\p{L}+(?: (?:на|о|об|обо|про|по|за))?|отслеживать|подписаться(?: на)?(?: тему)?|подписка на|получать (?:уведомления|новости|обновления) (?:о|об|про)|(?:присылай|кидай|шли(?= (?:мне|нам|сюда|вс[её]))|отправляй|скидывай)(?:те)?(?: (?:мне|нам|сюда))?(?: вс[её])?(?: новое| нов\p{L}+| свежее)?(?: (?:о|об|про|по))?|отслеживай(?:те)?|подпиши(?:те)?(?: меня| нас)?(?: на)?|держи(?:те)? (?:меня |нас )?в курсе(?: (?:о|об|новостей о))?|присматривай(?:те)?(?: за)?|мониторь)\s+(?:новост\p{L}+ (?:о|об|про) )?/iu,
  },
  {
    intent: "digest",
    mark: /\b(?:digest|(?<=^)(?:recap|sum up|summari[sz]e|wrap up|go over|review) .*(?:today|yesterday|the day)|(?:today|yesterday)'s (?:news|highlights|headlines|events|stories|main \w+)|(?:daily|weekly|week's|day's|morning|evening|news|today's|yesterday's) (?:summary|brief(?:ing)?|round-?up|recap|overview)|(?:summary|recap|overview|round-?up|brief(?:ing)?) (?:of|for|on) (?:the (?:day|news)|today|yesterday|\d.*)|summari[sz]e (?:today|yesterday|the day|the news)|sum up (?:today|yesterday|the day)|what(?: has|'s)? (?:happened|been going on) (?=today|yesterday|(?:in |during |over )?(?:the |this )?(?:last|past|this)?\s?week|on \d|on \p{Lu}|(?:in|during|over) the (?:last|past))|brief me|(?:today|yesterday) in brief|catch me up|what (?:did|have) i miss(?:ed)?|news in (?:brief|short)|(?:main|top|key|biggest) (?:stories|events|news|headlines) (?:of|for|from|today|yesterday))\b/iu,
  },
  {
    intent: "digest",
    mark: /摘要|错过了(?:什么|啥)|简报|(?<!人民|时|光明|青年|经济|新疆)日报(?!社|》)|早报|晚报|要闻|汇总|综述|一日回顾|(?:总结|概括|回顾|梳理)(?:一?下)?(?=今|昨|前|当|\d)|(?:今天|昨天|前天|今日|昨日|\d[日号]|[上本这]个?(?:周|星期)|(?:过去|最近)一[周週])(?:都)?(?:发生了?|出了|有)(?:些|点)?(?:什么|哪些|啥)(?:大?事|要闻|新闻)?/u,
  },
  {
    intent: "digest",
    mark: /(?<!\p{L})(?:сводк\p{L}*|дайджест\p{L}*|итоги(?= (?:дня|сегодня|вчера|за))|подведи(?:те)? итоги|обзор (?:дня|новостей|за|прессы)|что (?:(?:важного|интересного) )?(?:произошло|происходило|случилось|было|творилось)(?= (?:сегодня|вчера|позавчера|за (?:день|сегодня|вчера|сутки|(?:\p{L}+ )?неделю)|на (?:этой|прошлой) неделе|\d))|главн(?:ое|ые) (?:события|новости|за)|(?:день|коротко|кратко) (?:вкратце|о главном)|введи(?:те)? (?:меня )?в курс|что я пропустила?|резюме)(?!\p{L})/iu,
  },
  {
    intent: "latest",
    mark: /^(?:show (?:me )?|give (?:me )?|get (?:me )?|any )?(?:the |some )?(?:(?:\d+|two|three|four|five|ten) )?(?:(?:very )?(?:latest|newest|most recent|recent|freshest|fresh|new|last)(?: (?:\d+|two|three|four|five|ten))?(?: (?:news|articles?|stories|story|headlines?|items?|posts?|publications?|updates?|pieces?|stuff|things?))?|news|headlines|updates|articles)[?!.]*$|^(?:(?:have you |do you have |is there |you )?got |have you |is there |do you have )?(?:anything|something) (?:new|fresh|recent)(?: (?:today|here|for me))?[?!.]*$|^what's (?:new|fresh|up|happening|the (?:newest|latest)(?: \w+)?(?: (?:that )?you(?:'ve| have)(?: got)?)?)(?: today| here)?[?!.]*$|^what(?:'s| is| are)(?: the)? (?:new|newest|latest)(?: (?:news|articles|stories|headlines))?(?: today)?[?!.]*$/iu,
  },
  {
    intent: "latest",
    mark: /^(?:给我|看看?|来点|显示|查看)?(?:最新|最近|近期|新鲜|刚刚?(?:发布|发|出|到|上)|新到|新出)(?:的)?(?:[\d一二三四五六七八九十两几]+[篇条则个])?(?:消息|新闻|文章|报道|头条|资讯|动态|内容|稿件)?[？?。！吗呢]*$|^(?:最近|今天)?有(?:什么|啥|没有)?(?:最?新)?(?:的)?(?:新闻|消息|文章|动态|鲜事)(?:吗|么|没有|呢)?[？?]*$|^有新的吗[？?]*$|^(?:最近|最新|近期)的?(?:新闻|消息|文章|报道)(?:有(?:哪些|什么)|是什么)?[？?]*$|^有(?:什么|啥)新(?:消息|闻)[？?]*$|^(?:今天|最近)?(?:更新|新增)了?(?:什么|哪些|啥|吗|没有?)?[？?]*$|^(?:刚刚?|新)(?:发布|发|出|到|上)的?(?:文章|新闻|消息|报道)/u,
  },
  {
    intent: "latest",
    mark: /^(?:покажи(?:те)? |дай(?:те)? |есть |какие )?(?:мне )?(?:самые )?(?:последн\p{L}+|свеж\p{L}+|недавн\p{L}+|нов(?:ые|ое|ости|инки))(?: (?:\d+|две|три|четыре|пять|десять))?(?: (?:новост\p{L}+|стать\p{L}+|публикаци\p{L}+|заголовк\p{L}+|сообщени\p{L}+|материал\p{L}*))?[?!.]*$|^что (?:там |у вас )?нов(?:ого|енького)[?!.]*$|^(?:есть )?(?:что-то |что-нибудь )?(?:новое|новенькое|свежее)(?: есть)?[?!.]*$/iu,
  },
  {
    intent: "read",
    mark: /^(?:open|read|display|show)(?: me)?(?: the| this| that)? (?:(?:full|whole|entire|complete) (?:text|article|story|piece|interview|report)|(?:article|story|piece|interview|report|text)(?!\p{L}))(?: (?:of|about|on|with|from|by|titled|called|where))?|^(?:full|whole|entire|complete) (?:text|article|story)(?: (?:of|about|on))?|^i want to read(?: the)?(?: (?:article|story|piece|interview|report))?(?: (?:of|about|on|with))?|^let me read(?: the)?(?: (?:article|story|piece|interview|report))?(?: (?:about|on|with))?|^read(?: me)?(?: the| about)? /iu,
  },
  {
    intent: "read",
    mark: /^(?:打开|阅读|读一?读?下?|朗读|念一?下?|我想读)(?:关于|一下)?|^(?:把|显示|查看|看)?(?<about>.{0,20}?)(?:文章)?的?(?:全文|完整内容)(?:给我看|显示)?$|那篇(?:文章)?(?:的)?(?:全文|完整)?$/u,
  },
  {
    intent: "read",
    mark: /^(?:открой(?:те)?|прочитай(?:те)?|прочти(?:те)?|выведи(?:те)? (?:всю|полностью|полную)|покажи(?:те)? (?:полный текст|полностью|полную|всю)|полн(?:ый текст|ая статья)|весь текст|(?:хочу|дай(?:те)?) (?:по|про)читать)(?: (?:статью|статьи|материал|текст|эту|мне))*(?: (?:о|об|обо|про|с|на))?(?!\p{L})/iu,
  },
  {
    intent: "search",
    mark: /^(?:find|search|look)(?: me| for| up| through)*(?: (?:some|any|all|the|every))?(?: ?(?:articles?|news|stories|reports?|pieces?|materials?|everything|something|anything|info(?:rmation)?|texts?))?(?: ?(?:about|on|for|regarding|concerning|mentioning|with|related to))?\s|^(?:is there |are there |do you have |got |have you )?(?:any(?:thing)?|something|everything|articles?|news|stories|reports?|materials?|texts?|stuff|pieces?|coverage|info(?:rmation)?)(?: (?:articles?|news|stories|reports?))? (?:about|on|regarding|concerning|mentioning)\s|^(?:show|get|give)(?: me)? (?:everything|all|articles?|stories|reports?|news|something|anything)(?: (?:articles?|news|stories|reports?))? (?:about|on|regarding|with|mentioning)\s|^(?:i )?need (?:articles?|news|stories|reports?|something) (?:about|on|mentioning)\s/iu,
  },
  {
    intent: "search",
    mark: /^(?:搜索|搜一?下?|搜搜|查找|查查|查一?下?|查询|寻找|找一?下?|找找|检索)(?:关于|有关|一些)?(?=\S)|^(?:给我看看?)?(?:有没有|有无|有)?(?:关于|有关|提到|涉及)(?=\S)|(?:方面|相关)的?(?:文章|报道|新闻|资料|内容|消息)?(?:有吗)?$|的(?:文章|报道|新闻|资料|消息)$/u,
  },
  {
    intent: "search",
    mark: /^что (?:(?:у )?(?:тебя|вас) )?есть (?:о|об|обо|про|по)\s|^(?:помоги(?:те)? найти|найди(?:те)?|поищи(?:те)?|ищи(?:те)?|найти|поиск|разыщи(?:те)?|отыщи(?:те)?|ищу|подбери(?:те)?),?(?: (?:мне|нам))?(?: (?:вс[её]|все|статьи|статью|новости|новостей|материалы|публикации|сообщения|что-нибудь|информацию))*(?: (?:о|об|обо|про|по|где упоминается|с упоминанием))?\s|^(?:есть |у тебя есть |покажи(?:те)? |нужны |дай(?:те)? )?(?:что-нибудь|что-то|вс[её]|все)?(?: ?(?:статьи|статью|материалы|публикации|новости|сообщения))?(?: (?:о|об|обо|про|по|где упоминается))\s/iu,
  },
  {
    intent: "ask",
    mark: /^(?:i have a question|у меня вопрос|我有个?问题)[:,：，]?\s*|^(?:ask|question)[:：]?\s+|^(?:хочу (?:у)?знать|想知道|解释一?下?|explain|tell (?:me|us) about|расскажи(?:те)?(?: мне| нам)?(?: об?| про)?|объясни(?:те)?|讲讲|说说|介绍一?下?)[,:：，]?(?=\s|\p{Script=Han})|^(?:tell me|do you know|i wonder|i(?:'d| would) like to know|any idea)(?= (?:who|what|when|where|why|how|which|whether|if))/iu,
  },
];

const ONLY_A_DAY = /^(?:(?:and|а|那) ?)?(?:today|yesterday|сегодня|вчера|今[天日]|昨[天日])[?？呢!]*$/iu;
/** Somebody speaks to somebody: of themselves, of this place, or politely. News seldom does. */
const ADDRESSED =
  /\b(?:[Mm]e|(?<!^|[Ll]et )us|[Hh]ere|this (?:channel|chat|thread)|(?:I|i|we|We)(?:'d| would)? (?:want|like|love|need)|[Pp]l(?:ease|s|z)|(?:[Cc]ould|[Cc]an|[Ww]ould) (?:you|u))\b|(?:告诉|通知|提醒|叫|喊|发给?|推给?|送给?|转给?|给|帮|替|跟)我(?!国|方|军)|我(?:也|还)?(?:想|要|希望)|(?:这里|群里|本频道)|麻烦|劳驾|拜托|帮忙|请你|能不能|可不可以|(?<!\p{L})(?:мне|меня|нам|нас|сюда|здесь|хочу|хотим|хотел\p{L}* бы|можно|пожалуйста|плиз|можешь|можете|(?:в|этот) (?:канал|чат))(?!\p{L})/u;
/** Words that make a question whatever stands at its end. */
const QUESTION =
  /^(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|does|do|did|has|have|had|will|would|should)\b(?!.*\b(?:new|latest)$)|多少|什么|谁|哪[里儿个些国家位年天]|几[个名次天年位月号点届支]|在哪|哪(?:办|开)|是啥|[了讲说]啥|啥$|为什么|为何|为啥|怎么|咋|如何|是否|何时|何地|有没有.+[过]|吗$|呢$|^(?:кто|что|кого|кому|чей|чья|чь[её]|когда|где|куда|откуда|почему|зачем|сколько|как|какой|какая|какое|какие|каков|какова|о ч[её]м|в ч[её]м|на сколько|насколько|является ли|есть ли)(?!\p{L})|(?<!\p{L})ли(?!\p{L})/iu;

/** What people say before they come to their question. */
const BEFORE =
  /^(?:(?:and|so|but|well|um+|also|hey|quick q(?:uestion)?|question|(?:please )?(?:tell|remind) (?:me|us)|please|check|(?:i |i'd |i'm |i am |would )?(?:just )?(?:need|want|like|be curious|curious|dying) to (?:know|ask|find out|learn)|do(?:es)? (?:you|anyone|anybody|somebody) know|any idea|i wonder|can|could|would|you|possibly|а|и|но|ну|так|вот|интересно|любопытно|(?:(?:под)?скажи|напомни)(?:те)?(?: (?:мне|нам))?|не (?:подскаж|зна)\p{L}+|(?:хочу|хотелось бы|хотел[аи]? бы|надо|нужно) (?:у|по)?знать|кто-нибудь знает|那么?|请问|想?问(?:一?下)?|我?想(?:知道|了解|问)(?:一?下)?|(?:谁能|请)?告诉我|你知道|能说说)(?:[\s,:，：-]+|(?=\p{Script=Han})))+/iu;
/** A fact that is asked for by its name. */
const FACT =
  /^(?:give me|tell me|name) (?:the |an? )?(?:exact )?(?:number|share|name|date|total|amount|figure|percentage|price|size|theme|reason)s?(?: (?:of|for|why)|$)/i;

/** The wish that the form of the words leaves no doubt about; undefined when it does. */
export function certainWish(text: string): Wish | undefined {
  if (ONLY_A_DAY.test(text)) return { intent: "digest", about: dayIn(text) ?? "" };
  for (const { intent, mark } of RULES) {
    const found = mark.exec(text);
    if (!found || found[0] === "") continue;
    const about = aboutOf(text, found.groups?.about ?? text.replace(mark, " "), intent);
    return { intent, about };
  }
  return undefined;
}

/** Whether the words are meant for whoever reads them. @param said as it was said: polite words count */
export function addresses(said: string): boolean {
  return ADDRESSED.test(said);
}

/** Whether the words are a question, whatever stands before it and at its end; certain unless they speak of the bot. */
export function asks(text: string): boolean {
  const clauses = [text, ...text.split(/[:：;；.。!！]\s*/)];
  return clauses.some((clause) => QUESTION.test(clause.replace(BEFORE, ""))) || FACT.test(text);
}

/** What is left is what it is about; for a digest only a day counts, for a watch not that it "is mentioned". */
function aboutOf(text: string, rest: string, intent: Intent): string {
  if (intent === "digest") return dayIn(text) ?? "";
  const about = rest
    .replace(/\s+/g, " ")
    .replace(/^[\s,:：，]+|[\s,.!?？。！，吗呢]+$/g, "")
    .trim();
  if (intent !== "watch") return about;
  return about
    .replace(
      /\s(?:for|with|to) (?:me|us)$|\s(?:is|are|gets?) mentioned$|\s(?:comes? up|appears?|happens?)$/i,
      "",
    )
    .replace(/^(?:упом\p{L}+|появ\p{L}+)\s+/iu, "")
    .replace(/(?:方面)?的(?:消息|新闻|动态|报道)$/u, "");
}

const MONTH =
  "(?:(?:jan|feb|apr|aug|sept?|oct|nov|dec)\\p{L}*|mar(?:ch)?|may|june?|july?|(?:янв|фев|апр|авг|сен|окт|ноя|дек)\\p{L}+|ма[йя]|марта?|ию[нл][ья])(?!\\p{L})";
/** A day of a month without its year, as `digest` takes it. */
const YEARLESS = new RegExp(
  `(?<!\\d)\\d{1,2}月\\d{1,2}[日号]|(?<![\\d.])\\d{1,2} ${MONTH}|(?<!\\p{L})${MONTH} \\d{1,2}(?![\\d:])`,
  "iu",
);
const WEEK =
  /\b(?:last|past|this|the) week\b|\bweek's\b|weekly|[上本这]个?(?:周|星期)(?![一二三四五六日天])|一[周週]|недел[юеи]/iu;

/** The day when all that a question asks is what happened on it; undefined for every other question. */
export function dayAsked(question: string): string | undefined {
  const happened =
    /^(?:so,? )?what(?:'s| has| was| is)? (?:happened|happening|going on|new)\b|发生了?(?:什么|哪些|啥)|(?:有|出了)(?:什么|哪些|啥)(?:大?事|新闻)|^что (?:\p{L}+ )?(?:произо|происх|случи|было)\p{L}*(?! [^\d]+ в )/iu.test(
      question,
    );
  const wish = happened ? certainWish(question) : undefined;
  return wish?.intent === "digest" && wish.about !== "" ? wish.about : undefined;
}

/** A day named in a text, as `digest` takes it; undefined when there is none. */
export function dayIn(text: string): string | undefined {
  const dated =
    /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} \p{L}+,? \d{4}|\p{L}+ \d{1,2},? \d{4}/u.exec(
      text,
    );
  const date = dated && readDate(dated[0]);
  if (date?.when.kind === "day") return date.when.day;
  const yearless = YEARLESS.exec(text);
  if (yearless) return yearless[0].replace("号", "日");
  if (WEEK.test(text)) return "week";
  if (/yesterday|昨[天日]|вчера/iu.test(text)) return "yesterday";
  if (/today|今[天日]|сегодня/iu.test(text)) return "today";
  return undefined;
}
