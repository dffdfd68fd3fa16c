/** Dates as people write them in a query, and the span of time that they mean in the caller's zone. */

/**
 * A date as written, not yet tied to a clock, so that a saved query ("watch … after:7d") stays alive.
 * `day`, `month`, `year`: a calendar one. `past`: the last n days and today. `day-ago`: 0 today, 1 yesterday.
 */
export type When =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "month"; readonly month: string }
  | { readonly kind: "year"; readonly year: string }
  | { readonly kind: "day-ago"; readonly days: number }
  | { readonly kind: "past"; readonly days: number };
