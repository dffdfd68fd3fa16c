/**
 * Words that stand around a subject in any wish and name nothing themselves: who speaks, verbs of being, what is said to
 * be polite or to think aloud. Only the edges of a subject lose them: inside they may belong to a name.
 */

const ENGLISH = [
  "i|me|my|myself|we|us|our|you|your|yours|u|it|its|he|she|they|them|this|that|these|those|there|here|somebody|someone|anybody|anyone|everyone|everybody|people|folks",
  "i'm|im|i've|ive|i'd|i'll|we're|we've|we'd|we'll|you're|you've|it's|that's|thats|there's|theres|what's|whats|who's|here's|let's|lets",
  "am|is|are|was|were|be|been|being|do|does|did|have|has|had|having|can|could|will|would|shall|should|might|must|gonna|wanna|gotta|ought to",
  "hi|hey|hello|hiya|morning|good (?:morning|afternoon|evening)|sorry(?: to (?:bother|ask)(?: you)?)?|excuse me|pardon|thanks(?: in advance)?|thank you|thx|cheers|please|pls|plz|kindly",
  "so|well|like|just|really|actually|basically|literally|kinda|sort of|kind of|maybe|perhaps|possibly|probably|also|too|again|still|even|ever|ok|okay|yeah|yes|hmm?|um|uh|er|oh|ah|btw|fyi|asap|lol|though|tho|anyway|anyways|right|quick|quickly|simply|only|mainly|mostly|especially|specifically|exactly|ideally|preferably|generally",
  "whatever|whichever|anything|something|everything|nothing else|any|some|all|stuff|things?|bits?|material|the whole|out there|around|lying around|going",
  "(?:pulling|putting) together|working on|writing(?: up)?|preparing|researching|looking (?:into|at|for)|reading up on|doing (?:a |some )?(?:piece|story|article|report|research|background|digging)?|need(?:ing)?|want(?:ing)?|after|curious|interested(?: in)?|wondering|got|get|know|see|find|found|check|bother",
  "so far|that day|for the day|remember|recall|seen|bot|asked(?: me| us)? to|told to|have to|trying to|check what|preferred|or|hit (?:me|us)(?: up)?(?: with)?|smth|sth|smt|for (?:my|our|the|an?|this) (?:\\p{L}+ )?(?:boss|desk|attach[eé]|office|editor|minister|ambassador|story|piece|article|report|paper|presentation|briefing|deadline|column|segment|meeting|thesis)(?: (?:i'm|we're) \\p{L}+)?|(?:not too|nothing) old|lately|recently|these days|(?:was|were|has been|have been|been) (?:published|written|reported|said)|if (?:possible|you (?:can|could|have|don't mind)|there(?:'s| is| are) any(?:thing)?|any(?:thing)?)|any language|in any language|language doesn't matter|as usual|for (?:me|us|my \\p{L}+|our \\p{L}+|the (?:team|channel|group|office))(?= ?$)|both|(?:once|twice|three times) (?:a|per) (?:week|day)|weekend|twice|(?:then |and )?(?:let (?:me|us) know|tell (?:me|us)|ping (?:me|us)|notify (?:me|us))",
].join("|");

const RUSSIAN = [
  "я|мне|меня|мной|мы|нам|нас|наш*|мой|моя|мои|мою|ты|тебе|тебя|вы|вам|вас|ваш*|он|она|оно|они|это|этот|эта|эту|эти|этого|этом|тот|та|ту|те|там|тут|здесь|сюда|кто-нибудь|кто-то|что-нибудь|что-то|что-либо|чего-нибудь|что",
  "есть|был|была|было|были|будет|будут|бы|ли|же|ведь|вот|ну|а|и|но|да|нет|так|тоже|также|еще|уже|просто|короче|типа|как бы|собственно|вообще|кстати|наверное|может(?: быть)?|возможно|только|лишь|именно|особенно|в основном|желательно|срочно|быстро|быстренько|давай*|ой|ох|эх|эм+|хм+|блин|ок|окей",
  "привет|здравствуй*|добр(?:ый|ое|ого) (?:день|утро|вечер|дня)|извини*|прости*|простите|пожалуйста|плиз|плз|пж|пжл|пжлст|спасибо|спс|заранее|благодарю|коллеги|друзья",
  "нуж(?:ен|на|но|ны)|надо|хочу|хотим|хотел*|хотелось|хочется|интересу(?:ет|ют|юсь)|интересно|можно|можешь|можете|помоги*|ищу|ищем|готовлю|готовим|пишу|пишем|делаю|делаем|собираю|собираем|справк[ау]|доклад|статью|материал*|подборк[ау]|все|всё|всех|любые|любое|какие-нибудь|какие-то|какая-нибудь|штук[аиу]",
  "по порядку|помнишь|помните|видел[аи]?|читал[аи]?|встречал[аи]?|найди*|покажи*|пришли*|скинь*|кинь*|дай*|подскажи*|посмотри*|глянь|расскажи*|поищи*|накопай*|нарой*|(?:шефу|начальнику|руководству|боссу|министру|редактору)(?: на стол)?|на стол|для (?:шефа|начальника|начальницы|руководства|статьи|заметки|репортажа|доклада|справки|материала|отчета|эфира|колонки|сюжета|брифинга|презентации|диссертации)|для (?:команды|коллег|всех|нас)|команде|(?:два|три) раза в (?:неделю|день)|важного|интересного|главного|в последнее время|за последнее время|недавно|(?:публиковали|публиковал|публикуют|сообщали|выходило)|интересует|интересуют|что (?:пишут|говорят|слышно|известно|есть|там|нового)|язык (?:любой|не важен|неважен)|на любом языке|любой язык|если (?:есть|можно|не сложно|не трудно)|неважно где|все равно",
].join("|");

export const ABC_FILLERS = `${ENGLISH}|${RUSSIAN}`;

/** In Chinese at the beginning. */
export const HAN_FILLERS = [
  "你好|您好|大家好|早上好|下午好|晚上好|不好意思|抱歉|打扰(?:一下|了)?|辛苦(?:了|啦)?|劳驾|拜托|谢谢",
  "同时(?:提到|涉及)|(?:一周|每周|一天)[一两二三]次|你懂的?|你知道的?|懂的都懂|那天|当天|那几天|也|再(?!生|次|度|就)|还|那就|那么|那(?=[我你就帮给把请关])|(?:这个|本|我们)?(?:频道|群)(?:里|内)?(?!众|体|岛)|(?:那个|这个)(?:就是|啥|什么)?|就是(?:说)?|嗯+|呃+|额+|哦+|啊+|哎|唉|诶|话说|对了|好吧|好的|算了|反正|其实|然后|所以",
  "我(?:们)?(?:正)?在(?:写|做|准备|查|找|整理|研究)|我(?:们)?(?:想|要|需要)(?:知道|了解|看|找|查|要)?(?!闻)|你(?:们)?(?:那|这)?(?:里|儿|边)?(?:有没有|有|给|帮)?",
  "(?:梳理|整理|总结|归纳|汇总|介绍|概括|盘点)(?:一下|一遍|下)?|(?:捋|理|列|说|讲|聊)(?:一下|一遍)|(?:说说|讲讲|聊聊|捋捋|看看|查查|搜搜|找找)|只(?:保)?留|写(?:个|一?篇|份)?(?:稿子?|文章|报告|周报|材料)(?:要)?(?:用)?|需要|之前|以前|上次|前阵子|前几天|那[篇条](?:讲|写|说)?|个(?![人体别税])|谁(?:那里|那儿|手里|手头)?有|(?:想|要)?了解(?:一下)?|(?:讲|写)(?=.{2,}的(?:文章|报道|那篇))|(?:给|替)(?:领导|老板|主任|编辑|主编|部长)(?:做|写|看|用|准备|出)?(?:一?份|个)?|(?:帮|给|替)(?:我们|我|忙|大家)?|麻烦(?:你|您)?|能不能|可不可以|可以|能否|请|来",
].join("|");

/** In Chinese at the end: what is to be done with it, and how it is said. */
export const HAN_TAILS = [
  "(?:你|您|再|都|也|就|请|麻烦|顺便|赶紧|快|先)?(?:帮我|帮我们|给我|给我们|给|帮|替我)?(?:搜|查|找|看|捋|理|整理|梳理|汇总|总结|归纳|列|列举|翻|扒|盘|说|讲|聊|介绍|概括|概述|盘点|收集|搜集)(?:一下|一遍|一番|下(?!降|跌|滑|水|令|游|属|级))(?:吧|呗|嘛|呀|啊)?",
  "(?:你|您|再|简单|大致|大概|快速)?(?:帮我|帮我们|给我|给我们|给|帮)?(?:搜搜|查查|找找|看看|捋捋|理理|说说|讲讲|聊聊|问问)(?:吧|呗|嘛)?|(?:帮我|给我|帮忙)(?:搜|查|找|看)(?:出来)?",
  "(?:太|好|真|也太)(?:多|烦|吵|频繁)(?:了|啦)?|烦死了?|吧|呗|喽|咯|啊|呀|哦|噢|谢谢(?:你|您|啦|了)?|辛苦(?:了|啦)?|多谢|麻烦(?:了|你了|您了)|拜托(?:了|啦)?|急用|急|尽快|越快越好",
  "(?:找|来|要|给)?(?:我)?几[篇条]|(?:文章|报道)?(?:在|去)哪(?:里|儿)?了?|(?:别|不要)太(?:旧|老|早|长|多|频繁|勤|吵)|(?:一周|每周|一天|每天)?[一两二三]次|有(?:么|吗|没有?)|都(?:行|可以|成)(?=$)|语言不限|不限语言|什么语言都(?:行|可以)|(?:那|这)(?:个|条|篇|件|些|种)?(?:事|事儿|东西|玩意儿?)?|(?:之类|等等|什么)的",
].join("|");
