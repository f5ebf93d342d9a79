import type { EventData } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { channelFor } from '../domain/follow-up-plan';
import type { FollowUpState } from '../domain/follow-up-states';
import type { FollowUps } from './follow-ups';

type Corrected = EventData<'tickets.repair-corrected.v1'>['to'];

/** What has an outcome stays as it was. */
const open: readonly FollowUpState[] = ['planned', 'cancelled', 'due', 'in-hand'];

/** The home, where it is none of the public places. */
export const homeIn = ({ kind, id }: { kind: 'home' | 'place'; id: string }): string | null => (kind === 'home' ? id : null);

/**
 * Copies who reported, where and how urgent it was when that is corrected, and asks in the way that fits: the wrong person must
 * not be called. It is no event of the follow-up; a date that was promised stays.
 */
export async function followCorrection(
  tx: Transaction,
  followUps: FollowUps,
  of: { repairRequestId: string; episode: number },
  { repairClass, reporterId, location }: Corrected,
): Promise<void> {
  if (repairClass === undefined && reporterId === undefined && location === undefined) return;
  const followUp = await followUps.lockForFact(tx, of.repairRequestId, of.episode);
  if (!open.includes(followUp.state)) return;
  followUp.repairClass = repairClass ?? followUp.repairClass;
  followUp.reporterId = reporterId === undefined ? followUp.reporterId : reporterId;
  if (location !== undefined) followUp.homeId = homeIn(location);
  followUp.channel = channelFor(followUp.repairClass, followUp.reporterId !== null);
  tx.save(followUp);
}
