import { slotFrom, type Slot } from './slots';
import type { By, Post, Step } from './step';

type Without<T> = T extends Step ? Omit<T, 'story' | 'slot' | 'name'> & { name?: string } : never;
/** A step as a story tells it: when, and in which story, is known. */
export type Told = Without<Step>;

/** Puts the steps of one story in their slots, one after the other. What would come after the plan's end is left out. */
export class Story {
  readonly steps: Step[] = [];
  private slot: Slot | undefined;

  constructor(
    readonly id: string,
    private readonly slots: readonly Slot[],
    begins: Slot,
  ) {
    this.slot = begins;
  }

  /** When the next step is taken; after the end of the plan: never. */
  get now(): number {
    return this.slot?.at ?? Infinity;
  }

  get isOver(): boolean {
    return this.slot === undefined;
  }

  /** Goes on so much later, while the desk is there. Never in the same slot: what the services tell each other has arrived. */
  later(ms = 1): this {
    if (this.slot) this.slot = slotFrom(this.slots, this.slot.at + Math.max(ms, 1));
    return this;
  }

  take(step: Told): this {
    if (!this.slot) return this;
    const name = step.name ?? `${this.steps.length}`;
    this.steps.push({ ...step, story: this.id, slot: this.slot.index, name } as Step);
    return this;
  }

  post(by: By, path: string, body: Post['body'] = {}, more: Partial<Pick<Post, 'keep' | 'clicks' | 'refused' | 'name' | 'match'>> = {}): this {
    return this.take({ kind: 'post', by, path, body, ...more });
  }
}
