import { inParallel, Stopped, Unreachable } from '@property-office/office-client';
import { emptyMemory, type Memory } from '../carrying/memory';
import type { Performer } from '../carrying/perform';
import type { Killed } from '../planning/scale';
import type { PlannedSlot } from '../planning/make-plan';
import type { Step } from '../planning/step';
import type { Journal } from './journal';

/** What a run does to the office besides asking it: the clock, and the kills. */
export interface OfficeInHand {
  /** Lets it be at least so late. */
  reach(at: number): Promise<void>;
  /** Resolves when everything that follows from what was done is done. */
  rest(): Promise<void>;
  /** kill -9, and up again. */
  kill(part: Killed): Promise<void>;
}

export interface SlotRun {
  office: OfficeInHand;
  performer: Performer;
  journal: Journal;
  width: number;
  onStep(): void;
}

/** Takes the steps of one slot, stories side by side, with the kill in the middle of them. @throws Unreachable, Stopped */
export async function runSlot({ office, performer, journal, width, onStep }: SlotRun, slot: PlannedSlot): Promise<void> {
  const { start } = journal.header;
  await office.reach(start + slot.at);
  // Of what had to be refused some would be for another reason: what came after it may have been done.
  const again = journal.begun === slot.index;
  if (!again) journal.slotBegun(slot.index);
  const half = inTheMiddle(slot.stories.length);
  const stories: Record<string, Memory> = {};
  const wrong: string[] = [];
  const tell = async (steps: readonly Step[]): Promise<void> => {
    const { story } = steps[0]!;
    const memory = structuredClone(journal.stories.get(story) ?? emptyMemory());
    stories[story] = memory;
    for (const step of steps) {
      if (!memory.broken) await orWrong(step, memory, wrong, () => performer.take(step, { now: start + slot.at, memory, again }));
      onStep();
    }
    half.storyOver();
  };
  const killing = slot.kill === undefined ? undefined : half.reached.then(() => office.kill(slot.kill!));
  const ends = await Promise.allSettled([inParallel(slot.stories, width, tell).finally(() => half.allOver()), killing]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await office.rest();
  journal.slotOver({ slot: slot.index, stories, done: Object.fromEntries(performer.done), wrong });
}

/** What the office does otherwise than planned ends its story, and no other. */
async function orWrong(step: Step, memory: Memory, wrong: string[], take: () => Promise<void>): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Stopped) throw error;
    memory.broken = true;
    const what = step.kind === 'post' ? step.path : step.kind;
    wrong.push(`${step.story}, ${what} (${step.name}): ${(error as Error).message}`);
  }
}

function inTheMiddle(all: number): { reached: Promise<void>; storyOver(): void; allOver(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let over = 0;
  return {
    reached: promise,
    storyOver: () => void (++over * 2 >= all && resolve()),
    allOver: resolve,
  };
}
