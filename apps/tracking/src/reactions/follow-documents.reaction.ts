import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type ReactionContext, type Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { addCaseEntry, documentCase, documentKinds } from '../persistence/case-timelines';

/** Writes every event of a document, incoming or outgoing, to its timeline, in order and without gaps (I4). */
@Controller()
export class FollowDocumentsReaction {
  @Reaction({ durable: 'tracking__documents_v1', events: 'documents.*', order: 'strict', replay: 'rebuild' })
  onEvent(@Payload() event: Selected<'documents.*'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const document = documentKinds.find((kind) => kind === event.aggregatetype);
    if (document) addCaseEntry(tx, documentCase(event.subject, document), event);
  }
}
