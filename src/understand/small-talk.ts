/** What people say to be polite, pleased or cross: it asks for nothing, and gets one short line at most. */
import { anywhere, words } from "../language/when/pattern.ts";

export type Mood = "thanks" | "greeting" | "praise" | "abuse" | "laughter" | "aside" | "kept";

export const MOOD_ROWS: readonly (readonly [mood: Mood, language: string, words: string, example: string])[] =
  [
    [
      "thanks",
      "en",
      "thanks a (?:lot|bunch|million|ton)|ta|thanks|thank you|thankyou|thx|ty|tysm|cheers|much appreciated|appreciate(?: it| that)?|many thanks|thanks a (?:lot|bunch|million)",
      "thanks a lot",
    ],
    ["thanks", "zh", "谢谢|多谢|感谢|谢了|谢啦|辛苦了?|有劳", "谢谢你"],
    ["thanks", "ru", "спасибо*|дякую|рахмет|спс|пасиб*|благодар*|мерси|от души", "спасибо большое"],
    [
      "greeting",
      "en",
      "hi|hiya|hello|hey|heya|yo|howdy|sup|what's up|whats up|wassup|how are you(?: doing)?|how's it going|how do you do|good (?:morning|afternoon|evening|night|day)|morning|evening|gm|bye|goodbye|see (?:you|ya)(?: later| tomorrow)?|have a (?:good|nice|great) (?:day|one|evening|weekend|night)|welcome|nice to meet you|happy (?:new year|friday|monday|birthday)",
      "good morning everyone",
    ],
    [
      "greeting",
      "zh",
      "你好|您好|嗨|哈喽|哈啰|大家好|早上好|早安|早啊?|中午好|下午好|晚上好|晚安|再见|拜拜|明天见|周末愉快|新年快乐|最近好吗|你好吗|在吗",
      "早上好",
    ],
    [
      "greeting",
      "ru",
      "привет*|здравствуй*|здрасте|здрасьте|добр(?:ое|ый|ого|ой) (?:утро|утра|день|дня|вечер|вечера|ночи)|доброго времени суток|хай|салют|как (?:дела|жизнь|сам|поживаешь|ты|настроение)|пока|до (?:свидания|встречи|завтра)|спокойной ночи|хорошего дня|хороших выходных|с добрым утром|доброе|рад знакомству",
      "доброе утро",
    ],
    [
      "greeting",
      "en",
      "(?:that's|that is) (?:it|all) for (?:today|now)|signing off|calling it a day",
      "that's all for today",
    ],
    ["greeting", "zh", "到(?:这|此)(?:儿|里)?|先这样|下班了?|收工了?", "今天就到这儿"],
    ["greeting", "ru", "на сегодня (?:все|хватит)|закругля\\p{L}+", "на сегодня все"],
    [
      "praise",
      "en",
      "you rock|legend|lifesaver|good (?:bot|job|one|stuff|work|point)|great(?: job| work| stuff| bot)?|nice(?: one| work| job)?|well done|awesome|amazing|cool|perfect|excellent|brilliant|fantastic|love (?:it|this|you)|you(?:'re| are) (?:great|awesome|the best|amazing|a star|so smart|helpful|smart)|that(?:'s| is| was)? (?:great|helpful|useful|perfect|nice|cool|good|all|it|fine|right|exactly (?:right|what i needed))|very (?:helpful|useful|nice|good)|helpful|useful|wow|super|neat|ok|okay|k|kk|got it|understood|i see|noted|sure|fine|alright|all right|yes|yep|yeah|yup|right|exactly|agreed|makes sense|will do|no worries|no problem|np|interesting|how interesting|good to know|that was quick|so much|a lot",
      "lol nice one",
    ],
    [
      "praise",
      "zh",
      "太好了|太棒了?|真棒|很棒|棒|好的?|好用|很好|不错|厉害|牛|赞|点赞|收到|明白了?|知道了|了解|懂了|可以的?|行|嗯+|哦+|对的?|是的|没错|没问题|没事|有用|很有用|真聪明|聪明|好机器人|干得好|做得好|完美|666+|给力|真快",
      "干得好",
    ],
    [
      "praise",
      "ru",
      "молодец|молодцы|отлично|супер|класс*|круто|здорово|прекрасно|замечательно|великолепно|хорошо|хорош(?:ий|ая) (?:бот|работа)|умница|умный бот|полезно|очень полезно|то что надо|то, что нужно|ок|окей|окэй|понятно|понял*|принял*|ясно|ладно|принято|да|ага|угу|верно|точно|согласен|согласна|интересно|вау|огонь|топ|лучший|ты лучший|годно|пойдет|норм|нормально|хорошая работа|так держать",
      "молодец",
    ],
    [
      "abuse",
      "en",
      "shut up|stfu|idiot|stupid(?: bot)?|dumb(?: bot)?|useless|moron|you suck|(?:this|it|that) sucks|sucks|fuck(?: off| you|ing)?|damn(?: it)?|crap|bullshit|trash|garbage|rubbish|terrible|awful|bad bot|worst(?: bot)?|hate (?:you|this|it)|go away|leave me alone|piss off|wtf|nonsense|annoying|boring|you(?:'re| are) (?:stupid|dumb|useless|an idiot|annoying|wrong|so bad|terrible|bad)",
      "shut up",
    ],
    [
      "abuse",
      "zh",
      "闭嘴|滚|笨(?:蛋|死了)?|傻(?:瓜|逼|子)?|蠢(?:货)?|垃圾|废物|没用的?(?:东西)?|真没用|烦死了?|烦人|讨厌|什么(?:破|烂)(?:东西|机器人|玩意儿?)|智障|白痴|胡说(?:八道)?|他妈的|去死|无聊|差劲|太差了?",
      "你真笨",
    ],
    [
      "abuse",
      "ru",
      "заткнись|туп(?:ой|ая|ица|ишь|ень)*|дурак|дура|идиот*|дебил*|бесполезн*|отстань|отвали|иди (?:на|в) \\p{L}{2,8}|пош[её]л (?:на|вон|к) ?\\p{L}{0,8}|ерунда|чушь|бред|фигня|хрень|отстой|плохой бот|достал*|надоел*|бесишь|ужас*|кошмар|глуп(?:ый|ая)|ненавижу|помойка|говно*|черт|блин|мусор",
      "ты тупой",
    ],
    [
      "laughter",
      "en",
      "l+o+l+|(?:ha){2,}h?|(?:he){2,}|lmao|lmfao|rofl|haha+|hehe+|xd+|jk|omg|oops|hmm+|huh|meh|ugh|eh|test(?:ing)?|ping|\\.{2,}|oh",
      "lol",
    ],
    ["laughter", "zh", "哈{2,}|呵{2,}|嘿{2,}|嘻{2,}|笑死(?:我)?了?|哎呀?|唉|呃|测试(?:一下)?|233+", "哈哈哈"],
    [
      "laughter",
      "ru",
      "а?(?:ха){2,}х?|(?:хе){2,}|(?:хи){2,}|(?:ах){2,}а?|лол|кек|ржу|ору|ой|ох|эх|хм+|мда|тест|проверка связи|проверка",
      "ахаха",
    ],
  ];
const LIGHT =
  "you|u|so|very|much|really|that|this|it|was|is|a|the|bot|all|everyone|everybody|guys|folks|team|there|again|for|your|help|now|today|please|i|just|man|mate|to|and|but|such|what|how|are|be|me|my|dear|friend|sco|too|indeed|ты|вы|так|очень|это|эта|всем|все|бот|боту|за|помощь|тебе|вам|и|а|ну|же|какой|какая|как|просто|большое|огромное|коллеги|друзья|народ|сегодня|уже|мне|меня|ой|еще|раз|вот|совсем|реально|такой|такая|самый|мой|от|дорогой";
const HAN_LIGHT =
  "你们?|您|了|啊|呀|吧|哦|真|很|太|好|啦|呢|的|这|那|个|机器人|大家|我|也|都|非常|十分|今天|帮忙|帮助|是|就|得|嘛|哈|各位|同事们?|朋友们?|死|小助手|助手";

const MOODS = MOOD_ROWS.map(([mood, language, source]) => ({
  mood,
  is: language === "zh" ? anywhere(source) : words(source),
}));
const light = words(LIGHT);
const hanLight = anywhere(HAN_LIGHT);
const LONGEST = 120;

/** The mood of a text that is nothing but small talk; undefined when it says anything else. @param low lower case */
export function moodOf(low: string): Mood | undefined {
  if (low.length > LONGEST) return undefined;
  let left = low;
  const moods: Mood[] = [];
  for (const { mood, is } of MOODS) {
    const without = left.replace(is, " ");
    if (without !== left) moods.push(mood);
    left = without;
  }
  if (moods.length === 0) return undefined;
  const bare = left.replace(light, " ").replace(hanLight, " ");
  if (/[\p{L}\p{N}]/u.test(bare)) return undefined;
  return (["abuse", "thanks", "greeting", "praise", "laughter"] as const).find((mood) =>
    moods.includes(mood),
  );
}

/** The mood of small talk that says more: the first of which it has a word. @param low lower case */
export function moodIn(low: string): Mood {
  return MOODS.find(({ is }) => low.search(is) >= 0)?.mood ?? "laughter";
}
