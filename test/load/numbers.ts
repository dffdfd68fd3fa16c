/** The few numbers that a load run is told by. */

/** The value below which the share `p` of all values lies; 0 when there are none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

/** Slope of the least-squares line through the samples, in bytes an hour. */
export function growthPerHour(samples: readonly { readonly atMs: number; readonly bytes: number }[]): number {
  const mean = (of: (sample: { atMs: number; bytes: number }) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, samples.length);
  const [at, bytes] = [mean(({ atMs }) => atMs), mean((sample) => sample.bytes)];
  const covariance = mean((sample) => (sample.atMs - at) * (sample.bytes - bytes));
  const variance = mean(({ atMs }) => (atMs - at) ** 2);
  return variance === 0 ? 0 : (covariance / variance) * 3_600_000;
}
