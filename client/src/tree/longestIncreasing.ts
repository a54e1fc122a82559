/** The positions of a longest run of values that already stand in increasing order. */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  // tails[n]: where the run of length n + 1 with the smallest last value ends; previous leads back along that run.
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, position) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[position] = tails[low - 1] ?? -1;
    tails[low] = position;
  });
  const run: number[] = [];
  for (let position = tails.at(-1) ?? -1; position >= 0; position = previous[position]!) run.unshift(position);
  return run;
}
