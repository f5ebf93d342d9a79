import { day, slotFrom } from './slots';
import { person, site, type Step } from './step';
import type { Town } from './town';
import { notes, stranger } from './words';

const note = (verb: string): string => `/api/phone-notes/{note.id}/${verb}`;

/** A note for a colleague (R2.3): acknowledged, returned and given to somebody else, or left lying. */
export function planPhoneNote(town: Town, id: string): Step[] {
  const chance = town.chance(id);
  const story = town.story(id, chance);
  const agent = town.agent(chance);
  const to = chance.pick(['clerk', 'deputy', 'foreman']);
  story.post(agent, '/api/phone-notes', { siteId: site, toPersonId: person(to), caller: chance.is(0.95) ? stranger(chance) : { anonymous: true }, message: chance.pick(notes), ...(chance.is(0.2) && { urgent: true }) }, { keep: 'note', clicks: chance.is(0.2) ? 2 : 1 });
  const course = chance.weighted({ acknowledged: 65, returned: 15, 'left-lying': 20 });
  if (course === 'acknowledged') story.later().post(to, note('acknowledge'));
  if (course === 'returned') {
    story.later().post(to, note('return'), { reason: '不归我管' });
    story.later().post(agent, note('readdress'), { toPersonId: person('lead') });
    story.later().post('lead', note('acknowledge'));
  }
  return story.steps;
}

/** In the afternoon those to whom something was escalated answer a part of it. */
export function planEscalationRound(town: Town, each: number): Step[] {
  const slot = slotFrom(town.slots, each * day + 15 * 3_600_000);
  if (!slot || slot.at >= (each + 1) * day) return [];
  return ['lead', 'deputy', 'director'].map((by) => ({ kind: 'answer-escalations', story: `escalations-${each}-${by}`, slot: slot.index, name: 'answer', by, most: 5, note: '已督促处理' }));
}
