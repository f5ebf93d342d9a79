import { day } from './slots';
import { person, residentOf, site, time, type Step } from './step';
import type { Town } from './town';
import { ideas } from './words';

const suggestion = (verb: string): string => `/api/suggestions/{suggestion.id}/${verb}`;

/** Reviewed, then adopted with plan and owner, or declined with a reason; answered; its maker hears what came of it (W2.3). */
export function planSuggestion(town: Town, id: string): Step[] {
  const chance = town.chance(id);
  const story = town.story(id, chance);
  const household = town.resident(chance);
  const words = chance.pick(ideas);
  if (chance.is(0.5)) story.post(residentOf(household), '/api/suggestions', { words }, { keep: 'suggestion', clicks: 2 });
  else story.post(town.agent(chance), '/api/suggestions', { words, siteId: site, onBehalfOf: person(residentOf(household)) }, { keep: 'suggestion' });
  if (chance.is(0.1)) return story.steps;
  story.later(day).post('clerk', suggestion('review'), { opinion: '可行' });
  const adopted = chance.is(0.6);
  story.later();
  if (adopted) story.post('lead', suggestion('adopt'), { plan: '下月采购', ownerId: person('clerk'), dueAt: time(story.now + 20 * day) });
  else story.post('director', suggestion('decline'), { reason: '场地不够' });
  story.later(day).post('clerk', suggestion('answer'), { how: 'message', answer: adopted ? '已采纳，谢谢' : '暂不采纳，谢谢' });
  if (adopted && chance.is(0.7)) story.later(5 * day).post('clerk', suggestion('carry-out'), { outcome: '已完成', how: 'telephone' });
  return story.steps;
}
