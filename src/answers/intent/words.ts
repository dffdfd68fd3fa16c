/** Free words made plain: the bot's name, greetings, polite words, emoji and quoted lines taken away. */

const NAMES =
  /(?:<@[\w!&]+>|@?\bsco[- ]?bot\b[,:：，]?|@sco\b[,:：，]?|上合(?:小)?(?:机器人|助手)|(?:шос|ско)[- ]?бот)/giu;
const POLITE =
  /\b(?:please|pls|plz|thanks?(?: you| a lot)?|thx|kindly|(?<!\b(?:what|how|who) )(?:could|can|would|will) you|i(?:'d| would) like (?:you )?to|i want (?:you )?to(?! (?:read|be))|hey|hi there|hello there|dear bot|gimme(?= )|ok(?:ay)?|so|well|um+|btw)\b|请您?|麻烦(?:你|您)?|劳驾|谢谢(?:你|您)?|多谢|拜托|能不能|可不可以|可以(?:帮我)?吗?|帮我|帮忙|(?<!\p{L})(?:пожалуйста|плиз|спасибо(?: большое)?|будь(?:те)? добр[аы]?|не мог(?:ли|ла|) бы (?:ты|вы)|можешь|можете|мог(?:ли)? бы|эй|слушай|ну|ок)(?!\p{L})/giu;
const EMOJI =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u200d|:[a-z0-9_+-]+:(?=\s|$)/gu;

const GREETING =
  /^(?:hi|hello|hey|bot|good (?:morning|evening|afternoon)|привет|здравствуй(?:те)?|добр(?:ый день|ое утро|ый вечер)|бот|你好|您好|早上好|晚上好)(?:[\s,.!，。！:：]+)(?=\S)/iu;

/** The words that matter of what was said; "" when it was nothing but politeness and emoji. */
export function plainWords(said: string): string {
  const unquoted = said
    .split("\n")
    .filter((line) => !/^\s*(?:>|&gt;)/.test(line))
    .join(" ");
  const bare = tidy(unquoted.replace(NAMES, " ").replace(EMOJI, " "));
  return tidy(tidy(bare.replace(GREETING, "").replace(POLITE, " ")).replace(GREETING, ""));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\s+([,.!?;:，。！？；：])/g, "$1")
    .replace(/([,，])[,，]+/g, "$1")
    .replace(/^[\s,.!;:，。！；：、—–-]+|[\s,.!;:，。！；：、—–]+$/g, "")
    .replace(/^["“«「](.*)["”»」]$/u, (whole, inner: string) => (/["“”«»「」]/.test(inner) ? whole : inner));
}

/** Features of a text for the classifier: words, and pairs of Han characters. */
export function features(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}'’]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) tokens.push(run.length > 5 ? run.slice(0, 5) : run);
    else {
      tokens.push(...run);
      for (let at = 0; at + 1 < run.length; at++) tokens.push(run.slice(at, at + 2));
    }
  }
  const first = tokens[0];
  return first === undefined ? [] : [...tokens, `^${first}`];
}
