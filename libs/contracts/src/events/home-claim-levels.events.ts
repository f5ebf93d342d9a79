import { Type } from 'typebox';
import { event, Id } from './define';
import { escalation, promised } from './escalation';

/**
 * That a claim of a home waits for too long (W2.6, G5): it is directory that knows the claim, and reception that answers for the desk
 * and keeps its clock. Who claims stays with directory.
 */
export const homeClaimLevelEvents = {
  'reception.home-claim-escalated.v1': event({
    producer: 'reception',
    aggregate: 'waiting-claim',
    summary: 'Nobody has decided on a claim of a home in time: one level of escalation was reached (G5).',
    data: Type.Object({ claimId: Id, ...escalation }),
  }),
  'reception.home-claim-shown-on-time.v1': event({
    producer: 'reception',
    aggregate: 'waiting-claim',
    summary: 'A claim of a home turned out to be decided on before a level of escalation that was told (G2).',
    data: Type.Object({ claimId: Id, ...promised, level: Type.String() }),
  }),
};
