import { Injectable } from '@nestjs/common';
import { AttachmentReader, type ToldText } from '@property-office/backbone';
import { searchedIn } from '@property-office/kernel';

/** What is attached to documents, directives and mail, for their search (W1.3). */
@Injectable()
export class DocumentAttachmentReader extends AttachmentReader {
  protected readonly texts = { table: 'document_text', owner: 'document_id' };

  protected keep(attachmentId: string, told: ToldText): Promise<unknown> {
    const { said, searchText, searchWords } = searchedIn(told.state === 'read' ? told.text : '');
    return this.database.query(
      `UPDATE document_text SET state = $2, reason = $3, said = $4, search_text = $5, search_words = $6, pages = $7, pages_asked = $8 WHERE source_id = $1 AND kind = 'attachment' AND state = 'waiting'`,
      [attachmentId, told.state, told.state === 'none' ? told.reason : null, said, searchText, searchWords, told.pages ?? null, told.pages !== undefined],
    );
  }
}
