/** Follow-ups: "and in 2024?", "来源呢?", "ещё" mean the last question that was asked in the same place. */
import type { Caller } from "../command.ts";
import { channelScope, personScope, placeOf } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";

/** What was asked last, and how many sentences were shown. */
interface Last {
  readonly question: string;
  readonly shown: number;
}

/** What a text asks, once what was asked before is taken into account. */
export interface ThreadQuestion {
  readonly question: string;
  /** Sentences to leave out at the start. */
  readonly from: number;
  /** Only the articles that the last answer rests on are wanted. */
  readonly sources: boolean;
  /** It follows up on a question that nobody remembers, and asks nothing by itself. */
  readonly lost?: true;
}

/** A thread is remembered for a day. */
const KEPT_MS = 86_400_000;
const MORE =
  /^(?:and |show |tell me )?(?:more|what else|go on|anything else|continue)$|^(?:更多|还有(?:吗|呢)?|继续|再来|其他的?(?:呢)?)$|^(?:ещ[её]|дальше|больше|продолжай|а ещ[её]|что ещ[её])$/iu;
const SOURCES =
  /^(?:(?:what(?:'s| is| are)? )?(?:the |your )?sources?|where (?:is|was) (?:this|that|it) from|says who|link|links)$|^(?:来源|出处|原文|链接|來源)(?:呢|是什么|在哪里?)?$|^(?:(?:а |какой )?источники?|откуда (?:это|информация)|ссылк[аи]|где источник)$/iu;
const AND = /^(?:and|what about|how about|и|а|а что насч[её]т|那么?|那)(?=[\s\p{Script=Han}\d])\s*|呢$/giu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Threads of a channel, and channels of a person, that are remembered. */
const PLACES = 1_000;

const whereOf = (caller: Caller): string => caller.thread ?? caller.channel;
/** A thread's is everybody's; outside of one it is the person's own, and goes when they are forgotten. */
const keyOf = (caller: Caller): string =>
  caller.thread === undefined
    ? `answers:${personScope(caller)}:last/${placeOf(caller.channel, PLACES)}`
    : `answers:${channelScope(caller)}:last/${placeOf(caller.thread, PLACES)}`;

/** Reads a text in the light of what was asked before in its thread; never rejects for want of a memory. */
export async function inThread(typed: string, caller: Caller, store: StateStore): Promise<ThreadQuestion> {
  const text = typed.replace(/(?<![?？!！。.\s])[?？!！。.\s]+$/u, "").trim();
  const plain = { question: typed, from: 0, sources: false };
  const follows = isFollowUp(text);
  if (!follows) return plain;
  const last = await recall(caller, store);
  if (!last) return MORE.test(text) || SOURCES.test(text) ? { ...plain, lost: true } : plain;
  if (MORE.test(text)) return { question: last.question, from: last.shown, sources: false };
  if (SOURCES.test(text)) return { question: last.question, from: 0, sources: true };
  return { ...plain, question: changed(last.question, text.replace(AND, "").trim()) };
}

/** Whether a text makes sense only after another question. */
export function isFollowUp(text: string): boolean {
  const bare = text.replace(/(?<![?？!！。.\s])[?？!！。.\s]+$/u, "").trim();
  if (MORE.test(bare) || SOURCES.test(bare)) return true;
  return bare.search(AND) >= 0 && bare.length < 40;
}

/** Remembers a question for the follow-ups in its thread. A memory that cannot be written is no reason to fail. */
export async function remember(last: Last, caller: Caller, store: StateStore): Promise<void> {
  await store.set(keyOf(caller), { ...last, where: whereOf(caller) }, KEPT_MS).catch(() => undefined);
}

async function recall(caller: Caller, store: StateStore): Promise<Last | undefined> {
  const value = await store.get(keyOf(caller)).catch(() => undefined);
  if (typeof value !== "object" || value === null) return undefined;
  const { question, shown, where } = value as Partial<Last & { where: string }>;
  if (where !== whereOf(caller)) return undefined;
  return typeof question === "string" && typeof shown === "number" ? { question, shown } : undefined;
}

/** The last question with another year, or with the new words besides. */
function changed(question: string, addition: string): string {
  const year = YEAR.exec(addition)?.[0];
  if (year && YEAR.test(question)) return question.replace(YEAR, year);
  return `${question.replace(/(?<![?？])[?？]+$/u, "")} ${addition}?`;
}
