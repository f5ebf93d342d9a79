import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors, mailStateAfter } from '../../domain/errors';
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

  /** @throws mailUnknown (404), mailMoveIllegal, mailConvertedOtherwise (409), documentUntitled, registerUnknown, the errors of G2 (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { title, happenedAt, lateReason, ...fields }: ConvertMailDto): Promise<IncomingDocument> {
    const input = { ...(happenedAt && { happenedAt }), ...(lateReason !== undefined && { lateReason }) };
    const { mail, act } = await this.mail.lockForAct(tx, command, id, input);
    if (mail.documentId !== null) return again(tx, mail.documentId, { title, ...fields });
    const state = mailStateAfter(mail.state, 'convert');
    const titled = title ?? mail.subject;
    if (titled === null) throw documentErrors.documentUntitled();
    const { siteId, sender, theirNumber, attachmentIds, happenedAt: receivedAt, kind } = mail;
    const document = await this.register.execute(tx, act, {
      id: derivedId('mail', id),
      siteId,
      title: titled,
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

/** The same document for whoever clicks again; what they say otherwise would be lost in silence. @throws mailConvertedOtherwise (409) */
async function again(tx: Transaction, id: string, said: Omit<ConvertMailDto, 'happenedAt' | 'lateReason'>): Promise<IncomingDocument> {
  const document = await tx.manager.findOneByOrFail(IncomingDocument, { id });
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  if (!given.every(([name, value]) => isDeepStrictEqual(document[name as keyof typeof said], value))) throw documentErrors.mailConvertedOtherwise(document.number);
  return document;
}
