import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import type { SubjectType } from '../domain/subjects';
import { approversIn, peopleNamed } from '../persistence/asked';
import { notify } from '../persistence/notify';

type Told =
  | 'archives.appraisal-started.v1'
  | 'archives.appraisal-concluded.v1'
  | 'archives.appraisal-withdrawn.v1'
  | 'archives.destruction-applied.v1'
  | 'archives.destruction-approved.v1'
  | 'archives.destruction-refused.v1'
  | 'archives.destruction-withdrawn.v1'
  | 'archives.witness-named.v1'
  | 'archives.destruction-witnessed.v1'
  | 'archives.destruction-certified.v1';

interface ToTell {
  kind: NoticeKind;
  /** Named in it. */
  to: readonly string[];
  /** And whoever approves on its site what these people had a hand in. */
  approvers?: { of: readonly string[] };
}

/** Tells whoever has to do the next thing with an appraisal or a destruction list (W4.4), and who applied what became of it. Nobody else: its records may be confidential. */
@Controller()
export class TellAboutDestructionsReaction {
  @Reaction({
    durable: 'notifications__destructions_v2',
    events: [
      'archives.appraisal-started.v1',
      'archives.appraisal-concluded.v1',
      'archives.appraisal-withdrawn.v1',
      'archives.destruction-applied.v1',
      'archives.destruction-approved.v1',
      'archives.destruction-refused.v1',
      'archives.destruction-withdrawn.v1',
      'archives.witness-named.v1',
      'archives.destruction-witnessed.v1',
      'archives.destruction-certified.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  async onDestruction(@Payload() event: EventOf<Told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const told = toldOf(event);
    if (!told) return;
    const { siteid: siteId, subject: id, actorid, aggregatetype, aggregateversion } = event;
    // Whoever did it knows, but not when files has wiped the last of it.
    const knows = event.type === 'archives.destruction-certified.v1' ? undefined : actorid;
    const people = [...told.to, ...(told.approvers ? await approversIn(tx, siteId, told.approvers.of) : [])];
    for (const personId of new Set(people.filter((each) => each !== knows)))
      notify(tx, {
        siteId,
        personId,
        kind: told.kind,
        subject: { type: aggregatetype as SubjectType, id },
        occasion: `version-${aggregateversion}`,
        data: { number: event.data.number },
        happenedAt: new Date(event.happenedat),
      });
  }
}

function toldOf(event: EventOf<Told>): ToTell | undefined {
  switch (event.type) {
    case 'archives.appraisal-started.v1':
      return { kind: 'appraisal-to-judge', to: event.data.appraiserIds };
    case 'archives.appraisal-concluded.v1':
      return { kind: 'appraisal-concluded', to: [event.data.startedBy] };
    case 'archives.appraisal-withdrawn.v1': {
      const { startedBy, appraiserIds = [] } = event.data;
      return { kind: 'appraisal-withdrawn', to: peopleNamed(startedBy, ...appraiserIds) };
    }
    case 'archives.destruction-applied.v1':
      return { kind: 'destruction-to-approve', to: [], approvers: { of: peopleNamed(event.actorid, event.actorfor) } };
    case 'archives.destruction-approved.v1':
      return { kind: 'destruction-approved', to: [event.data.appliedBy] };
    case 'archives.destruction-refused.v1':
      return { kind: 'destruction-refused', to: [event.data.appliedBy] };
    case 'archives.destruction-withdrawn.v1': {
      const { appliedBy, appliedFor, approvedBy, witnessIds = [] } = event.data;
      return { kind: 'destruction-withdrawn', to: peopleNamed(appliedBy, appliedFor, approvedBy, ...witnessIds), approvers: { of: peopleNamed(appliedBy, appliedFor) } };
    }
    case 'archives.witness-named.v1':
      return { kind: 'destruction-to-witness', to: [event.data.witnessId] };
    case 'archives.destruction-witnessed.v1':
      return event.data.whole ? { kind: 'destruction-to-carry-out', to: [event.data.appliedBy] } : undefined;
    case 'archives.destruction-certified.v1':
      return { kind: 'destruction-certified', to: [event.data.appliedBy] };
  }
}
