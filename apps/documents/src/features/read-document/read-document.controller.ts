import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { ReadDocuments } from '../../persistence/read-documents';
import { DocumentDetails } from './document-details';
import { IncomingDocumentDetailView } from './document-detail.view';

@Controller('api/incoming-documents')
export class ReadDocumentController {
  constructor(
    private readonly documents: ReadDocuments,
    private readonly details: DocumentDetails,
  ) {}

  @Get(':id')
  @Operation('documents.readDocument', { summary: { zh: '查看收文', en: 'Read an incoming document' }, ok: 200, okBody: IncomingDocumentDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<IncomingDocumentDetailView>> {
    const document = await this.documents.one(principal, id);
    if (!document) throw documentErrors.documentUnknown();
    return ok(await this.details.of(document), document.version);
  }
}
