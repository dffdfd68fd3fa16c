/** Numbers that the engine's work is bounded by. */

/** A question to the engine is given up after so many milliseconds, and the articles at hand are searched. */
export const SEARCH_MS = 800;
/** Candidates that a search reads first, of all languages together: 99.3 % of memory's top ten are among them at 20,000. */
export const CANDIDATES = 300;
/** Where candidates are not what the plan asks for (phrases), more are read, up to so many. */
export const MOST_CANDIDATES = 1_600;
/** `index.max_result_window` of the engine, as it comes. */
export const WINDOW = 10_000;
/** Characters of one bulk call, of three bytes at most: some 5 MB, as the engine advises. */
export const BULK = 2_000_000;
/** Bulk calls on their way at once: the engine is at work while the next one is made. */
export const BULKS = 2;
/** A write is given up after so many milliseconds. */
export const WRITE_MS = 60_000;
