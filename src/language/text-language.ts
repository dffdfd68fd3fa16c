/** Which of the bot's languages a text is in, by its letters. */
import type { Language } from "../article.ts";

/** Han wins from a quarter of the letters on, as a Han character says as much as several letters. */
export function languageOfText(text: string): Language {
  const sample = text.slice(0, 4_000);
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  if (han * 4 > cyrillic + latin && han > 0) return "zh";
  return cyrillic > latin ? "ru" : "en";
}
