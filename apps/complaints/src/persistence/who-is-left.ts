import type { Transaction } from '@property-office/persistence';
import { circles, handlerRoles, notBelow, type Circle } from '../domain/levels';
import type { Complaint } from './complaint.entity';
import { handledBefore } from './past-rounds';
import { directorsElsewhere, hiddenAmong, holdersOf } from './people';
import { formerRoles } from './who-may-handle';

export interface Left {
  circle: Circle;
  people: string[];
}

/**
 * Who is left for a case that nobody of its level may have, so that none waits for ever (G1): the first circle in which there is somebody. Never whom
 * it is hidden from, nor who complains, nor anybody below whoever had it before the dispute, of this site or of another: what the company had,
 * as each case about a director, the company decides finally (W2.3). @param complain who complains, or is about to
 * @returns undefined where somebody of its level may have it, or nobody at all is left
 */
export async function whoIsLeft(tx: Transaction, complaint: Complaint, complain: ReadonlySet<string | null>): Promise<Left | undefined> {
  const { id, siteId, level, majorBecause, aboutDirector } = complaint;
  const former = await formerRoles(tx, complaint);
  const [fit, higher] = [handlerRoles({ level, major: majorBecause.length > 0, aboutDirector }), aboutDirector ? (['company'] as const) : (['director', 'company'] as const)];
  const ofLevel = await holdersOf(tx, notBelow(fit, former), siteId);
  const above = await holdersOf(tx, notBelow(higher, former), siteId);
  const elsewhere = notBelow(['director'], former).length > 0 ? await directorsElsewhere(tx, siteId) : [];
  const whoever = [...new Set([...ofLevel, ...above])];
  const hidden = await hiddenAmong(tx, id, [...whoever, ...elsewhere]);
  const before = await handledBefore(tx, id);
  const may = (personId: string): boolean => !hidden.has(personId) && !complain.has(personId);
  const isNew = (personId: string): boolean => may(personId) && !before.has(personId);
  if (ofLevel.some(isNew)) return undefined;
  const people: Record<Circle, string[]> = {
    above: above.filter(isNew),
    'other-site': elsewhere.filter(isNew),
    'had-before': whoever.filter((personId) => may(personId) && before.has(personId)),
  };
  const circle = circles.find((each) => people[each].length > 0);
  return circle && { circle, people: people[circle] };
}
