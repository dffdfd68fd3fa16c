/** A wish for somebody's own words → `quotes`. "What did he say" stays a question: its answer is one sentence. */
import { QUESTIONS } from "../i18n/understand.ts";
import { entitiesOf } from "../language/open.ts";
import type { Scene } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { topicIn } from "./topic.ts";
import { does, puts, type Understood } from "./understood.ts";
import { quoted } from "./write.ts";

/** Each finds the person, with the subject behind it where there is one. */
const FORMS: readonly RegExp[] = [
  /(?<!\p{L})(?:quotes|quotations|statements)\s+(?:by|from|of)\s+(?<rest>\p{L}.+)$/iu,
  /(?<!\p{L})(?<rest>\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})['’]s?\s+(?:quotes|quotations|exact words|own words)(?<more>\s+(?:about|on)\s+.+)?$/u,
  /(?<!\p{L})(?:цитаты|высказывания)\s+(?!(?:за|на|о|об|про|по|в|во|с|со|из|и)\s)(?<rest>\p{L}.+)$/iu,
  /^(?:请|帮我|给我|我要|我想)?(?:看看|看|查查|查|找找|找|搜|显示)?(?:一下)?(?<rest>[\p{L}·・\s]{2,30}?)(?<more>(?:关于|谈)[^的]{1,30})?的?(?:语录|引语|原话)(?:有哪些)?$/u,
];

/** "Somebody's quotes on energy", as `quotes` takes them; undefined where nobody's are asked for. */
export function quotesAsked({ text }: Pick<Sentence, "text">): string | undefined {
  for (const form of FORMS) {
    const { rest, more = "" } = form.exec(text.replace(/(?<![?？!！.。])[?？!！.。]+$/u, ""))?.groups ?? {};
    if (rest !== undefined) return `${rest.trim()} ${more.trim()}`.trim();
  }
  return undefined;
}

/** Between a person and what they spoke of. */
const ON =
  /\s+(?:about|on|re|regarding|о|об|про|по|насчет|насчёт|касательно|concerning)\s+|(?:关于|谈到?|对)/u;

export function quotes({ sentence }: Scene): Understood {
  const asked = quotesAsked(sentence);
  if (asked !== undefined) {
    const [person = "", subject = ""] = asked.split(ON);
    return does(subject ? `quotes ${person.trim()} about:${quoted(subject.trim())}` : `quotes ${asked}`);
  }
  const [name] = entitiesOf(sentence.text).filter(({ kind }) => kind === "person");
  const person = name
    ? sentence.text.slice(name.start, name.end)
    : topicIn(sentence, sentence.slots.days, [], true, "quotes").replace(
        /['’]s$|的?(?:语录|原话|引语)$/u,
        "",
      );
  if (person === "") return puts(QUESTIONS.person);
  const behind = name ? sentence.text.slice(name.end) : "";
  const on = ON.exec(behind);
  const about = on
    ? behind
        .slice(on.index + on[0].length)
        .replace(/[?？!！.。,，].*$|的?(?:原话|话|言论|语录).*$|\s+(?:pls|please|пожалуйста).*$/u, "")
        .trim()
    : "";
  return does(
    `quotes ${person}${about && !/^(?:шос|sco|上合(?:组织)?的?)$/iu.test(about) ? ` about:${quoted(about)}` : ""}`,
  );
}
