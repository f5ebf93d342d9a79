import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keep = statement('archived_paper_keep', 'INSERT INTO archived_paper (document_id, record_id, archived_at) VALUES ($1, $2, $3) ON CONFLICT (document_id) DO NOTHING');

/** Keeps which papers the archives have accepted, for the yearly tidy-up (W1.3). */
@Controller()
export class KeepArchivedPapersReaction {
  @Reaction({ durable: 'documents__archived_papers_v1', events: ['archives.record-archived.v1'], order: 'any', replay: 'rebuild' })
  onRecord(@Payload() { subject, happenedat, data: { source } }: EventOf<'archives.record-archived.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (source?.type === 'incoming-document' || source?.type === 'outgoing-document') tx.send(keep, [source.id, subject, new Date(happenedat)]);
  }
}
