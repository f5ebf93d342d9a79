import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

type Told =
  | 'documents.outgoing-submitted.v1'
  | 'documents.outgoing-reviewed.v1'
  | 'documents.outgoing-countersigned.v1'
  | 'documents.outgoing-returned.v1'
  | 'documents.outgoing-signed-off.v1'
  | 'documents.outgoing-corrected.v1'
  | 'documents.outgoing-printed.v1'
  | 'documents.outgoing-seal-approved.v1'
  | 'documents.outgoing-receipt-recorded.v1';

interface ToTell {
  kind: NoticeKind;
  /** Named in it, or whoever holds a role on its site. */
  to: readonly string[] | Role;
}

/** Tells whoever has to do the next thing with an outgoing document (W1.2): who is named in its chain, who leads the site and its clerks. Nobody else: it may be confidential. */
@Controller()
export class TellAboutOutgoingReaction {
  @Reaction({
    durable: 'notifications__outgoing_v1',
    events: [
      'documents.outgoing-submitted.v1',
      'documents.outgoing-reviewed.v1',
      'documents.outgoing-countersigned.v1',
      'documents.outgoing-returned.v1',
      'documents.outgoing-signed-off.v1',
      'documents.outgoing-corrected.v1',
      'documents.outgoing-printed.v1',
      'documents.outgoing-seal-approved.v1',
      'documents.outgoing-receipt-recorded.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onOutgoing(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const about = { siteId: event.siteid, data: { number: event.data.number }, happenedAt: new Date(event.happenedat) };
    const subject = { type: 'outgoing-document' as const, id: event.subject };
    for (const { kind, to } of toTell(event)) {
      const people = typeof to === 'string' ? await holdersOf(tx, [to], event.siteid) : to;
      // Whoever did it knows.
      for (const personId of people.filter((each) => each !== event.actorid)) notify(tx, { ...about, personId, kind, subject, occasion: `version-${event.aggregateversion}` });
    }
  }
}

function toTell(event: EventOf<Told>): ToTell[] {
  switch (event.type) {
    case 'documents.outgoing-submitted.v1':
      return [{ kind: 'outgoing-to-review', to: [event.data.reviewerId] }];
    case 'documents.outgoing-reviewed.v1':
      return [{ kind: 'outgoing-to-countersign', to: event.data.next }, { kind: 'outgoing-to-sign', to: event.data.signerIds }];
    case 'documents.outgoing-countersigned.v1':
      return [{ kind: 'outgoing-to-sign', to: event.data.signerIds }];
    case 'documents.outgoing-returned.v1':
      return [{ kind: 'outgoing-returned', to: [event.data.drafterId] }];
    case 'documents.outgoing-signed-off.v1':
      return [{ kind: 'outgoing-signed', to: 'clerk' }];
    case 'documents.outgoing-corrected.v1':
      return [{ kind: 'outgoing-to-sign-again', to: event.data.signerIds }];
    case 'documents.outgoing-printed.v1':
      return [{ kind: 'outgoing-seal-to-approve', to: event.data.approverIds ?? 'director' }];
    case 'documents.outgoing-seal-approved.v1':
      return [{ kind: 'outgoing-seal-approved', to: 'clerk' }];
    case 'documents.outgoing-receipt-recorded.v1':
      return event.data.outstanding === 0 ? [{ kind: 'outgoing-to-file', to: 'clerk' }] : [];
  }
}
