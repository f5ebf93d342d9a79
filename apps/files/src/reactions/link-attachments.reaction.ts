import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { cancelTimersOf } from '@property-office/timers';
import { linkAttachments } from '../persistence/attachments';

type CaseEvent =
  | 'complaints.complaint-recorded.v1'
  | 'complaints.complaint-joined.v1'
  | 'complaints.complaint-verified.v1'
  | 'complaints.task-finished.v1'
  | 'complaints.result-recorded.v1'
  | 'complaints.suggestion-recorded.v1';
type DeskEvent = 'reception.contact-recorded.v1' | 'reception.visitor-announced.v1';
type NoticeEvent = 'notifications.notice-drafted.v1' | 'notifications.notice-edited.v1' | 'notifications.notice-task-done.v1';
type DocumentEvent = 'documents.incoming-registered.v1' | 'documents.mail-signed-for.v1';
type OutgoingEvent = 'documents.outgoing-drafted.v1' | 'documents.outgoing-edited.v1';
type DirectiveEvent = 'documents.directive-given.v1';
type PrintJobEvent = 'documents.print-job-requested.v1' | 'documents.print-job-done.v1';
type ArchivesEvent = 'archives.record-archived.v1' | 'archives.proposal-renewed.v1' | 'archives.paper-filed.v1';
type Context = ReactionContext<Transaction>;

/** Makes a claim lasting: the object exists and names its attachments. */
@Controller()
export class LinkAttachmentsReaction {
  @Reaction({
    durable: 'files__links_v1',
    events: ['tickets.repair-requested.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onRequested(
    @Payload() event: WireEvent<'tickets.repair-requested.v1'>,
    @Ctx() context: Context,
  ): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }

  @Reaction({
    durable: 'files__contact_links_v2',
    events: ['reception.contact-recorded.v1', 'reception.visitor-announced.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onContact(@Payload() event: EventOf<DeskEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds ?? [], context);
  }

  @Reaction({
    durable: 'files__work_links_v1',
    events: ['dispatch.work-order-finished.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onFinished(
    @Payload() event: WireEvent<'dispatch.work-order-finished.v1'>,
    @Ctx() context: Context,
  ): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }

  @Reaction({
    durable: 'files__case_links_v2',
    events: [
      'complaints.complaint-recorded.v1',
      'complaints.complaint-joined.v1',
      'complaints.complaint-verified.v1',
      'complaints.task-finished.v1',
      'complaints.result-recorded.v1',
      'complaints.suggestion-recorded.v1',
    ],
    order: 'any',
    replay: 'rebuild',
  })
  onCase(@Payload() event: EventOf<CaseEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds ?? [], context);
  }

  @Reaction({
    durable: 'files__notice_links_v1',
    events: ['notifications.notice-drafted.v1', 'notifications.notice-edited.v1', 'notifications.notice-task-done.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onNotice(@Payload() event: EventOf<NoticeEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }

  @Reaction({
    durable: 'files__document_links_v1',
    events: ['documents.incoming-registered.v1', 'documents.mail-signed-for.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onDocument(@Payload() event: EventOf<DocumentEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }

  @Reaction({
    durable: 'files__outgoing_links_v1',
    events: ['documents.outgoing-drafted.v1', 'documents.outgoing-edited.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onOutgoing(@Payload() event: EventOf<OutgoingEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }

  @Reaction({
    durable: 'files__directive_links_v1',
    events: ['documents.directive-given.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onDirective(@Payload() event: EventOf<DirectiveEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }

  @Reaction({
    durable: 'files__print_job_links_v2',
    events: ['documents.print-job-requested.v1', 'documents.print-job-done.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onPrintJob(@Payload() event: EventOf<PrintJobEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds ?? [], context);
  }

  @Reaction({
    durable: 'files__archive_links_v1',
    events: ['archives.record-archived.v1', 'archives.proposal-renewed.v1', 'archives.paper-filed.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  onArchives(@Payload() event: EventOf<ArchivesEvent>, @Ctx() context: Context): Promise<void> {
    return link(event, event.data.attachmentIds, context);
  }
}

async function link(
  { aggregatetype: type, subject: id }: WireEvent,
  attachmentIds: string[],
  { tx, log }: Context,
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const linked = await linkAttachments(tx, attachmentIds, { type, id });
  for (const attachmentId of linked) cancelTimersOf(tx, attachmentId);
  if (linked.length < attachmentIds.length) log.warn(`${type} ${id} names attachments that are gone`);
}
