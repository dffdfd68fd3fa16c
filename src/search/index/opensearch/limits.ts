/** Numbers that the engine's work is bounded by. */

/** A question to the engine is given up after so many milliseconds, and the articles at hand are searched. */
export const SEARCH_MS = 800;
/**
 * Candidates that a search reads first, of all languages together: the engine's estimate knows nothing of words that stand
 * side by side, so that of memory's top ten at 20,000 articles 98.6 % are among 200, 99.3 % among 300, 99.7 % among these.
 */
export const CANDIDATES = 450;
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
