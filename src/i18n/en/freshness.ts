/** The words of how fresh the feeds are, in English. */

export const freshness = {
  never: "No feed has been read yet.",
  none: (when: string) => `No feed could be read since ${when}`,
  some: (n: number, all: number) => `${n} of ${all} feeds cannot be read`,
  times: (n: number) => (n > 1 ? ` (${n} feeds)` : ""),
  old: (days: number) => `The newest article is ${days} days old.`,
  offline: "no server's name is known here, so there seems to be no network",
};

export const examine = {
  conditions: {
    ...{ new: "not read yet", fresh: "fine", quiet: "quiet", stale: "stale", odd: "odd" },
    ...{ failing: "failing", retired: "withdrawn" },
  },
  count: (n: number, parts: string) => `${n === 1 ? "1 feed is" : `${n} feeds are`} followed: ${parts}.`,
};
