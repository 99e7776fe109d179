/** The value below which this share of the sorted numbers lies, between two of them if need be. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/** The middle half's width as a share of the median: what one more run would probably differ by. */
export function spread(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / quantile(sorted, 0.5);
}

/**
 * Where the median of all rounds that could be made lies in 95 of 100 runs, whatever their distribution: between two of the
 * sorted numbers. Of fewer than six numbers not even the outermost are so certain; they are answered all the same.
 */
export function medianInterval(values: readonly number[]): readonly [low: number, high: number] {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  // So many of them, at each end, are left out: as long as 1 in 20 times at most the median lies among those.
  let left = 0;
  let chance = 2 ** (1 - count);
  let next = 2 ** -count;
  while (left < (count - 1) / 2) {
    next *= (count - left) / (left + 1);
    chance += 2 * next;
    if (chance > 0.05) break;
    left++;
  }
  return [sorted[left] ?? Number.NaN, sorted[count - 1 - left] ?? Number.NaN];
}
