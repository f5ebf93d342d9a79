import type { Chance } from './chance';
import { day, hour } from './slots';
import { homeOf, known, person, residentOf, site, time, type Step, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';
import { answers, elsewhere, enquiries, faults, ideas, stranger } from './words';

const contact = (verb: string): string => `/api/contacts/{contact.id}/${verb}`;

/** How contacts go on, and how often. Those that become complaints are told by the complaint. */
const courses = {
  answered: 30,
  guided: 10,
  repair: 24,
  suggestion: 4,
  visitor: 8,
  'handed-over': 8,
  returned: 4,
  ignored: 4,
  heated: 4,
  late: 3,
  forgotten: 1,
} as const;
type Course = keyof typeof courses;

/** A contact that does not become a complaint. */
export function planContact(town: Town, id: string): Step[] {
  const chance = town.chance(id);
  const course = chance.weighted(courses);
  const story = town.story(id, chance);
  const agent = town.agent(chance);
  const household = town.household(chance);
  recordContact(story, chance, { agent, household, words: wordsOf(course, chance), known: course === 'repair' || course === 'visitor' });
  tell[course]({ town, story, chance, agent, household });
  return story.steps;
}

export interface Taken {
  agent: string;
  household: number;
  words: string;
  /** The caller is somebody of the household, not a stranger. */
  known: boolean;
}

/** Somebody turns to the desk. Now and then it is entered later, and now and then somebody clicks twice. */
export function recordContact(story: Story, chance: Chance, { agent, household, words, known: isKnown }: Taken): void {
  const late = chance.is(0.06);
  const body: Record<string, Value> = {
    siteId: site,
    channel: chance.weighted({ call: 54, 'walk-in': 22, message: 20, letter: 4 }),
    ownWords: words,
    ...callerOf(chance, household, isKnown),
    ...(chance.is(0.4) && { summary: `${words}（来电人要求尽快）`, readBack: true }),
    ...(late && { happenedAt: time(story.now - 40 * 60_000), lateReason: '先记在纸上，后补录' }),
  };
  story.post(agent, '/api/contacts', body, { keep: 'contact', clicks: clicksOf(chance), name: 'record' });
}

export const clicksOf = (chance: Chance): number => (chance.is(0.12) ? 3 : 1);

function callerOf(chance: Chance, household: number, isKnown: boolean): { caller?: Value } {
  if (isKnown || chance.is(0.6)) return { caller: { personId: person(residentOf(household)), homeId: homeOf(household) } };
  if (chance.is(0.5)) return { caller: stranger(chance) };
  return chance.is(0.5) ? { caller: { homeId: homeOf(household) } } : {};
}

function wordsOf(course: Course, chance: Chance): string {
  if (course === 'repair') return chance.pick(faults)[1];
  if (course === 'suggestion') return chance.pick(ideas);
  if (course === 'visitor') return '明天有朋友来访';
  return chance.pick(enquiries);
}

interface Telling {
  town: Town;
  story: Story;
  chance: Chance;
  agent: string;
  household: number;
}

const tell: Readonly<Record<Course, (telling: Telling) => void>> = {
  answered: ({ story, agent, chance }) => answer(story, agent, chance),
  guided: ({ story, agent, chance }) => void story.post(agent, contact('guide'), { whereTo: chance.pick(elsewhere), callerTold: true }, { keep: 'contact', clicks: clicksOf(chance) }),
  repair: tellRepair,
  suggestion: ({ story, agent, chance }) => {
    story.post(agent, contact('convert'), { to: 'suggestion' }, { keep: 'contact', clicks: clicksOf(chance) });
    if (chance.is(0.5)) story.later(day).post('clerk', '/api/suggestions/{contact.convertedTo.id}/review', { opinion: '可以考虑' });
  },
  visitor: tellVisitor,
  'handed-over': ({ story, agent, chance }) => {
    const to = chance.pick(['clerk', 'lead', 'deputy', 'foreman']);
    story.post(agent, contact('offer'), { toPersonId: person(to), note: '请跟进' }, { keep: 'contact' });
    story.later().post(to, contact('accept'), {}, { keep: 'contact', clicks: clicksOf(chance) });
    // Whoever gave it away ends it no more.
    story.post(agent, contact('answer'), { answer: '好' }, { refused: 'not-the-owner' });
    story.later(chance.whole(6) * hour).post(to, contact('answer'), { answer: chance.pick(answers) }, { keep: 'contact' });
  },
  returned: ({ story, agent, chance }) => {
    story.post(agent, contact('offer'), { toPersonId: person('clerk') }, { keep: 'contact' });
    story.later().post('clerk', contact('return'), { reason: '不属于我的工作' }, { keep: 'contact' });
    story.later();
    answer(story, agent, chance);
  },
  ignored: ({ story, agent, chance }) => {
    story.post(agent, contact('offer'), { toPersonId: person('deputy'), note: '请尽快处理' }, { keep: 'contact' });
    // The owner is reminded, then the lead, who takes it in the end.
    story.later(26 * hour).post('lead', contact('accept'), {}, { keep: 'contact' });
    answer(story, 'lead', chance);
  },
  heated: ({ story, agent, chance }) => {
    story.post(agent, contact('call-lead'), {}, { keep: 'contact', clicks: clicksOf(chance) });
    story.later().post('lead', contact('accept'), {}, { keep: 'contact' });
    answer(story, 'lead', chance);
  },
  late: ({ story, agent, chance }) => {
    story.later((1 + chance.whole(3)) * day);
    answer(story, agent, chance);
  },
  forgotten: () => undefined,
};

function answer(story: Story, by: string, chance: Chance): void {
  story.post(by, contact('answer'), { answer: chance.pick(answers) }, { keep: 'contact', clicks: clicksOf(chance) });
}

/** Becomes a repair request: done by a crew, called off, or left to its clocks. */
function tellRepair({ town, story, chance, agent, household }: Telling): void {
  const [category] = chance.pick(faults);
  story.post(agent, contact('convert'), { to: 'repair-request', repair: { category, location: { homeId: homeOf(household) } } }, { keep: 'contact', clicks: clicksOf(chance), name: 'convert' });
  const course = chance.weighted({ done: 45, 'called-off': 20, left: 35 });
  if (course === 'called-off') story.later().post(agent, '/api/repair-requests/{contact.convertedTo.id}/cancel', { reason: '住户自己修好了' });
  if (course !== 'done') return;
  const turn = chance.whole(1_000);
  story.later(2 * hour).take({ kind: 'carry-repair', turn, repair: 'contact.convertedTo.id', workDone: '已修复' });
  if (!chance.is(0.6)) return;
  const outcome: Record<string, Value> = chance.is(0.9) ? { result: 'satisfied', rating: 4 + chance.whole(2) } : { result: 'unsatisfied', comment: '又坏了' };
  story.later(day).take({ kind: 'follow-up', by: town.agent(chance), of: 'repairRequestId', subject: 'contact.convertedTo.id', outcome });
}

/** A guest is expected: comes and goes, stays too long, never comes, or is declined. */
function tellVisitor({ story, chance, agent, household }: Telling): void {
  const toHome = chance.is(0.7);
  const visit = story.now + day;
  const window = { from: time(visit), until: time(visit + 9 * hour), name: '何先生', partySize: 1 + chance.whole(3) };
  const visitor = toHome
    ? { kind: 'resident-guest', hostId: person(residentOf(household)), homeId: homeOf(household), ...window }
    : { kind: 'office-guest', hostId: person('clerk'), ...window };
  const at = (verb: string): string => `/api/visitors/{contact.convertedTo.id}/${verb}`;
  const hostAsked: Record<string, Value> = toHome ? { hostAsked: true } : {};
  const host = toHome ? agent : 'clerk';
  story.post(agent, contact('convert'), { to: 'visitor', visitor }, { keep: 'contact', clicks: clicksOf(chance), name: 'convert' });
  const course = chance.weighted({ came: 55, 'stayed-too-long': 15, missed: 15, declined: 15 });
  story.later();
  if (course === 'declined') return void story.post(host, at('decline'), hostAsked);
  story.post(host, at('confirm'), hostAsked).post(host, at('pass'), {}, { keep: 'pass' });
  if (course === 'missed') return;
  story.later(Math.max(visit - story.now, 0));
  // A pass is for a day: it does not open the door on the morning after.
  if (story.now > visit + 8 * hour) return;
  story.post('clerk', '/api/visitors/admit', { siteId: site, passCode: known('pass.passCode') });
  if (course === 'came') story.later().post('clerk', at('see-out'));
}
