/** How sentences begin that go on from the one before. Of two that begin alike the first counts. */
import type { WordRow } from "../language/word-rows.ts";

export const CHINESE_OPENINGS: readonly WordRow[] = [
  {
    example: "此外,与会各方还讨论了合作",
    words: "其次|其中|此外|另外|同时|此前|此后|随后|之后|届时",
  },
  { example: "但是,谈判没有结束", words: "但是?|因此|所以|不过|然而|而且?|并且?|也|还|又|则" },
  { example: "他们都同意", words: "他们?|她们?|它们?|这|该|此(?!间)|对此|为此|据此|上述|前者|后者" },
  { example: "双方签署了文件", words: "双方|两国|两人|三方|各方|与会" },
  {
    example: "会上,代表们交换了意见",
    words: "会上|会前|会后|会间|会谈(?:中|后)|会见(?:中|后)|会议(?!室|中心)",
  },
  {
    example: "峰会将持续两天",
    words: "峰会|论坛|活动|仪式|谈判|调查|报告|文件|声明|协议|项目|中心",
  },
  { example: "次日,代表团离开", words: "当天|当日|当地|同日|次日" },
  { example: "据悉,工程已经开始", words: "据介绍|据悉|据了解|他说|我们?" },
];

export const ENGLISH_OPENINGS: readonly WordRow[] = [
  { example: "It began on Monday", words: "it|they|he|she|we|i|this|these|those|that|such" },
  { example: "Their plan is older", words: "his|her|their|its|our" },
  { example: "Both agreed", words: "both|neither|either|each|some|others?|another|many|most" },
  { example: "However, talks go on", words: "also|however|but|and|or|so|yet|then|there|here|moreover" },
  {
    example: "Meanwhile, prices rose",
    words: "meanwhile|still|instead|besides|afterwards?|later|earlier|nor",
  },
  {
    example: "In addition, two roads were built",
    words: "among them|in (?:addition|particular|response|return|turn|his|her|their|its|this)|as a result",
  },
  {
    example: "At the meeting, ministers spoke",
    words: "at the (?:same time|meeting|event|forum|summit|ceremony)|according to (?:him|her|them|it)",
  },
  {
    example: "For example, one town has none",
    words: "for (?:example|instance|this|that|his|her|its|their)",
  },
  {
    example: "On the sidelines, two presidents met",
    words:
      "on (?:the sidelines|his|her|this)|after (?:that|this|the)|during (?:the|this|his|her)|of (?:these|those|them)",
  },
];

export const RUSSIAN_OPENINGS: readonly WordRow[] = [
  { example: "Он начался в понедельник", words: "он|она|оно|они|мы|я" },
  {
    example: "Эти меры приняты",
    words: "это|эт[оаи]|этот|эту|эти[хм]?|этого|этой|этому|того|тот|та|те|тех|такой|такая|такие|таким|так",
  },
  { example: "Однако переговоры идут", words: "также|кроме того|однако|но|а|и|или|же" },
  {
    example: "По его словам, дорога готова",
    words:
      "при этом|при нём|вместе с тем|в частности|по (?:его|её|их) (?:словам|мнению)|по словам (?:министра|собеседника|эксперта|чиновника|президента)",
  },
  {
    example: "Стороны договорились",
    words: "его|её|их|оба|обе|обоих|стороны|участники|собеседники|присутствующие",
  },
  {
    example: "Затем выступили гости",
    words: "там|здесь|тогда|затем|потом|позже|ранее|после (?:этого|чего|того)|до этого|для этого|поэтому",
  },
  { example: "Остальные воздержались", words: "сам[аои]?|каждый|другой|другая|другие|остальные" },
  {
    example: "Встреча прошла в Ташкенте",
    words:
      "встреча|заседание|форум|саммит|мероприятие|церемония|переговоры|документ|соглашение|проект|доклад|центр|опрос|исследование",
  },
];
