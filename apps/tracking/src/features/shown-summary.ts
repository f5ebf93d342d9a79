import { roleNames } from '@property-office/access';
import type { Role } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { summaryOf, type TimelineEventType } from '../domain/summaries';

interface Told {
  type: TimelineEventType;
  data: Record<string, unknown>;
  actorRole: string;
  /** Set where somebody acted for another person (G1). */
  actorFor: string | null;
  /** Of the site; left out where nothing is told of a time. */
  timeZone?: string;
}

/**
 * The sentence as it is shown: what was done, and in whose place where a deputy did it ("X for Y"). Who the two are stands
 * beside it as ids: names stay with directory.
 */
export function shownSummary({ type, data, actorRole, actorFor, timeZone }: Told, language: keyof Localized): string {
  const summary = summaryOf(type, data, language, timeZone);
  if (actorFor === null || !Object.hasOwn(roleNames, actorRole)) return summary;
  const role = roleNames[actorRole as Role][language];
  return language === 'zh' ? `${summary}（代${role}）` : `${summary} (for the ${role})`;
}
