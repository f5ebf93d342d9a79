import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { approversIn, peopleNamed } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told =
  | 'archives.hand-over-applied.v1'
  | 'archives.hand-over-approved.v1'
  | 'archives.hand-over-refused.v1'
  | 'archives.hand-over-withdrawn.v1'
  | 'archives.hand-over-party-named.v1'
  | 'archives.hand-over-sealed.v1'
  | 'archives.hand-over-signed.v1';

interface ToTell {
  kind: NoticeKind;
  /** Named in it. */
  to: readonly string[];
  /** And whoever approves on its site what these people had a hand in. */
  approvers?: { of: readonly string[] };
}

/** Tells whoever has to do the next thing with a hand-over of records (W4.6), and who applied what became of it. Nobody else: its records may be confidential. */
@Controller()
export class TellAboutHandOversReaction {
  @Reaction({
    durable: 'notifications__hand_overs_v2',
    events: [
      'archives.hand-over-applied.v1',
      'archives.hand-over-approved.v1',
      'archives.hand-over-refused.v1',
      'archives.hand-over-withdrawn.v1',
      'archives.hand-over-party-named.v1',
      'archives.hand-over-sealed.v1',
      'archives.hand-over-signed.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onHandOver(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const told = toldOf(event);
    if (!told) return;
    const { siteid: siteId, subject: id, actorid, aggregateversion } = event;
    // Whoever did it knows, but not that theirs was the last signature.
    const knows = event.type === 'archives.hand-over-signed.v1' ? undefined : actorid;
    const people = [...told.to, ...(told.approvers ? await approversIn(tx, siteId, told.approvers.of) : [])];
    for (const personId of new Set(people.filter((each) => each !== knows)))
      notify(tx, {
        siteId,
        personId,
        kind: told.kind,
        subject: { type: 'hand-over', id },
        occasion: `version-${aggregateversion}`,
        data: { number: event.data.number },
        happenedAt: new Date(event.happenedat),
      });
  }
}

function toldOf(event: EventOf<Told>): ToTell | undefined {
  switch (event.type) {
    case 'archives.hand-over-applied.v1':
      return { kind: 'hand-over-to-approve', to: [], approvers: { of: peopleNamed(event.actorid, event.actorfor) } };
    case 'archives.hand-over-approved.v1':
      return { kind: 'hand-over-approved', to: [event.data.appliedBy] };
    case 'archives.hand-over-refused.v1':
      return { kind: 'hand-over-refused', to: [event.data.appliedBy] };
    case 'archives.hand-over-withdrawn.v1': {
      const { appliedBy, appliedFor, approvedBy, named = [] } = event.data;
      return { kind: 'hand-over-withdrawn', to: peopleNamed(appliedBy, appliedFor, approvedBy, ...named), approvers: { of: peopleNamed(appliedBy, appliedFor) } };
    }
    case 'archives.hand-over-sealed.v1':
      return { kind: 'hand-over-to-sign', to: event.data.named };
    case 'archives.hand-over-party-named.v1':
      // There is nothing to sign until it is sealed, which tells all who are named by then.
      return event.data.sealed ? { kind: 'hand-over-to-sign', to: [event.data.personId] } : undefined;
    case 'archives.hand-over-signed.v1':
      return event.data.whole ? { kind: 'hand-over-done', to: [event.data.appliedBy] } : undefined;
  }
}
