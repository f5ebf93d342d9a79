import type { Transaction } from '@property-office/persistence';
import { circles, handlerRoles, type Circle } from '../domain/levels';
import type { Complaint } from './complaint.entity';
import { handledBefore } from './past-rounds';
import { directorsElsewhere, hiddenAmong, holdersOf } from './people';

export interface Left {
  circle: Circle;
  people: string[];
}

/**
 * Who is left for a case that nobody of its level may have, so that none waits for ever (G1): the first circle in which there is somebody. Never whom
 * it is hidden from, nor who complains. @param complain who complains, or is about to
 * @returns undefined where somebody of its level may have it, or nobody at all is left
 */
export async function whoIsLeft(tx: Transaction, complaint: Complaint, complain: ReadonlySet<string | null>): Promise<Left | undefined> {
  const { id, siteId, level, majorBecause, aboutDirector } = complaint;
  const ofLevel = await holdersOf(tx, handlerRoles({ level, major: majorBecause.length > 0, aboutDirector }), siteId);
  const above = await holdersOf(tx, aboutDirector ? ['company'] : ['director', 'company'], siteId);
  const elsewhere = await directorsElsewhere(tx, siteId);
  const hidden = await hiddenAmong(tx, id, [...new Set([...ofLevel, ...above, ...elsewhere])]);
  const before = await handledBefore(tx, id);
  const may = (personId: string): boolean => !hidden.has(personId) && !complain.has(personId);
  const isNew = (personId: string): boolean => may(personId) && !before.has(personId);
  if (ofLevel.some(isNew)) return undefined;
  const people: Record<Circle, string[]> = {
    above: above.filter(isNew),
    'other-site': elsewhere.filter(isNew),
    'had-before': [...new Set([...ofLevel, ...above])].filter(may),
  };
  const circle = circles.find((each) => people[each].length > 0);
  return circle && { circle, people: people[circle] };
}
