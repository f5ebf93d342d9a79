import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { holdersOf } from '../persistence/audience';
import { notify } from '../persistence/notify';

const told = {
  'documents.print-job-requested.v1': 'print-job-waiting',
  'documents.print-job-done.v1': 'print-job-done',
  'documents.print-job-returned.v1': 'print-job-returned',
} as const;

/** Tells the clerks of what is to be printed, and whoever asked for it what became of it (R2.2). */
@Controller()
export class TellAboutPrintJobsReaction {
  @Reaction({
    durable: 'notifications__print_jobs_v1',
    events: ['documents.print-job-requested.v1', 'documents.print-job-done.v1', 'documents.print-job-returned.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onPrintJob(@Payload() event: EventOf<keyof typeof told>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, siteid: siteId, subject: id, data, happenedat, actorid, aggregateversion } = event;
    const people = type === 'documents.print-job-requested.v1' ? await holdersOf(tx, ['clerk'], siteId) : [data.requesterId];
    const about = { siteId, kind: told[type], subject: { type: 'print-job' as const, id }, data: { number: data.number }, happenedAt: new Date(happenedat) };
    // Whoever did it knows.
    for (const personId of people.filter((each) => each !== actorid)) notify(tx, { ...about, personId, occasion: `version-${aggregateversion}` });
  }
}
