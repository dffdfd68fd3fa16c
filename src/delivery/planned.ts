/** What is remembered of the ticks of a schedule, so that a clock that leaps brings none twice. */
import { channelScope } from "../state/scope.ts";
import type { Schedule } from "./model.ts";

/** Of a schedule: the instants last planned, and those from which on it was to count: a clock may come to them again. */
export const plannedKey = (at: Schedule): string => `planned:${channelScope(at)}:${at.id}`;

/** How many instants are kept under `plannedKey`. */
const PLANNED_KEPT = 16;

/** What stands under `plannedKey`, and the same with one more instant. */
export function instantsIn(row: unknown): readonly number[] {
  return Array.isArray(row) ? row.filter((one) => typeof one === "number") : [];
}

export function withInstant(row: unknown, instant: number): readonly number[] {
  return [instant, ...instantsIn(row)].slice(0, PLANNED_KEPT);
}
