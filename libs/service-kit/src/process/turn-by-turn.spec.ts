import { TurnByTurn } from './turn-by-turn';

let seen: string[];
let queue: TurnByTurn;
beforeEach(() => {
  seen = [];
  queue = new TurnByTurn({ people: 2, each: 3 }, () => new Error('full'));
});

const piece =
  (name: string, fails = false) =>
  async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };

test('one piece after the other, and a failure is its own', async () => {
  const results = await Promise.allSettled([queue.run('a', piece('a1', true)), queue.run('b', piece('b1'))]);
  expect(results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b1' }]);
  expect(seen).toEqual(['a1 begins', 'a1 ends', 'b1 begins', 'b1 ends']);
});

test('who brings much is overtaken by who brings one', async () => {
  await Promise.all([
    ...['a1', 'a2', 'a3'].map((name) => queue.run('a', piece(name))),
    queue.run('b', piece('b1')),
  ]);
  expect(seen.filter((each) => each.endsWith('begins'))).toEqual(['a1 begins', 'b1 begins', 'a2 begins', 'a3 begins']);
});

test('there are so many places, for so many people; a place that is left is free', async () => {
  const taken = ['a1', 'a2', 'a3'].map((name) => queue.run('a', piece(name)));
  await expect(queue.run('a', piece('a4'))).rejects.toThrow('full');
  taken.push(queue.run('b', piece('b1')));
  await expect(queue.run('c', piece('c1'))).rejects.toThrow('full');
  await Promise.all(taken);
  expect(await queue.run('c', piece('c1'))).toBe('c1');
});
