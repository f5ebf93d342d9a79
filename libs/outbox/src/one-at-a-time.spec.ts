import { oneAtATime } from './one-at-a-time';

test('pieces of work follow one another, in the order asked for, and a failure is its own', async () => {
  const seen: string[] = [];
  const piece =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    oneAtATime(piece('a')),
    oneAtATime(piece('b', true)),
    oneAtATime(piece('c')),
  ]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
