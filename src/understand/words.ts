/** Free words made plain: the bot's name, greetings, polite words, emoji and quoted lines taken away. */

const NAMES =
  /(?:<@[\w!&]+>|@?\bsco[- ]?bot\b[,:：，]?|@sco\b[,:：，]?|上合(?:小)?(?:机器人|助手)|(?:шос|ско)[- ]?бот)/giu;
const POLITE =
  /\b(?:please|pls|plz|thanks?(?: you| a lot)?|thx|kindly|(?<!\b(?:what|how|who) )(?:could|can|would|will) you|i(?:'d| would) like (?:you )?to|i want (?:you )?to(?! (?:read|be (?!notified|alerted|informed|pinged)|know))|hey|hi there|hello there|dear bot|gimme(?= )|ok(?:ay)?|so|well|um+|btw|just)\b|请您?|麻烦(?:你|您)?|劳驾|谢谢(?:你|您)?|多谢|拜托|能不能|可不可以|可以(?:帮我)?吗?|帮我|帮忙|(?<!\p{L})(?:(?:хочу|хотим|хотел(?:а|ось)? бы|можно|нельзя ли|давай(?:те)?|мне (?:нужно|надо))(?= (?:следить|отслеж|подпис|получать|найти|поиск|поискать|посмотреть)\p{L}*)|пожалуйста|плиз|спасибо(?: большое)?|будь(?:те)? добр[аы]?|не мог(?:ли|ла|) бы (?:ты|вы)|(?<!что (?:ты |вы )?)(?:можешь|можете)|мог(?:ли)? бы|эй|слушай|ну|ок)(?!\p{L})/giu;
const EMOJI =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u200d|:[a-z0-9_+-]+:(?=\s|$)/gu;

/** How people write in a hurry, and what they mean. */
const HASTY: readonly (readonly [RegExp, string])[] = [
  [/\b(?:u|ya)\b(?!\.)/g, "you"],
  [/\b[rR]\b(?= (?:you|the|there|they)\b)/g, "are"],
  [/\bwat(?:s)?\b/gi, "what"],
  [/\b(what|who|where|when|how|that|it)s\b/gi, "$1's"],
  [/\b(?:tl;?dr)\b/gi, "summary"],
  [/\bppl\b/gi, "people"],
  [/(?<!\p{L})(?:чё|че|чо|шо)(?!\p{L})/giu, "что"],
  [/(?<!\p{L})чё-ни(?:ть|будь)|что-нить/giu, "что-нибудь"],
  [/(?<!\p{L})(?:щас|ща)(?!\p{L})/giu, "сейчас"],
];

const GREETING =
  /^(?:hi|hello|hey|bot|good (?:morning|evening|afternoon)|привет|здравствуй(?:те)?|добр(?:ый день|ое утро|ый вечер)|бот|你好|您好|早上好|晚上好)(?:[\s,.!，。！:：]+)(?!(?:there|bot|бот|all)$)(?=\S)/iu;

/** The words that matter of what was said; "" when it was nothing but politeness and emoji. */
export function plainWords(said: string): string {
  const unquoted = said
    .split("\n")
    .filter((line) => !/^\s*(?:>|&gt;)/.test(line))
    .join(" ");
  const bare = tidy(unquoted.replace(NAMES, " ").replace(EMOJI, " "));
  const spelled = HASTY.reduce((text, [hasty, meant]) => text.replace(hasty, meant), bare);
  return tidy(tidy(spelled.replace(GREETING, "").replace(POLITE, " ")).replace(GREETING, ""));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\s+([,.!?;:，。！？；：])/g, "$1")
    .replace(/([,，])[,，]+/g, "$1")
    .replace(/^[\s,.!;:，。！；：、—–-]+|[\s,.!;:，。！；：、—–]+$/g, "")
    .replace(/^["“«「](.*)["”»」]$/u, (whole, inner: string) => (/["“”«»「」]/.test(inner) ? whole : inner));
}
