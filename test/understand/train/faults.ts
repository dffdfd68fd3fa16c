/** Sorts misread sayings by what is wrong with them: the wish, or which of its arguments. */
import { content, meets, type Saying } from "../../../src/eval/judge-sayings.ts";

/** What a fault of an argument is about, by the name that the judge gives it. */
const ARGUMENTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:time|quiet|every|until|silence|rush|for)\b/, "time"],
  [/^(?:on|after|before|first|last|period)\b/, "day"],
  [/^days\b/, "weekday"],
  [/^zone\b/, "zone"],
  [/^(?:lang|locale|translate)\b/, "language"],
  [/^publisher\b/, "publisher"],
  [/^without\b/, "left out"],
  [/^id\b/, "reference"],
  [/^(?:n|page|limit)\b/, "number"],
];

/** @param got the line and the judge's word on it: `search Iran (query “Iran”)` */
export function kindOfFault({ want, args }: Saying, got: string): string {
  const at = got.indexOf(" (");
  const what = got.slice(at + 2, -1);
  if (what === "no line") return "asked back where the wish was plain";
  if (what.startsWith("command "))
    return /^(?:unclear|smalltalk)$/.test(want) ? "done where it should ask" : "wish";
  const topic = /^(?:query|topic|about) “(.*)”$/su.exec(what)?.[1];
  if (topic !== undefined) return topicFault(args.query ?? args.topic ?? args.about ?? "", topic);
  if (what.startsWith("extra topic")) return "topic: words left over";
  const name = what.replace(/^extra /, "");
  const [, kind = `other: ${name}`] = ARGUMENTS.find(([form]) => form.test(name)) ?? [];
  return `${kind}${what.startsWith("extra ") ? ", not said" : ""}`;
}

function topicFault(value: Saying["args"][string], topic: string): string {
  const any = typeof value === "object" && "any" in value ? value.any.map(String) : [String(value)];
  const have = content(topic);
  const lost = any.every((one) => content(one).some((word) => !have.some((other) => meets(word, other))));
  const over = any.every((one) => have.some((word) => !content(one).some((other) => meets(word, other))));
  return lost ? (over ? "topic: words lost and left over" : "topic: words lost") : "topic: words left over";
}
