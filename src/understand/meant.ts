/** What a correction says: "sorry, I meant June, not May" means June and denies May. */
import { either } from "../language/word-rows.ts";
import { CHINESE_MISTAKES, ENGLISH_MISTAKES, RUSSIAN_MISTAKES } from "./mistake-rows.ts";

export interface Meant {
  /** The words of what is meant; "" where it only denies. */
  readonly meant: string;
  /** What it denies, each part by itself. */
  readonly denied: readonly string[];
}

/** Talk of having said or taken it wrongly: it tells nothing of what is meant. */
const TALK = new RegExp(
  [
    `(?<!\\p{L})(?:${either(ENGLISH_MISTAKES)})(?![\\p{L}'])`,
    `(?<!\\p{L})(?:${either(RUSSIAN_MISTAKES)})(?!\\p{L})`,
    `(?:${either(CHINESE_MISTAKES)})`,
  ].join("|"),
  "giu",
);

/** A part that only denies: "not Kazakhstan", Урумчи мне не нужен, 中东打错. */
const DENIALS: readonly RegExp[] = [
  /^(?:and |but )?(?:not|no|don't|do not|didn't|isn't|never|nothing|instead of|rather than)(?: (?:in|on|at|about|for|the|an?))?\s(?<old>.{1,60})$/iu,
  /^(?:а |и |но |да |мне )?не (?:про |об? |в |за |с )?(?<old>.{1,60})$/iu,
  /^(?<old>.{1,40}?) (?:мне )?не (?:надо|нуж(?:ен|на|но|ны))$/iu,
  /^(?:而|并|可)?(?:不是|不要|不用|不需要|不必|别|別|没让你|没叫你|谁让你|誰讓你)(?:再|去|给我|查|看|搜)?(?<old>.{1,24})$/u,
  /^(?<old>.{1,16}?)(?:打错|打錯|写错|說錯|说错|搞错|太.{1,2})(?:了|啦)?$/u,
];
/** A part that denies and means: "not X but Y", "X not Y", не X а Y. */
const BOTH: readonly RegExp[] = [
  /^not (?:in |on |about |the )?(?<old>.{1,40}?) but (?:rather )?(?<now>.{1,60})$/iu,
  /^(?<now>.{1,60}?) (?:and )?not (?:in |on |about |the )?(?<old>.{1,40})$/iu,
  /^не (?:про |об? |в |за )?(?<old>.{1,40}?) а (?<now>.{1,60})$/iu,
  /^(?<now>.{1,60}?) а не (?:про |об? |в |за )?(?<old>.{1,40})$/iu,
  /^不是(?<old>.{1,16}?)(?:而)?是(?<now>.{1,24})$/u,
  /^(?<now>.{1,24}?)不是(?<old>.{1,16})$/u,
];
const PARTS = /[,，、。;；:：!！?？]\s*|\.\s+|\s[-–—]\s|\s-(?=\s)/u;
const LITTLE =
  /^(?:(?:the|an?|it|is|this|that|one|please|about|for|to|of|just|only|но|и|а|это|эту|этот|про|об?|мне|пожалуйста|только|是|по|to|once|要|的|吧|呢|啊|请|只|那|这|查|搜|看|找|跟)(?![\p{Script=Latin}\p{Script=Cyrillic}])\s*)+/iu;

/** Reads a correction; undefined where the words neither deny nor speak of a mistake. */
export function meantBy(text: string): Meant | undefined {
  const said = text.replace(/(?<![?!.。…])[?!.。…]+$/u, "");
  const plain = said.replace(TALK, "\u0000");
  const denied: string[] = [];
  const meant: string[] = [];
  for (const part of plain
    .split(PARTS)
    .map((one) => one.replaceAll("\u0000", " ").replace(/\s+/g, " ").trim())) {
    const both = BOTH.map((form) => form.exec(part)?.groups).find(Boolean);
    const denial = both ?? DENIALS.map((form) => form.exec(part)?.groups).find(Boolean);
    const old = denial?.old?.trim();
    if (old) denied.push(old);
    const now = (both ? both.now : denial ? "" : part)?.replace(LITTLE, "").trim();
    if (now) meant.push(now);
  }
  if (denied.length === 0 && plain === said) return undefined;
  return { meant: meant.join(" "), denied };
}
