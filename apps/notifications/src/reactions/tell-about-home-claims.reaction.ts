import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { askedIn } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told =
  | 'directory.home-claimed.v1'
  | 'directory.home-claim-confirmed.v1'
  | 'directory.home-claim-refused.v1'
  | 'directory.home-claim-withdrawn.v1';

/**
 * Tells the desk and the owners of the home that a claim waits for them or was taken back, and whoever claimed it what became of it
 * (W2.6). A claim that is over is asked for no more: what comes late is older than what was told.
 */
@Controller()
export class TellAboutHomeClaimsReaction {
  @Reaction({
    durable: 'notifications__home_claims_v1',
    events: ['directory.home-claimed.v1', 'directory.home-claim-confirmed.v1', 'directory.home-claim-refused.v1', 'directory.home-claim-withdrawn.v1'],
    order: 'latest',
    replay: 'skip',
  })
  async onEvent(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    for (const personId of await whom(tx, event)) {
      notify(tx, {
        personId,
        siteId: event.siteid,
        kind: kinds[event.type],
        subject: { type: 'home-claim', id: event.subject },
        occasion: 'claim',
        data: event.type === 'directory.home-claim-refused.v1' ? { reason: event.data.reason } : {},
        happenedAt: new Date(event.happenedat),
      });
    }
  }
}

/** Who may decide, never who claims: they may work at the desk themselves. Claims of before owners were named in events are the desk's. */
async function whom(tx: Transaction, event: EventOf<Told>): Promise<Iterable<string>> {
  switch (event.type) {
    case 'directory.home-claimed.v1':
    case 'directory.home-claim-withdrawn.v1': {
      const { personId, ownerIds = [] } = event.data;
      return new Set([...(await askedIn(tx, ['desk', 'desk-lead'], event.siteid, [personId])), ...ownerIds]);
    }
    case 'directory.home-claim-confirmed.v1':
    case 'directory.home-claim-refused.v1':
      return [event.data.personId];
  }
}

const kinds: Readonly<Record<Told, NoticeKind>> = {
  'directory.home-claimed.v1': 'home-claimed',
  'directory.home-claim-confirmed.v1': 'home-claim-confirmed',
  'directory.home-claim-refused.v1': 'home-claim-refused',
  'directory.home-claim-withdrawn.v1': 'home-claim-withdrawn',
};
