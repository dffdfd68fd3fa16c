/** What free words ask for where their form leaves no doubt: tried before the classifier. */
import { readDate } from "../../search/query/dates.ts";

export type Intent = "ask" | "search" | "latest" | "digest" | "read" | "watch" | "help";

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
    mark: /^(?:help(?: me)?|i need help|hi|hello|hey|good (?:morning|afternoon|evening)|what can you do|what (?:are|is) (?:you|this)|who are you|how (?:do|can|should) i (?:use|talk to|work with) (?:you|this|it)|how does (?:this|it) work|(?:what|which|list|show)(?: me)?(?: all)?(?: the| your)? commands(?: are there| do you (?:have|know))?|what commands do you (?:have|know)|what are (?:your|the) commands|commands|instructions|usage|manual)[?!.]*$/iu,
  },
  {
    intent: "help",
    mark: /^(?:帮助(?:一下)?|帮帮?我?|命令|救命|你好|您好|你(?:能|会|可以)(?:做|干)?(?:什么|些什么|啥)|你是谁|怎么(?:使?用|操作)(?:你|这个)?|如何使用(?:你|这个)?|你?(?:有|都有)?(?:哪些|什么)(?:命令|功能)|使用(?:说明|方法)|(?:显示|列出)命令)[？?！。吗呢]*$/u,
  },
  {
    intent: "help",
    mark: /^(?:помощь|помоги(?:те)?|справка|привет|здравствуй(?:те)?|доброе утро|добр(?:ый|ой) (?:день|вечер|утро)|что (?:ты |вы )?(?:умеешь|умеете|можешь|можете)|кто ты|как (?:тобой |этим |ботом )?пользоваться(?: тобой| этим| ботом)?|как (?:это |ты |бот )?работае(?:т|шь)|команды|какие (?:есть |у тебя )?(?:есть )?команды|(?:покажи|список) команд[ы]?|инструкция)[?!.]*$/iu,
  },
  {
    intent: "watch",
    mark: /^(?:notify|alert|ping|remind|inform|warn|message|text)(?: me| us)? (?:when(?:ever)?|if|about|of|on|as soon as)?(?: there(?:'s| is| are)(?: any)?)?(?: (?:any )?(?:news|something|anything)(?: new)?)?(?: (?:about|on|of|appears?))?|^(?:let|keep) (?:me|us) (?:know|posted|updated|informed) (?:when(?:ever)?|if|about|of|on)?(?: there(?:'s| is| are)(?: any)?)?(?: (?:any )?(?:news|something|anything)(?: new)?)?(?: (?:about|on|of))?|^tell (?:me|us) (?:when(?:ever)?|if|as soon as) (?:there(?:'s| is| are)(?: any)?)?(?: (?:any )?(?:news|something|anything)(?: new)?)?(?: (?:about|on|of))?|^(?:follow|track|monitor|watch(?: out)?(?: for)?|keep (?:an eye|tabs|track) (?:on|of)|subscribe (?:me )?to|sign me up for)\s+(?:any |the )?(?:(?:news|updates) (?:about|on|of) )?/iu,
  },
  {
    intent: "watch",
    mark: /^(?:一旦|如果|要是|只要)?(?:一?有|出现|提到)?(?:关于)?(?<about>.*?)(?:的)?(?:消息|新闻|动态|新?内容|更新)?(?:时|了)?[,，]?(?:就|请|时)?(?:通知|提醒|告诉|告知|发给|推送给|叫)(?:一下)?(?:我|我们)(?:一声)?$|^(?:请)?(?:持续)?(?:关注|订阅|跟踪|追踪|盯着|盯住|留意|监控)(?:一下)?(?:关于)?(?=\S)/u,
  },
  {
    intent: "watch",
    mark: /^(?:уведом(?:и|ите|ляй(?:те)?)|извести(?:те)?|оповещай(?:те)?|оповести(?:те)?|сообщи(?:те)?|сообщай(?:те)?|предупреди(?:те)?|напиши(?:те)?|напомни(?:те)?|да(?:й|йте|вай) (?:мне |нам )?знать|присылай(?:те)?|скажи(?:те)?)(?: (?:мне|нам|меня|нас))?,? (?:когда|если|о|об|обо|про|вс[её] (?:новое )?(?:о|об|про)|как только)(?: (?:появ\p{L}+|будет|будут|выйд\p{L}+))?(?: (?:что-то|что-нибудь|новости|новое|новость))?(?: (?:о|об|про|по))?|^(?:следи(?:те)?(?: за)?|отслеживай(?:те)?|подпиши(?:те)?(?: меня| нас)?(?: на)?|держи(?:те)? (?:меня |нас )?в курсе(?: (?:о|об|новостей о))?|присматривай(?:те)?(?: за)?|мониторь)\s+(?:новост\p{L}+ (?:о|об|про) )?/iu,
  },
  {
    intent: "digest",
    mark: /\b(?:digest|(?:daily|day's|morning|evening|news|today's|yesterday's) (?:summary|brief(?:ing)?|round-?up|recap|overview)|(?:summary|recap|overview|round-?up|brief(?:ing)?) (?:of|for|on) (?:the (?:day|news)|today|yesterday|\d.*)|summari[sz]e (?:today|yesterday|the day|the news)|sum up (?:today|yesterday|the day)|what happened (?=today|yesterday|on \d)|brief me|(?:today|yesterday) in brief|catch me up|what (?:did|have) i miss(?:ed)?|news in (?:brief|short)|(?:main|top|key|biggest) (?:stories|events|news|headlines) (?:of|for|from|today|yesterday))\b/iu,
  },
  {
    intent: "digest",
    mark: /摘要|错过了什么|简报|日报(?!社|》)|早报|晚报|要闻|汇总|综述|一日回顾|(?:总结|概括|回顾)(?:一下)?(?=今|昨|前|当|\d)|(?:今天|昨天|前天|今日|昨日)(?:都)?(?:发生了|有)(?:什么|哪些)(?:大?事|要闻|新闻)?/u,
  },
  {
    intent: "digest",
    mark: /(?<!\p{L})(?:сводк\p{L}*|дайджест\p{L}*|итоги(?= (?:дня|сегодня|вчера|за))|подведи(?:те)? итоги|обзор (?:дня|новостей|за|прессы)|что (?:произошло|случилось|было)(?= (?:сегодня|вчера|позавчера|\d))|главн(?:ое|ые) (?:события|новости|за)|(?:день|коротко|кратко) (?:вкратце|о главном)|введи(?:те)? (?:меня )?в курс|что я пропустила?|резюме)(?!\p{L})/iu,
  },
  {
    intent: "latest",
    mark: /^(?:show (?:me )?|give (?:me )?|get (?:me )?|any )?(?:the |some )?(?:(?:very )?(?:latest|newest|most recent|recent|freshest|fresh|new|last)(?: (?:\d+|two|three|four|five|ten))?(?: (?:news|articles?|stories|story|headlines?|items?|posts?|publications?|updates?|pieces?|stuff|things?))?|news|headlines|updates|articles)[?!.]*$|^anything new[?!.]*$|^what(?:'s| is| are)(?: the)? (?:new|newest|latest)(?: (?:news|articles|stories|headlines))?(?: today)?[?!.]*$/iu,
  },
  {
    intent: "latest",
    mark: /^(?:给我|看看?|来点|显示|查看)?(?:最新|最近|近期|新鲜|刚发布|新到)(?:的)?(?:[\d一二三四五六七八九十两几]+[篇条则个])?(?:消息|新闻|文章|报道|头条|资讯|动态|内容|稿件)?[？?。！吗呢]*$|^(?:最近|今天)?有(?:什么|啥|没有)?(?:最?新)?(?:的)?(?:新闻|消息|文章|动态|鲜事)(?:吗|么|没有|呢)?[？?]*$|^有新的吗[？?]*$|^(?:最近|最新|近期)的?(?:新闻|消息|文章|报道)(?:有(?:哪些|什么)|是什么)?[？?]*$|^有(?:什么|啥)新(?:消息|闻)[？?]*$/u,
  },
  {
    intent: "latest",
    mark: /^(?:покажи(?:те)? |дай(?:те)? |есть |какие )?(?:мне )?(?:самые )?(?:последн\p{L}+|свеж\p{L}+|недавн\p{L}+|нов(?:ые|ое|ости|инки))(?: (?:\d+|две|три|четыре|пять|десять))?(?: (?:новост\p{L}+|стать\p{L}+|публикаци\p{L}+|заголовк\p{L}+|сообщени\p{L}+|материал\p{L}*))?[?!.]*$|^что (?:там |у вас )?нов(?:ого|енького)[?!.]*$|^(?:есть )?(?:что-то |что-нибудь )?(?:новое|новенькое|свежее)(?: есть)?[?!.]*$/iu,
  },
  {
    intent: "read",
    mark: /^(?:open|read|display|show)(?: me)?(?: the| this| that)? (?:(?:full|whole|entire|complete) (?:text|article|story|piece|interview|report)|(?:article|story|piece|interview|report|text))(?: (?:of|about|on|with|from|by|titled|called|where))?|^(?:full|whole|entire|complete) (?:text|article|story)(?: (?:of|about|on))?|^i want to read(?: the)?(?: (?:article|story|piece|interview|report))?(?: (?:of|about|on|with))?|^let me read(?: the)?(?: (?:article|story|piece|interview|report))?(?: (?:about|on|with))?|^read(?: me)?(?: the| about)? /iu,
  },
  {
    intent: "read",
    mark: /^(?:打开|阅读|读一?读?下?|朗读|念一?下?|我想(?:读|看))(?:关于|一下)?|^(?:把|显示|查看|看)?(?<about>.{0,20}?)(?:文章)?的?(?:全文|完整内容)(?:给我看|显示)?$|那篇(?:文章)?(?:的)?(?:全文|完整)?$/u,
  },
  {
    intent: "read",
    mark: /^(?:открой(?:те)?|прочитай(?:те)?|прочти(?:те)?|выведи(?:те)? (?:всю|полностью|полную)|покажи(?:те)? (?:полный текст|полностью|полную|всю)|полн(?:ый текст|ая статья)|весь текст|(?:хочу|дай(?:те)?) (?:по|про)читать)(?: (?:статью|статьи|материал|текст|эту|мне))*(?: (?:о|об|обо|про|с|на))?(?!\p{L})/iu,
  },
  {
    intent: "search",
    mark: /^(?:find|search|look)(?: me| for| up| through)*(?: (?:some|any|all|the|every))?(?: ?(?:articles?|news|stories|reports?|pieces?|materials?|everything|something|anything|info(?:rmation)?|texts?))?(?: ?(?:about|on|for|regarding|concerning|mentioning|with|related to))?\s|^(?:is there |are there |do you have |got |have you )?(?:any(?:thing)?|something|everything|articles?|news|stories|reports?|materials?|texts?)(?: (?:articles?|news|stories|reports?))? (?:about|on|regarding|concerning|mentioning)\s|^(?:show|get|give)(?: me)? (?:everything|all|articles?|stories|reports?|news|something|anything)(?: (?:articles?|news|stories|reports?))? (?:about|on|regarding|with|mentioning)\s|^(?:i )?need (?:articles?|news|stories|reports?|something) (?:about|on|mentioning)\s/iu,
  },
  {
    intent: "search",
    mark: /^(?:搜索|搜一?下?|搜搜|查找|查查|查一?下?|查询|寻找|找一?下?|找找|检索)(?:关于|有关|一些)?(?=\S)|^(?:给我看看?)?(?:有没有|有无|有)?(?:关于|有关|提到|涉及)(?=\S)|(?:方面|相关)的?(?:文章|报道|新闻|资料|内容|消息)?(?:有吗)?$|的(?:文章|报道|新闻|资料|消息)$/u,
  },
  {
    intent: "search",
    mark: /^(?:помоги(?:те)? найти|найди(?:те)?|поищи(?:те)?|ищи(?:те)?|найти|поиск|разыщи(?:те)?|отыщи(?:те)?|ищу|подбери(?:те)?),?(?: (?:мне|нам))?(?: (?:вс[её]|все|статьи|статью|новости|новостей|материалы|публикации|сообщения|что-нибудь|информацию))*(?: (?:о|об|обо|про|по|где упоминается|с упоминанием))?\s|^(?:есть |у тебя есть |покажи(?:те)? |нужны |дай(?:те)? )?(?:что-нибудь|что-то|вс[её]|все)?(?: ?(?:статьи|статью|материалы|публикации|новости|сообщения))?(?: (?:о|об|обо|про|по|где упоминается))\s/iu,
  },
  {
    intent: "ask",
    mark: /^(?:i have a question|у меня вопрос|我有个?问题)[:,：，]?\s*|^(?:ask|question)[:：]?\s+|^(?:хочу (?:у)?знать|想知道|解释一?下?|explain|tell (?:me|us) about|расскажи(?:те)?(?: мне| нам)?(?: об?| про)?|объясни(?:те)?|讲讲|说说|介绍一?下?)[,:：，]?(?=\s|\p{Script=Han})|^(?:tell me|do you know|i wonder|i(?:'d| would) like to know|any idea)(?= (?:who|what|when|where|why|how|which|whether|if))/iu,
  },
];

const ONLY_A_DAY = /^(?:(?:and|а|那) ?)?(?:today|yesterday|сегодня|вчера|今[天日]|昨[天日])[?？呢!]*$/iu;
/** Words that make a question whatever stands at its end. */
const QUESTION =
  /^(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|does|do|did|has|have|had|will|would|should)\b(?!.*\b(?:new|latest)$)|多少|什么|谁|哪[里儿个些国家位年天]|几[个名次天年位月号点届支]|为什么|为何|怎么|如何|是否|何时|何地|有没有.+[过]|吗$|呢$|^(?:кто|что|кого|кому|чей|чья|чь[её]|когда|где|куда|откуда|почему|зачем|сколько|как|какой|какая|какое|какие|каков|какова|о ч[её]м|в ч[её]м|на сколько|насколько|является ли|есть ли)(?!\p{L})|(?<!\p{L})ли(?!\p{L})/iu;

/** The wish that the form of the words leaves no doubt about; undefined when it does. */
export function certainWish(text: string): Wish | undefined {
  if (ONLY_A_DAY.test(text)) return { intent: "digest", about: dayIn(text) ?? "" };
  for (const { intent, mark } of RULES) {
    const found = mark.exec(text);
    if (found && found[0] !== "")
      return { intent, about: aboutOf(text, found.groups?.about ?? text.replace(mark, " "), intent) };
  }
  return QUESTION.test(text) ? { intent: "ask", about: text } : undefined;
}

/** What is left is what it is about; for a digest only a day counts, for a watch not that it "is mentioned". */
function aboutOf(text: string, rest: string, intent: Intent): string {
  if (intent === "digest") return dayIn(text) ?? "";
  const about = rest
    .replace(/\s+/g, " ")
    .replace(/^[\s,:：，]+|[\s,.!?？。！，]+$/g, "")
    .trim();
  if (intent !== "watch") return about;
  return about
    .replace(/\s(?:is|are|gets?) mentioned$|\s(?:comes? up|appears?|happens?)$/i, "")
    .replace(/^(?:упом\p{L}+|появ\p{L}+)\s+/iu, "")
    .replace(/(?:方面)?的(?:消息|新闻|动态|报道)$/u, "");
}

/** A day named in a text, as `digest` takes it; undefined when there is none. */
export function dayIn(text: string): string | undefined {
  const dated =
    /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} \p{L}+,? \d{4}|\p{L}+ \d{1,2},? \d{4}/u.exec(
      text,
    );
  const date = dated && readDate(dated[0]);
  if (date?.when.kind === "day") return date.when.day;
  if (/yesterday|昨[天日]|вчера/iu.test(text)) return "yesterday";
  if (/today|今[天日]|сегодня/iu.test(text)) return "today";
  return undefined;
}
