import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused, Unreachable } from '@property-office/office-client';
import type { Memory } from '../carrying/memory';
import type { Performer } from '../carrying/perform';
import type { PlannedSlot } from '../planning/make-plan';
import type { Step } from '../planning/step';
import { Journal } from './journal';
import { runSlot } from './run-slots';

let folder: string;
let journal: Journal;
const openJournal = () => Journal.open(join(folder, 'a.jsonl'), { plan: 'week', seed: 1 }, async () => 1_000);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slots-'));
  journal = await openJournal();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const step = (story: string, name: string): Step => ({ kind: 'read', by: 'lead', path: '/api/a', keep: name, story, slot: 3, name });
const slot = (stories: Step[][], kill?: PlannedSlot['kill']): PlannedSlot => ({ index: 3, at: 50, working: true, stories, kill });

/** Takes steps by name, and writes down what happens in which order. */
function office(take: (step: Step, memory: Memory) => void = () => undefined) {
  const happened: string[] = [];
  const again: unknown[] = [];
  const performer = {
    done: new Map([['acts', 1]]),
    take: async (taken: Step, moment: { memory: Memory; again?: boolean }) => {
      const { memory } = moment;
      again.push(moment.again);
      await Promise.resolve();
      happened.push(`${taken.story} ${taken.name}`);
      take(taken, memory);
    },
  } as unknown as Performer;
  const inHand = {
    reach: async (at: number) => void happened.push(`at ${at}`),
    rest: async () => void happened.push('rest'),
    kill: async (part: string) => void happened.push(`kill ${part}`),
  };
  return { happened, again, run: (of: PlannedSlot) => runSlot({ office: inHand, performer, journal, width: 1, onStep: () => undefined }, of) };
}

it('lets it be time, takes the stories with the kill in the middle, and waits for rest', async () => {
  const { happened, run } = office();
  await run(slot([[step('a', '1'), step('a', '2')], [step('b', '1')], [step('c', '1')], [step('d', '1')]], 'nats'));
  expect(happened).toEqual(['at 1050', 'a 1', 'a 2', 'b 1', 'kill nats', 'c 1', 'd 1', 'rest']);
  expect([journal.slots, [...journal.stories.keys()]]).toEqual([4, ['a', 'b', 'c', 'd']]);
});

it('leaves out the rest of a story in which the office did otherwise, in this slot and later, and no other', async () => {
  const { happened, run } = office(({ story }) => {
    if (story === 'a') throw new Refused(409, { code: 'no', title: 'Not now' });
  });
  await run(slot([[step('a', '1'), step('a', '2')], [step('b', '1')]]));
  await run(slot([[step('a', '3')]]));
  expect(happened.filter((each) => each.startsWith('a') && each !== 'at 1050')).toEqual(['a 1']);
  expect(happened).toContain('b 1');
  expect(journal.wrong).toEqual(['a, read (1): Not now']);
});

it('takes a slot that was broken off once more, with what its stories knew before', async () => {
  const seen: string[] = [];
  const remembering = (fails: boolean) =>
    office((taken, memory) => {
      seen.push(`${taken.name} knew ${Object.keys(memory.known).join(' ') || 'nothing'}`);
      memory.known[taken.name] = true;
      if (fails && taken.name === '3') throw new Unreachable('gone');
    });
  const first = remembering(false);
  await first.run({ ...slot([[step('a', '1')]]), index: 2 });
  expect(first.again).toEqual([false]);
  const broken = slot([[step('a', '2'), step('a', '3')]]);
  await expect(remembering(true).run(broken)).rejects.toThrow(Unreachable);
  journal = await openJournal();
  const second = remembering(false);
  await second.run(broken);
  expect(second.again).toEqual([true, true]);
  expect(seen).toEqual(['1 knew nothing', '2 knew 1', '3 knew 1 2', '2 knew 1', '3 knew 1 2']);
});

it('ends where the office stays away, without having noted the slot', async () => {
  const { run } = office(() => {
    throw new Unreachable('gone');
  });
  await expect(run(slot([[step('a', '1')]], 'office'))).rejects.toThrow(Unreachable);
  expect(journal.slots).toBe(0);
});
