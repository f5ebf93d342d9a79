import type { Chance } from './chance';
import { clicksOf, recordContact } from './plan-contacts';
import { tellRounds } from './plan-rounds';
import { overseer, tellDouble, type Planned, type Sure } from './planned-complaint';
import { day, hour } from './slots';
import { crew, homeOf, person, residentOf, site, time, type Step, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';
import { grievances } from './words';

export type { Sure } from './planned-complaint';

/** How a complaint reaches the office. */
export type Source = 'contact' | 'desk' | 'portal';

/** So many of the complaints began as a contact of the desk. */
export const shareByContact = 0.4;

/** Kinds that are a major complaint by themselves. */
const majorKinds = new Set(['safety', 'theft', 'bribe', 'violence']);
const kinds = {
  cleaning: 18,
  greening: 8,
  security: 8,
  facility: 12,
  noise: 10,
  neighbour: 8,
  parking: 8,
  'repair-work': 12,
  attitude: 6,
  privacy: 2,
  safety: 2,
  theft: 1,
  bribe: 1,
  violence: 1,
  other: 4,
};

/** @param sure what is in every plan, whatever its seed; early, so that it comes to that before the plan ends */
export function planComplaint(town: Town, id: string, source: Source, sure?: Sure): Step[] {
  const chance = town.chance(id);
  const story = sure === undefined ? town.story(id, chance) : town.early(id);
  const planned = { ...plannedOf(town, chance, source), ...(sure !== undefined && surely[sure]) };
  make[source](story, chance, planned);
  // Of those that began as a contact, nothing but an id is known yet.
  story.later().take({ kind: 'read', by: overseer(planned), path: source === 'contact' ? '/api/complaints/{contact.convertedTo.id}' : '/api/complaints/{complaint.id}', keep: 'complaint' });
  if (sure === 'merged' || sure === 'merged-again') tellDouble(town, story, planned, sure === 'merged-again');
  tellRounds({ town, story, chance, planned });
  return story.steps;
}

const ordinary = { kind: 'cleaning', about: undefined, hotline: false, media: false, major: false } as const;

/** What makes sure that it happens: nothing else that might keep it from it. */
const surely: Readonly<Record<Sure, Partial<Planned>>> = {
  hotline: { sure: 'hotline', hotline: true, media: false, major: true },
  extension: { sure: 'extension', ...ordinary },
  merged: { sure: 'merged', ...ordinary },
  'merged-again': { sure: 'merged-again', ...ordinary },
};

function plannedOf(town: Town, chance: Chance, source: Source): Planned {
  const kind = chance.weighted(kinds);
  const outside = source === 'portal' ? 'none' : chance.weighted({ none: 94, hotline: 4, media: 2 });
  return {
    kind,
    household: source === 'portal' ? town.resident(chance) : town.household(chance),
    agent: town.agent(chance),
    about: kind === 'attitude' || majorKinds.has(kind) || chance.is(0.1) ? chance.weighted({ 'technician-1': 35, 'technician-2': 30, clerk: 20, foreman: 10, director: 5 }) : undefined,
    sure: undefined,
    hotline: outside === 'hotline',
    media: outside === 'media',
    major: majorKinds.has(kind) || outside !== 'none',
  };
}

const make: Readonly<Record<Source, (story: Story, chance: Chance, planned: Planned) => void>> = {
  contact: (story, chance, { kind, household, agent, about, hotline, media }) => {
    const words = grievances[kind]!;
    recordContact(story, chance, { agent, household, words, known: true });
    const complaint: Record<string, Value> = {
      category: kind,
      ...(about !== undefined && { aboutPersonId: person(about) }),
      ...(hotline && { signs: ['hotline'], ...hotlineOf(story) }),
      ...(media && { signs: ['media'] }),
    };
    story.post(agent, '/api/contacts/{contact.id}/convert', { to: 'complaint', complaint }, { keep: 'contact', clicks: clicksOf(chance), name: 'convert' });
  },
  desk: (story, chance, { kind, household, agent, about, hotline, media }) => {
    const body: Record<string, Value> = {
      kind,
      words: grievances[kind]!,
      siteId: site,
      homeId: homeOf(household),
      ...(chance.is(0.8) ? { onBehalfOf: person(residentOf(household)) } : { contact: { name: '匿名', phone: '12090000000' } }),
      ...(about !== undefined && { aboutPersonIds: [person(about)] }),
      ...(kind === 'repair-work' && about === undefined && { aboutCrewIds: [crew(chance.whole(2))] }),
      ...(hotline && { outside: 'hotline', ...hotlineOf(story) }),
      ...(media && { outside: 'media' }),
    };
    story.post(agent, '/api/complaints', body, { keep: 'complaint', clicks: clicksOf(chance), name: 'record' });
  },
  portal: (story, chance, { kind, household, about }) => {
    const body: Record<string, Value> = {
      kind,
      words: grievances[kind]!,
      homeId: homeOf(household),
      ...(about !== undefined && { aboutPersonIds: [person(about)] }),
    };
    story.post(residentOf(household), '/api/complaints', body, { keep: 'complaint', clicks: clicksOf(chance), name: 'record' });
  },
};

/** Its deadline leads, and ours is earlier. */
function hotlineOf(story: Story): Record<string, Value> {
  return { hotlineNumber: `12345-${Math.round(story.now / hour)}`, hotlineDeadline: time(story.now + 10 * day) };
}
