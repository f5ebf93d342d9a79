import { planDestruction, planHandOver, planIntake, planSettling, planStocktake } from './plan-archives';
import { planComplaint, shareByContact, type Source, type Sure } from './plan-complaints';
import { planContact } from './plan-contacts';
import { planEscalationRound, planPhoneNote } from './plan-days';
import { planIncoming } from './plan-incoming';
import { planContended, planShelved } from './plan-lending';
import { planNightNotice, planNotice } from './plan-notices';
import { planOutgoing } from './plan-outgoing';
import { planSuggestion } from './plan-suggestions';
import { scales, type Killed, type PlanName, type Scale } from './scale';
import type { Slot } from './slots';
import type { Step } from './step';
import { Town } from './town';

/** What is done in one slot: stories side by side, each with its steps in order. */
export interface PlannedSlot extends Slot {
  stories: ReadonlyArray<readonly Step[]>;
  /** Killed in the middle of it. */
  kill: Killed | undefined;
}

export interface Plan {
  name: PlanName;
  seed: number;
  scale: Scale;
  slots: readonly PlannedSlot[];
  steps: number;
}

/** So many of the notices go out at night. */
const shareAtNight = 0.1;

/** Everything that will be done, when, and by whom: the same for the same name and seed. Nothing is asked, nothing read. */
export function makePlan(name: PlanName, seed: number): Plan {
  const scale = scales[name];
  const town = new Town(scale, seed);
  const stories = [...contacts(town), ...complaints(town), ...others(town), ...notices(town), ...(scale.papers ? papers(town) : [])];
  const bySlot = town.slots.map((): Step[][] => []);
  for (const steps of stories) {
    for (const [slot, own] of Map.groupBy(steps, (step) => step.slot)) bySlot[slot]!.push(own);
  }
  const kills = killsIn(town, bySlot);
  const slots = town.slots.map((slot, index) => ({ ...slot, stories: bySlot[index]!, kill: kills.get(index) }));
  return { name, seed, scale, slots, steps: stories.flat().length };
}

const numbered = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n + 1));

const byContact = ({ complaints: all }: Scale): number => Math.round(all * shareByContact);

/** Those that become complaints are among the complaints. */
function contacts(town: Town): Step[][] {
  return numbered(town.scale.contacts - byContact(town.scale), (n) => planContact(town, `contact-${n}`));
}

function complaints(town: Town): Step[][] {
  const { complaints: all, merged } = town.scale;
  const contactsAmong = byContact(town.scale);
  const sourceOf = (n: number): Source => (n <= contactsAmong ? 'contact' : n <= contactsAmong + Math.round(all * 0.35) ? 'desk' : 'portal');
  const sure: readonly Sure[] = ['hotline', 'extension', 'merged-again', ...numbered(merged - 1, (): Sure => 'merged')];
  // Each of those that are merged is told in the story of the one it is merged into.
  return numbered(all - merged, (n) => planComplaint(town, `${sourceOf(n)}-complaint-${n}`, sourceOf(n), sure[n - contactsAmong - 1]));
}

function others(town: Town): Step[][] {
  const { suggestions, days, phoneNotesADay } = town.scale;
  return [
    ...numbered(suggestions, (n) => planSuggestion(town, `suggestion-${n}`)),
    ...numbered(days * phoneNotesADay, (n) => planPhoneNote(town, `note-${n}`)),
    // Each answers alone.
    ...numbered(days, (n) => planEscalationRound(town, n - 1).map((step) => [step])).flat(),
  ];
}

function notices(town: Town): Step[][] {
  const nights = town.slots.filter(({ working, at }) => !working && (at / 3_600_000) % 24 < 6);
  const chance = town.chance('nights');
  const atNight = Math.max(1, Math.round(town.scale.notices * shareAtNight));
  return [
    ...numbered(town.scale.notices - atNight, (n) => planNotice(town, `notice-${n}`)),
    ...numbered(atNight, (n) => planNightNotice(town, `night-notice-${n}`, chance.pick(nights))),
  ];
}

/** Whenever a plan of more than a month begins, a month that is over is closed in it. */
const settledEveryDays = 5;

function papers(town: Town): Step[][] {
  const { incoming, outgoing, shelved, loansEach, contended, intakeEveryDays } = town.papers;
  const every = (days: number): number[] => numbered(Math.floor(town.scale.days / days), (n) => n * days - 1);
  return [
    ...numbered(incoming, (n) => planIncoming(town, `incoming-${n}`, n)),
    ...numbered(outgoing, (n) => planOutgoing(town, `outgoing-${n}`)),
    ...numbered(shelved, (n) => planShelved(town, `shelved-${n}`, loansEach)),
    ...numbered(contended, (n) => planContended(town, `contended-${n}`)),
    planStocktake(town),
    planDestruction(town),
    planHandOver(town),
    ...every(intakeEveryDays).map((day) => planIntake(town, day)),
    ...every(settledEveryDays).map((day) => planSettling(town, day)),
  ];
}

/** One in the middle half of each part of the time, where most is going on. */
function killsIn(town: Town, bySlot: readonly Step[][][]): Map<number, Killed> {
  const { kills } = town.scale;
  const kill = new Map<number, Killed>();
  for (const [n, killed] of kills.entries()) {
    const slotAt = (part: number): number => Math.floor(((n + part) * bySlot.length) / kills.length);
    const from = slotAt(0.25);
    const part = bySlot.slice(from, slotAt(0.75));
    const most = part.reduce((best, stories, index) => (stories.length > part[best]!.length ? index : best), 0);
    kill.set(from + most, killed);
  }
  return kill;
}
