import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';

/** What was filed proposes a record: an incoming document by its own date, an outgoing one by its sign-off, never its draft (W4.5). */
@Controller()
export class ProposeDocumentsReaction {
  constructor(private readonly handler: ProposeRecordHandler) {}

  @Reaction({ durable: 'archives__incoming_v1', events: ['documents.incoming-filed.v1'], order: 'any', replay: 'rebuild' })
  onIncoming(@Payload() event: WireEvent<'documents.incoming-filed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { number, confidentiality, documentDate, receivedAt, attachmentIds } = event.data;
    const source = { type: 'incoming-document' as const, id: event.subject, number };
    const said = { title: null, pages: null, copies: null, confidentiality, attachmentIds };
    return this.handler.execute(tx, actOfEvent(event), { ...origin(event), source, datedAt: new Date(documentDate ?? receivedAt), ...said });
  }

  @Reaction({ durable: 'archives__outgoing_v1', events: ['documents.outgoing-filed.v1'], order: 'any', replay: 'rebuild' })
  onOutgoing(@Payload() event: WireEvent<'documents.outgoing-filed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { number, confidentiality, title, signedOffAt, pages, copies, attachmentIds } = event.data;
    const source = { type: 'outgoing-document' as const, id: event.subject, number };
    const said = { title, pages, copies, confidentiality, attachmentIds };
    return this.handler.execute(tx, actOfEvent(event), { ...origin(event), source, datedAt: new Date(signedOffAt), ...said });
  }
}

const origin = ({ id, siteid }: EventOf<'documents.incoming-filed.v1' | 'documents.outgoing-filed.v1'>) => ({ eventId: id, siteId: siteid });
