import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { systemActor, type Role, type WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { askedIn } from '../persistence/asked';
import { recordHiddenFrom } from '../persistence/hidden-records';
import { notify } from '../persistence/notify';

type LoanTold =
  | 'archives.loan-asked.v1'
  | 'archives.loan-approved.v1'
  | 'archives.loan-refused.v1'
  | 'archives.loan-extended.v1'
  | 'archives.loan-recalled.v1'
  | 'archives.loan-returned.v1'
  | 'archives.loan-ended.v1';
type CopyTold = 'archives.copy-asked.v1' | 'archives.copy-approved.v1' | 'archives.copy-refused.v1' | 'archives.copy-made.v1';

/** Somebody by name, or whoever holds a role on the site, and in the place of who is away their deputy (G1). */
interface Told {
  kind: NoticeKind;
  to: string | Role[];
}

const whoDecides = ({ important }: { important: boolean }): Role[] => (important ? ['director'] : ['clerk', 'director']);

/**
 * Tells who must decide, hand over or make, and whoever asked what became of it; the director of what an inspection found (W4.3). From whom
 * a complaint is hidden, the loans and copies of its record are, too.
 */
@Controller()
export class TellAboutLendingReaction {
  @Reaction({
    durable: 'notifications__loans_v1',
    events: [
      'archives.loan-asked.v1',
      'archives.loan-approved.v1',
      'archives.loan-refused.v1',
      'archives.loan-extended.v1',
      'archives.loan-recalled.v1',
      'archives.loan-returned.v1',
      'archives.loan-ended.v1',
    ],
    order: 'any',
    replay: 'skip',
  })
  onLoan(@Payload() event: EventOf<LoanTold>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return tellAll(tx, event, 'loan', event.data.borrowerId, toldOfLoan(event));
  }

  @Reaction({
    durable: 'notifications__record_copies_v1',
    events: ['archives.copy-asked.v1', 'archives.copy-approved.v1', 'archives.copy-refused.v1', 'archives.copy-made.v1'],
    order: 'any',
    replay: 'skip',
  })
  onCopy(@Payload() event: EventOf<CopyTold>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return tellAll(tx, event, 'record-copy', event.data.askerId, toldOfCopy(event));
  }
}

function toldOfLoan({ type, data, actorid }: EventOf<LoanTold>): Told[] {
  const borrower = data.borrowerId;
  switch (type) {
    case 'archives.loan-asked.v1':
      return [{ kind: 'loan-to-decide', to: whoDecides(data) }];
    case 'archives.loan-approved.v1':
      return [{ kind: 'loan-approved', to: borrower }, ...(data.form === 'paper' ? [{ kind: 'loan-to-hand-over' as const, to: ['clerk' as const] }] : [])];
    case 'archives.loan-refused.v1':
      return [{ kind: 'loan-refused', to: borrower }];
    case 'archives.loan-extended.v1':
      return [{ kind: 'loan-extended', to: borrower }];
    case 'archives.loan-recalled.v1':
      return [data.borrowerLeft ? { kind: 'loan-left-behind', to: ['clerk'] } : { kind: 'loan-recalled', to: borrower }];
    case 'archives.loan-returned.v1':
      return data.whole ? [] : [{ kind: 'loan-finding', to: ['director'] }];
    case 'archives.loan-ended.v1':
      return actorid === borrower ? [] : [{ kind: 'loan-ended', to: borrower }];
  }
}

function toldOfCopy({ type, data }: EventOf<CopyTold>): Told[] {
  switch (type) {
    case 'archives.copy-asked.v1':
      return [{ kind: 'copy-to-decide', to: whoDecides(data) }];
    case 'archives.copy-approved.v1':
      return [{ kind: 'copy-approved', to: data.askerId }, { kind: 'copy-to-make', to: ['clerk'] }];
    case 'archives.copy-refused.v1':
      return [{ kind: 'copy-refused', to: data.askerId }];
    case 'archives.copy-made.v1':
      return [{ kind: 'copy-made', to: data.askerId }];
  }
}

/** Whoever did it knows; and of what somebody asks for, they do not hear as one of those who decide. */
async function tellAll(tx: Transaction, event: WireEvent & { data: { number: string; recordId: string } }, type: 'loan' | 'record-copy', asker: string, all: readonly Told[]): Promise<void> {
  const { subject: id, siteid: siteId, data, happenedat, aggregateversion, actorid } = event;
  tx.send('INSERT INTO complaint_part (object_id, complaint_id) SELECT $1, complaint_id FROM complaint_part WHERE object_id = $2 ON CONFLICT DO NOTHING', [id, data.recordId]);
  const hidden = await recordHiddenFrom(tx, data.recordId);
  for (const { kind, to } of all) {
    const people = typeof to === 'string' ? [to] : await askedIn(tx, to, siteId, [asker, ...hidden]);
    for (const personId of people.filter((each) => each !== actorid && each !== systemActor.personId && !hidden.has(each)))
      notify(tx, { personId, siteId, kind, subject: { type, id }, occasion: `version-${aggregateversion}`, data: { number: data.number }, happenedAt: new Date(happenedat) });
  }
}
