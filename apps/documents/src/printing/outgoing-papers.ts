import { Injectable } from '@nestjs/common';
import { PeopleContacts } from '@property-office/backbone';
import { drawPdf, type OfficialPaper } from '@property-office/official-papers';
import { Database } from '@property-office/persistence';
import { outgoingErrors } from '../domain/outgoing-errors';
import { AttachmentNames } from '../persistence/attachment-names';
import { Letterheads } from '../persistence/letterheads';
import type { OutgoingDocument } from '../persistence/outgoing-document.entity';
import { OutgoingTexts } from '../persistence/outgoing-texts';
import { namesSigner, paperOf } from './paper-of';

/** The paper of an outgoing document: the last version of its text, as it is printed. */
@Injectable()
export class OutgoingPapers {
  constructor(
    private readonly database: Database,
    private readonly texts: OutgoingTexts,
    private readonly letterheads: Letterheads,
    private readonly names: AttachmentNames,
    private readonly people: PeopleContacts,
  ) {}

  /** @param share the number of the copy, of a confidential document @throws letterheadUnset (409), unavailable (503) */
  async of(document: OutgoingDocument, share: number | null): Promise<OfficialPaper> {
    return this.drawn(document, share, namesSigner(document.kind) ? await this.signer(document) : null);
  }

  /** Of one copy. The number of a confidential one takes a line, the name of who signed it none of its own. @throws letterheadUnset (409) */
  async pages(document: OutgoingDocument): Promise<number> {
    return (await drawPdf(await this.drawn(document, document.confidentiality === 'confidential' ? 1 : null, null))).pages;
  }

  private async drawn(document: OutgoingDocument, share: number | null, signer: string | null): Promise<OfficialPaper> {
    const { id, siteId, textVersion, signedAt, changedAt } = document;
    const letterhead = await this.letterheads.of(siteId);
    if (!letterhead) throw outgoingErrors.letterheadUnset();
    const text = (await this.texts.one(this.database, id, textVersion))!;
    const attachments = await this.names.of(document.attachmentIds);
    return paperOf({ ...document, dated: signedAt ?? changedAt, text, office: letterhead.office, share, attachments, signer });
  }

  private async signer({ signedBy, draftNumber }: OutgoingDocument): Promise<string | null> {
    if (signedBy === null) return null;
    const nameOf = await this.people.namesOf([signedBy], `signer of ${draftNumber}`);
    return nameOf(signedBy) || null;
  }
}
