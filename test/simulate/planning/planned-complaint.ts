import { homeOf, known, person, residentOf, site } from './step';
import type { Story } from './story';
import type { Town } from './town';

/** What one complaint of every plan comes to. */
export type Sure = 'hotline' | 'extension' | 'merged' | 'merged-again';

/** What is known of a complaint when it is made. */
export interface Planned {
  kind: string;
  household: number;
  agent: string;
  /** Who is complained about: somebody of the staff, hidden from whom it is. */
  about: string | undefined;
  sure: Sure | undefined;
  hotline: boolean;
  media: boolean;
  /** By rule, from the first. */
  major: boolean;
}

/** Sees every case that is not about them. */
export const overseer = ({ about }: Pick<Planned, 'about'>): string => (about === 'director' ? 'company' : 'director');

/**
 * The same matter a second time, told by a neighbour: merged into the first one, which goes on for both (W2.3). Merged again: the first
 * time was a mistake that whoever made it took back at once (G3).
 */
export function tellDouble(town: Town, story: Story, { kind, household, agent }: Planned, again: boolean): void {
  const [, neighbour] = town.neighbours(household, 2);
  const said = { kind, words: '我家也遇到同样的问题', siteId: site, homeId: homeOf(neighbour!), onBehalfOf: person(residentOf(neighbour!)) };
  story.post(agent, '/api/complaints', said, { keep: 'double', name: 'record-double' }).later();
  const merge = (name: string) => story.post('lead', '/api/complaints/{double.id}/merge', { into: known('complaint.id'), reason: '同一事项' }, { keep: 'double', name });
  if (again) merge('merge-by-mistake').post('lead', '/api/complaints/{double.id}/take-back', {}, { keep: 'double' });
  merge('merge').later();
}

/** Others on the same matter; the fifth household makes it a major one. @returns how many */
export function tellJoiners(town: Town, story: Story, { household, agent }: Planned, joiners: number): number {
  const neighbours = town.neighbours(household, joiners + 1).slice(1);
  for (const neighbour of neighbours)
    story.post(agent, '/api/complaints/{complaint.id}/join', { personId: person(residentOf(neighbour)), homeId: homeOf(neighbour), words: '我家也一样' }, { keep: 'complaint', name: `join-${neighbour}` });
  return neighbours.length;
}
