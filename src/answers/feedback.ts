/** 👍 and 👎 on answers: counted for each question and article of a workspace, never who said it. */
import { createHash } from "node:crypto";
import type { Caller } from "../command.ts";
import { personScope, workspaceScope } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";

export interface Rating {
  readonly question: string;
  readonly good: number;
  readonly bad: number;
  /** Ids of the articles that the answer rested on, with the same counts. */
  readonly articles: Readonly<Record<string, { readonly good: number; readonly bad: number }>>;
}

type At = Pick<Caller, "platform" | "workspace">;
const roomOf = (at: At): string => `feedback:${workspaceScope(at)}`;
/** A question that nobody rates any more is forgotten after half a year. */
const KEPT_MS = 180 * 86_400_000;
/** How often a count is tried again when another process counted at the same moment. */
const TRIES = 5;
/** What is kept of a question, in UTF-16 units. */
const LONGEST = 200;

/** Ratings of one person that are counted in a day. */
const DAILY = 50;
const DAY_MS = 86_400_000;

/** Whether a person may rate once more today. */
export async function mayRate(
  store: StateStore,
  at: Pick<Caller, "platform" | "workspace" | "user">,
): Promise<boolean> {
  return (await store.count(`rated:${personScope(at)}:count`, DAY_MS)) <= DAILY;
}

/** Adds one to the counts of a question and of the articles its answer rested on. */
export async function rate(
  store: StateStore,
  at: At,
  asked: string,
  articles: readonly string[],
  verdict: "good" | "bad",
): Promise<void> {
  const question = asked.normalize("NFKC").replace(/\s+/g, " ").trim().slice(0, LONGEST);
  const name = createHash("sha256").update(question.toLowerCase()).digest("hex").slice(0, 16);
  const key = `${roomOf(at)}:${name}`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await store.get(key);
    const rating = asRating(before) ?? { question, good: 0, bad: 0, articles: {} };
    const counted = { ...rating.articles };
    for (const id of articles.slice(0, 10))
      counted[id] = plusOne(counted[id] ?? { good: 0, bad: 0 }, verdict);
    const after = { ...rating, ...plusOne(rating, verdict), articles: counted };
    if (await store.commit({ when: { [key]: before }, set: { [key]: after }, ttl: { [key]: KEPT_MS } }))
      return;
  }
}

/** All ratings of a workspace, the worst first: what others asked is not for its eyes. */
export async function ratings(store: StateStore, at: At): Promise<readonly Rating[]> {
  const entries = await store.list(roomOf(at));
  return entries
    .flatMap(([, value]) => asRating(value) ?? [])
    .sort((a, b) => b.bad - b.good - (a.bad - a.good) || b.bad - a.bad);
}

function plusOne({ good, bad }: { readonly good: number; readonly bad: number }, verdict: "good" | "bad") {
  return { good: good + (verdict === "good" ? 1 : 0), bad: bad + (verdict === "bad" ? 1 : 0) };
}

function asRating(value: unknown): Rating | undefined {
  if (typeof value !== "object" || value === null || !("question" in value)) return undefined;
  const { question, good = 0, bad = 0, articles = {} } = value as Partial<Rating>;
  return typeof question === "string" ? { question, good, bad, articles } : undefined;
}
