import { besideOthers, oneAtATime } from './second-tries';

let seen: string[];
beforeEach(() => {
  seen = [];
});
const piece =
  (name: string, fails = false) =>
  async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };
const inOrder = ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'];

test.each([
  ['that may kill the process', oneAtATime],
  ['of one reaction', <T>(work: () => Promise<T>) => besideOthers('reaction', work)],
])('pieces of work %s follow one another, in the order asked for, and a failure is its own', async (_, run) => {
  const results = await Promise.allSettled([run(piece('a')), run(piece('b', true)), run(piece('c'))]);
  expect(seen).toEqual(inOrder);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('two reactions of each service run beside each other and beside what may kill the process, the rest when one has ended', async () => {
  let going = 0;
  let most = 0;
  const counted = async () => {
    most = Math.max(most, ++going);
    await new Promise((resolve) => setTimeout(resolve, 5));
    going -= 1;
  };
  const reactions = ['a', 'b', 'c'].flatMap((service) => Array.from({ length: 8 }, (_, i) => `${service}__${i}_v1`));
  await Promise.all([...reactions.map((durable) => besideOthers(durable, counted)), oneAtATime(counted)]);
  expect(most).toBe(7);
});
