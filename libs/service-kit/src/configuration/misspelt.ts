/** Shorter names resemble too much that is not ours. */
const shortest = 8;

/** Names in an environment that are one slip away from one of ours: DATABSE_URL. */
export function misspelt(given: string[], known: string[]): Array<{ given: string; meant: string }> {
  const ours = new Set(known);
  return given.flatMap((name) => {
    if (ours.has(name) || name.length < shortest) return [];
    const meant = known.find((candidate) => candidate.length >= shortest && isOneSlip(name, candidate));
    return meant === undefined ? [] : [{ given: name, meant }];
  });
}

/** One letter more, less, other, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
