/** Which of the bot's languages a text is in, by counting letters of each script. */
import type { Language } from "../article.ts";

/** A Han character says about as much as this many letters of an alphabet: Chinese texts are full of Latin names. */
const HAN_WEIGHT = 4;
const ENOUGH = 5000;

/** The language most of the text is written in; English when nothing tells. */
export function languageOf(text: string): Language {
  let han = 0;
  let latin = 0;
  let cyrillic = 0;
  for (let i = 0; i < Math.min(text.length, ENOUGH); i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) han++;
    else if (code >= 0x400 && code <= 0x52f) cyrillic++;
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin++;
  }
  if (han > 0 && han * HAN_WEIGHT >= Math.max(latin, cyrillic)) return "zh";
  return cyrillic > latin ? "ru" : "en";
}
