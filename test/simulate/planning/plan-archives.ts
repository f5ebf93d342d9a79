import { shelvedCategory } from './plan-lending';
import { day, slotFrom, type Slot } from './slots';
import { known, person, site, time, type Step, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';

/** The first slot of a part of the plan. */
const at = (town: Town, share: number): Slot => slotFrom(town.slots, Math.floor(town.scale.days * share) * day)!;

const numbered = (count: number, name: string): string[] => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);

interface Catalogued {
  count: number;
  category: string;
  title: string;
  datedAt: number;
  retention: string;
}

/** Records with a file each, every third one on paper too. @returns the names under which they are known */
function catalogue(story: Story, { count, category, title, datedAt, retention }: Catalogued, more: (n: number) => Readonly<Record<string, Value>> = () => ({})): string[] {
  const names = numbered(count, 'record');
  for (const [n, keep] of names.entries()) {
    story.take({ kind: 'upload', by: 'clerk', keep: `file${n + 1}` });
    const said = { siteId: site, category, office: 'GCB', retention, title: `${title}${n + 1}`, responsibleParty: '管理处', datedAt: time(datedAt), carrier: n % 3 === 0 ? 'both' : 'digital' };
    story.post('clerk', '/api/records', { ...said, attachmentIds: [known(`file${n + 1}.id`)], ...more(n) }, { keep, name: `register-${n + 1}` });
  }
  return names;
}

const idsOf = (names: readonly string[]): Value => names.map((name) => known(`${name}.id`));

/** The shelves are counted once: some of it is missing, misplaced or no record; explained, approved by another person (W4.4). */
export function planStocktake(town: Town): Step[] {
  const story = town.storyAt('stocktake', at(town, 0.5));
  const stocktake = (verb: string): string => `/api/stocktakes/{stocktake.id}/${verb}`;
  story.post('clerk', '/api/stocktakes', { siteId: site, category: shelvedCategory, finishBy: time(story.now + 60 * day), counterIds: [person('lead')] }, { keep: 'stocktake', clicks: 3 });
  story.later().take({ kind: 'count-shelves', by: ['clerk', 'lead'], category: shelvedCategory });
  story.post('clerk', stocktake('finish'), {}, { clicks: 2 }).post('clerk', stocktake('close'), {}, { refused: 'differences-open' });
  story.later().take({ kind: 'explain-misplaced', by: 'clerk' });
  story.post('director', stocktake('explain'), { explanation: '正在查找；旧标签作废' });
  story.post('director', stocktake('approve'), {}, { refused: 'explained-by-you' });
  story.later().post('company', stocktake('approve'));
  story.later().post('clerk', stocktake('close'), {}, { clicks: 2 });
  return story.steps;
}

/** What is due is appraised by two; one of it is kept for longer, the rest destroyed before two witnesses (W4.4). */
export function planDestruction(town: Town): Step[] {
  const story = town.early('destruction');
  const names = catalogue(story, { count: town.papers.destroyed + 1, category: 'CW', title: '2013年凭证', datedAt: -13 * 365 * day, retention: 'D10' });
  const [kept, ...others] = names as [string, ...string[]];
  story.later(Math.max(at(town, 0.35).at - story.now, 1));
  story.take({ kind: 'read', by: 'clerk', path: '/api/appraisals/due' });
  story.post('clerk', '/api/appraisals', { siteId: site, recordIds: idsOf(names), appraiserIds: [person('lead'), person('deputy')] }, { keep: 'appraisal', clicks: 2 });
  const appraisal = (verb: string): string => `/api/appraisals/{appraisal.id}/${verb}`;
  story.later().post('lead', appraisal('give-opinion'), { verdict: 'keep', retention: 'D10', recordIds: idsOf([kept]), reason: '尚有查考价值' });
  story.post('lead', appraisal('give-opinion'), { verdict: 'destroy', reason: '保管期满，无保存价值' });
  story.post('clerk', appraisal('conclude'), {}, { refused: 'opinions-missing' });
  story.later().post('deputy', appraisal('give-opinion'), { verdict: 'destroy', reason: '保管期满，无保存价值' });
  story.post('clerk', appraisal('conclude'), {}, { clicks: 2 });
  story.post('clerk', '/api/destructions', { siteId: site, recordIds: idsOf([kept]), reason: '保管期满' }, { refused: 'records-not-listed' });
  story.later().post('clerk', '/api/destructions', { siteId: site, recordIds: idsOf(others), reason: '保管期满' }, { keep: 'destruction', clicks: 2 });
  const destruction = (verb: string): string => `/api/destructions/{destruction.id}/${verb}`;
  story.later().post('director', destruction('approve'), {}, { clicks: 2 });
  story.post('clerk', destruction('name-witness'), { witnessId: person('director') }, { refused: 'witness-has-hand' });
  for (const witness of ['lead', 'company']) story.post('clerk', destruction('name-witness'), { witnessId: person(witness) });
  story.later().post('director', `/api/records/{${others[0]}.id}/hold`, { reason: '合同纠纷' });
  story.post('lead', destruction('witness'), {}, { refused: 'records-held' });
  story.later(3 * day).post('director', `/api/records/{${others[0]}.id}/release-hold`, { reason: '纠纷已结' });
  story.post('lead', destruction('witness'), {}, { clicks: 2 });
  story.post('clerk', destruction('carry-out'), { method: '粉碎' }, { refused: 'destruction-move-illegal' });
  story.later().post('company', destruction('witness'));
  story.later().post('clerk', destruction('carry-out'), { method: '粉碎' }, { clicks: 3 });
  story.later().take({ kind: 'read', by: 'clerk', path: `/api/records/{${others[0]}.id}` });
  return story.steps;
}

/** At the end of the contract a category leaves in a sealed package, one of it confidential, signed by three (W4.6). */
export function planHandOver(town: Town): Step[] {
  const story = town.early('hand-over');
  const said: Catalogued = { count: town.papers.handedOver, category: 'HT', title: '保养合同', datedAt: -300 * day, retention: 'D30' };
  const names = catalogue(story, said, (n): Readonly<Record<string, Value>> => (n === 0 ? { confidentiality: 'confidential' } : {}));
  story.later(Math.max(at(town, 0.65).at - story.now, 1));
  const body = { siteId: site, receivingBody: '业主委员会', reason: '合同到期' };
  story.post('clerk', '/api/hand-overs', { ...body, scope: 'named', recordIds: idsOf(names.slice(0, 2)) }, { refused: 'records-confidential' });
  story.post('clerk', '/api/hand-overs', { ...body, scope: 'category', category: said.category, confidential: true }, { keep: 'handOver', clicks: 2 });
  const handOver = (verb: string): string => `/api/hand-overs/{handOver.id}/${verb}`;
  story.later().post('director', handOver('approve'), {}, { clicks: 2 });
  story.post('clerk', handOver('name-party'), { part: 'witness', personId: person('director') }, { refused: 'party-has-hand' });
  story.post('clerk', handOver('name-party'), { part: 'receiver', personId: person('deputy') });
  story.post('clerk', handOver('name-party'), { part: 'witness', personId: person('lead') });
  story.later().post('clerk', handOver('seal'), {}, { keep: 'handOver', clicks: 2 });
  story.take({ kind: 'open-package', by: 'clerk' });
  story.later().post('clerk', handOver('sign'), { part: 'giver' }).post('deputy', handOver('sign'), { part: 'receiver' });
  story.later().post('lead', handOver('sign'), { part: 'witness' }, { clicks: 2 });
  story.later().post('clerk', '/api/loans', { recordId: known(`${names[1]!}.id`), form: 'digital', purpose: '核对', dueAt: time(story.now + 5 * day) }, { refused: 'record-handed-over' });
  return story.steps;
}

/** At night, when no story has one in hand: clerk and director archive what waits, each what they may see (W4.5). */
export function planIntake(town: Town, each: number): Step[] {
  const night = town.slots.find((slot) => slot.at >= each * day && !slot.working);
  if (!night) return [];
  return ['clerk', 'director'].map((by) => ({ kind: 'accept-proposals', story: `intake-${each}`, slot: night.index, name: by, by }));
}

/** A few days into a month the last one is closed, with a reason for what is open still (W4.5). */
export function planSettling(town: Town, each: number): Step[] {
  const slot = slotFrom(town.slots, each * day + 9 * 3_600_000);
  if (!slot) return [];
  return ['clerk', 'director'].map((by) => ({ kind: 'settle-months', story: `settling-${each}`, slot: slot.index, name: by, by, closes: by === 'director' }));
}
