/** Wishes about settings and help → `settings`, `help`. */
import { QUESTIONS } from "../i18n/understand.ts";
import { hoursIn } from "../language/when/clock-times.ts";
import type { Scene } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { again } from "./signs.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";

/** A setting that is no longer wanted. */
export const RESETS =
  /(?<!\p{L})(?:reset|clear|forget|default|unset|сбрось|сброс|очисти|по умолчанию|убери)\p{L}*|清除|重置|默认|恢复原/u;

/** Quiet hours by their name: "don't write at night" asks for some, it ends none. */
const QUIET_HOURS =
  /quiet|do[ -]not[ -]disturb|(?<!\p{L})dnd(?!\p{L})|免打扰|勿扰|静音|安静时段|(?<!\p{L})тих\p{L}{0,4} (?:час|врем|период)|(?<!\p{L})тишин|режим\p{L}{0,2} «?не беспокоить/u;

export function quiet({ sentence }: Scene): Understood {
  const hours = hoursIn(sentence.low);
  if (hours) return confirms(`settings quiet ${hours.value} for:channel`);
  const off =
    sentence.has("stop") ||
    /no (?:more )?quiet|(?<!\p{L})off(?!\p{L})|without quiet|关|取消|убери|отключи|не нужны/u.test(
      sentence.low,
    );
  if (off && QUIET_HOURS.test(sentence.low)) return confirms("settings quiet off for:channel");
  return sentence.question || sentence.has("show") ? does("settings") : puts(QUESTIONS.quiet);
}

export function zone({ sentence }: Scene): Understood {
  const found = sentence.slots.zones[0];
  if (!found && RESETS.test(sentence.low)) return confirms(`settings zone off${forChannel(sentence)}`);
  if (!found) return sentence.question || sentence.has("show") ? does("settings") : puts(QUESTIONS.zone);
  return confirms(`settings zone ${found.value.zone}${forChannel(sentence)}`);
}

/** Who sees answers. What shall not be shown or sent leaves open what shall: the setting is shown. */
export function audience({ sentence }: Scene): Understood {
  if (sentence.has("stop") || DENIES.test(sentence.low)) return does("settings");
  return confirms(`settings audience ${sentence.has("everybody") ? "channel" : "me"}${forChannel(sentence)}`);
}

const DENIES = /(?<!\p{L})(?:not|never|don['’]?t|не|без)(?!\p{L})|别|不要|不用/u;

/** Behind a setting that is meant for all. */
export function forChannel(sentence: Sentence): string {
  return sentence.has("channel") ? " for:channel" : "";
}

/** Publishers that nothing is wanted of any more, or that are wanted back. */
export function leaveOut({ sentence }: Scene): Understood {
  const { leftOut, publishers } = sentence.slots;
  const names = (leftOut.length > 0 ? leftOut : publishers).map(({ value }) => value.id);
  const sign = leftOut.length > 0 ? "-" : "+";
  return confirms(`settings sources ${names.map((name) => `${sign}${name}`).join(" ")}`);
}

/** The language that the bot shall write, or which one is asked back. */
export function language({ sentence }: Scene): Understood {
  const all = sentence.slots.languages;
  const found = all.find(({ value }) => !value.of) ?? all[0];
  if (!found && RESETS.test(sentence.low)) return confirms(`settings language off${forChannel(sentence)}`);
  if (!found) return sentence.question || sentence.has("show") ? does("settings") : puts(QUESTIONS.language);
  return confirms(`settings language ${found.value.language}${forChannel(sentence)}`);
}

export function helpLine(sentence: Sentence): string {
  const { low } = sentence;
  if (/что .{0,14}(?:писать|сказать|спросить)|what can (?:i|we|you)|输入|[能会]做/u.test(low)) return "help";
  if (
    /settings|настройк|设置$|语言|язык|language/u.test(low) ||
    sentence.has("zone") ||
    sentence.has("quiet") ||
    sentence.has("audience")
  )
    return sentence.has("summary") ? "help daily" : "help settings";
  if (sentence.has("summary") || again(sentence)) return "help daily";
  if (sentence.has("watch") || sentence.has("alert")) return "help watch";
  if (sentence.has("feeds")) return "help feeds";
  return sentence.has("search") ? "help search" : "help";
}
