import { Injectable } from '@nestjs/common';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { mailStateAfter } from '../../domain/errors';
import { DocumentClocks } from '../../persistence/document-clocks';
import { IncomingDocument } from '../../persistence/incoming-document.entity';
import { MailClocks } from '../../persistence/mail-clocks';
import { MailItems } from '../../persistence/mail-items';
import { RegisterIncoming } from '../register-document/register-incoming';
import type { ConvertMailDto } from './convert-mail.dto';

/** Official mail becomes an incoming document with nothing retyped, once: whoever clicks again has the same document (W1.1). */
@Injectable()
export class ConvertMailHandler {
  constructor(
    private readonly mail: MailItems,
    private readonly mailClocks: MailClocks,
    private readonly documentClocks: DocumentClocks,
    private readonly register: RegisterIncoming,
  ) {}

  /** @throws mailUnknown (404), mailMoveIllegal (409), registerUnknown, the errors of G2 (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { title, happenedAt, lateReason, ...fields }: ConvertMailDto): Promise<IncomingDocument> {
    const input = { ...(happenedAt && { happenedAt }), ...(lateReason !== undefined && { lateReason }) };
    const { mail, act } = await this.mail.lockForAct(tx, command, id, input);
    if (mail.documentId !== null) return tx.manager.findOneByOrFail(IncomingDocument, { id: mail.documentId });
    const state = mailStateAfter(mail.state, 'convert');
    const { siteId, sender, subject, number, theirNumber, attachmentIds, happenedAt: receivedAt, kind } = mail;
    const document = await this.register.execute(tx, act, {
      id: derivedId('mail', id),
      siteId,
      title: title ?? subject ?? number,
      sender,
      mailId: id,
      paper: kind !== 'email',
      receivedAt,
      attachmentIds,
      fields: { ...(theirNumber !== null && { theirNumber }), ...fields },
      rules: await this.documentClocks.book(tx),
    });
    this.mail.advance(tx, mail, act, { kind: 'registered', documentId: document.id }, { state, official: true, documentId: document.id });
    await this.mailClocks.registered(tx, mail, act.happenedAt);
    return document;
  }
}
