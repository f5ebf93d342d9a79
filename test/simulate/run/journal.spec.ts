import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'journal-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const town = { siteId: 's', crews: [], people: {}, places: {}, homes: [] };
const open = (plan: 'week' | 'quarter' = 'week', seed = 1, start = 42): Promise<Journal> => Journal.open(join(folder, 'a.jsonl'), { plan, seed }, async () => start);

it('goes on where a run was stopped, with what its stories knew', async () => {
  const first = await open();
  first.opened(town);
  first.slotOver({ slot: 0, stories: { a: { known: { contact: 1 }, handlers: [] } }, done: { acts: 2 }, wrong: ['x'] });
  first.slotOver({ slot: 1, stories: { a: { known: { contact: 2 }, handlers: ['h'] } }, done: { acts: 5 }, wrong: ['y'] });
  appendFileSync(join(folder, 'a.jsonl'), '{"slot":2,"stor');

  const again = await open('week', 1, 99);
  expect({ ...again, stories: [...again.stories], done: [...again.done] }).toMatchObject({
    header: { plan: 'week', seed: 1, start: 42 },
    town,
    slots: 2,
    stories: [['a', { known: { contact: 2 }, handlers: ['h'] }]],
    done: [['acts', 5]],
    wrong: ['x', 'y'],
  });
  again.slotOver({ slot: 2, stories: {}, done: {}, wrong: [] });
  expect((await open()).slots).toBe(3);
});

it('is not taken for that of another plan or seed', async () => {
  await open();
  await expect(open('quarter')).rejects.toThrow('is about the plan week with seed 1');
  await expect(open('week', 2)).rejects.toThrow('is about the plan week with seed 1');
});
