import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import type { RegisterDocumentDto } from './register-document.dto';
import { RegisterIncoming } from './register-incoming';

export interface PreparedDocument {
  id: string;
  rules: RuleBook;
}

/** A document that came by hand, or of whose mail nobody keeps a record. */
@Injectable()
export class RegisterDocumentHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly clocks: DocumentClocks,
    private readonly register: RegisterIncoming,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { attachmentIds }: RegisterDocumentDto): Promise<PreparedDocument> {
    const id = newId();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'incoming-document', id });
    return { id, rules: await this.clocks.book() };
  }

  /** @throws roleMayNot (403), registerUnknown, documentDateAhead, the errors of G2 (400) */
  execute(tx: Transaction, command: CommandContext, input: RegisterDocumentDto, prepared: PreparedDocument): Promise<IncomingDocument> {
    const act = actOf(tx, command, input.siteId, input);
    const { siteId, title, sender, paper = true, attachmentIds = [], ...fields } = input;
    return this.register.execute(tx, act, { ...prepared, siteId, title, sender, mailId: null, paper, receivedAt: act.happenedAt, attachmentIds, fields });
  }
}
