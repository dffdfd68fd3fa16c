/** How people say that something was said or taken wrongly. Of two that begin alike the first counts. */
import type { WordRow } from "../language/word-rows.ts";

export const ENGLISH_MISTAKES: readonly WordRow[] = [
  { example: "nope", words: "no+|nope|nah" },
  { example: "sorry", words: "sorry|oops|pardon(?: me)?|my (?:bad|mistake)" },
  { example: "hold on", words: "wait|hold on|actually|rather|typo" },
  {
    example: "wrong country",
    words: "wrong(?: (?:country|city|place|one|dates?|day|month|year|person|topic|time|word))?",
  },
  {
    example: "that's not it",
    words:
      "(?:that|it|this)(?:'s| is| was) (?:a mistake|wrong|not (?:it|right))|(?:that|it|this) (?:is|was) (?:the )?",
  },
  {
    example: "that isn't what I asked for",
    words: "(?:that|this) (?:isn't|wasn't|is not|was not|'s not) what i (?:asked|wanted|meant)(?: for)?",
  },
  { example: "you got me wrong", words: "you (?:misunderstood|got (?:it|me) wrong)(?: me)?" },
  {
    example: "I only wanted to see",
    words:
      "i (?:(?:only|just|actually|really) )?(?:mean[t]?|said|want(?:ed)?|was after|am after|was asking|asked|need(?:ed)?)(?: (?:for|about))?(?: to (?:know|see|have|say))?",
  },
  {
    example: "is what I meant",
    words: "(?:is |was )?what i (?:mean[t]?|wanted|asked for|was after)|i was after|what about",
  },
  {
    example: "it should have been",
    words: "by mistake|it should (?:be|have been|read)|should (?:be|have been)",
  },
];

export const RUSSIAN_MISTAKES: readonly WordRow[] = [
  { example: "нет", words: "нет|неа" },
  { example: "простите", words: "ой|упс|прости(?:те)?|извини(?:те)?|пардон" },
  {
    example: "я ошибся",
    words: "опечат\\p{L}+|оговор\\p{L}+|ошиб(?:ка|очка|ся|лась)|я ошиб\\p{L}+",
  },
  { example: "опять мимо", words: "неверно|неправильно|не то|не так|опять мимо|мимо" },
  { example: "точнее", words: "точнее|вернее|то есть" },
  {
    example: "вы меня не так поняли",
    words: "(?:вы|ты) (?:меня )?не ?(?:так |верно |правильно )?понял\\p{L}*|(?:вы|ты) неверно понял\\p{L}*",
  },
  {
    example: "я имела в виду",
    words: "(?:я )?(?:имел[аи]?|имелись?|имелось) в виду|речь (?:шла|идет|была)(?: об?)?",
  },
  {
    example: "я спрашивал",
    words: "(?:я )?(?:про )?спрашивал[аи]?|я (?:просил|говорил|сказал|хотел)[аи]?(?: про| об?)?|хотел[аи]?",
  },
  {
    example: "мне нужны были",
    words: "(?<!не )(?:мне )?(?:надо|нужно|нужен|нужна|нужны)(?: был[аои]?)?",
  },
  { example: "перепутала", words: "перепутал[аи]?" },
];

export const CHINESE_MISTAKES: readonly WordRow[] = [
  { example: "不好意思", words: "哎呀?|哦|噢|呃|啊|抱歉|不好意思|对不起" },
  {
    example: "我说错了",
    words: "[搞弄]岔了?|(?<=^|[,，、。!！ ])我?(?:[搞弄说讲写打按选问]?错(?:了|字|啦|对象|人){0,3})+",
  },
  { example: "口误", words: "口误|手滑了?" },
  { example: "我的意思是", words: "才对|才是我?的?意思|我的意思是" },
  { example: "你理解错了", words: "你?(?:理解|弄|搞)错了?" },
  { example: "我想问的是", words: "我?(?:想)?(?:说|指|问|要|查|看)的(?:是|就是)|我是(?:想|要|说|指|问)" },
  { example: "应该是", words: "应该是|我只?要|我想要?|你多给了|不对|更正" },
];
