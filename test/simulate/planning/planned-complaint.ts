import { homeOf, person, residentOf } from './step';
import type { Story } from './story';
import type { Town } from './town';

/** What one complaint of every plan comes to. */
export type Sure = 'hotline' | 'extension';

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

/** Others on the same matter; the fifth household makes it a major one. @returns how many */
export function tellJoiners(town: Town, story: Story, { household, agent }: Planned, joiners: number): number {
  const neighbours = town.neighbours(household, joiners + 1).slice(1);
  for (const neighbour of neighbours)
    story.post(agent, '/api/complaints/{complaint.id}/join', { personId: person(residentOf(neighbour)), homeId: homeOf(neighbour), words: '我家也一样' }, { keep: 'complaint', name: `join-${neighbour}` });
  return neighbours.length;
}
