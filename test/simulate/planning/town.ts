import { Chance } from './chance';
import { householdsOf, noPapers, type Household, type Papers, type Scale } from './scale';
import { slotsOf, type Slot } from './slots';
import { Story } from './story';

/** What all plans of a run share: its seed, its people and its time. */
export class Town {
  readonly households: readonly Household[];
  readonly slots: readonly Slot[];
  readonly desk: readonly string[];
  private readonly withAccount: readonly number[];
  private readonly working: readonly Slot[];

  constructor(
    readonly scale: Scale,
    private readonly seed: number,
  ) {
    this.households = householdsOf(scale);
    this.slots = slotsOf(scale);
    this.working = this.slots.filter((slot) => slot.working);
    this.withAccount = this.households.flatMap(({ hasAccount }, n) => (hasAccount ? [n] : []));
    this.desk = Array.from({ length: scale.deskAgents }, (_, n) => `desk-${n + 1}`);
  }

  get papers(): Papers {
    return this.scale.papers ?? noPapers;
  }

  chance(subject: string): Chance {
    return new Chance(this.seed, subject);
  }

  /** A story that begins at any time at which the desk is there. @param share of the plan, its first, in which it begins */
  story(id: string, chance: Chance, share = 1): Story {
    return new Story(id, this.slots, chance.pick(this.working.slice(0, Math.ceil(this.working.length * share))));
  }

  /** A story that begins with the plan. */
  early(id: string): Story {
    return this.storyAt(id, this.working[0]!);
  }

  storyAt(id: string, slot: Slot): Story {
    return new Story(id, this.slots, slot);
  }

  household(chance: Chance): number {
    return chance.whole(this.households.length);
  }

  /** One of those who sign in. */
  resident(chance: Chance): number {
    return chance.pick(this.withAccount);
  }

  agent(chance: Chance): string {
    return chance.pick(this.desk);
  }

  /** Another one than this. */
  colleagueOf(agent: string): string {
    return this.desk[(this.desk.indexOf(agent) + 1) % this.desk.length]!;
  }

  /** Homes of one entrance beside this one, this one first. */
  neighbours(household: number, count: number): number[] {
    return Array.from({ length: count }, (_, n) => (household + n) % this.households.length);
  }
}
