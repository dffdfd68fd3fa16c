/** The few numbers that a load run is told by. */

/** The value below which the share `p` of all values lies; 0 when there are none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

export interface Line {
  readonly slope: number;
  /** Of the slope. */
  readonly standardError: number;
  /** 95 % interval of the slope. */
  readonly low: number;
  readonly high: number;
}

/** The least-squares line through points [x, y], with what is known of its slope; at least three points. */
export function fit(points: readonly (readonly [x: number, y: number])[]): Line {
  const mean = (of: (x: number, y: number) => number) =>
    points.reduce((sum, [x, y]) => sum + of(x, y), 0) / points.length;
  const x0 = mean((x) => x);
  const y0 = mean((_x, y) => y);
  const spread = mean((x) => (x - x0) ** 2) * points.length;
  const slope = (mean((x, y) => (x - x0) * (y - y0)) * points.length) / spread;
  const free = points.length - 2;
  const rest = mean((x, y) => (y - y0 - slope * (x - x0)) ** 2) * points.length;
  const standardError = Math.sqrt(rest / free / spread);
  const half = student95(free) * standardError;
  return { slope, standardError, low: slope - half, high: slope + half };
}

/** The 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5), within 1 % from four degrees of freedom on. */
export function student95(free: number): number {
  const z = 1.959964;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * free) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * free ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * free ** 3)
  );
}
