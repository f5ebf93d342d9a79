import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { OutgoingDocumentDetailView } from './outgoing-detail.view';
import { OutgoingDetails } from './outgoing-details';

@Controller('api/outgoing-documents')
export class ReadOutgoingController {
  constructor(
    private readonly documents: ReadOutgoing,
    private readonly details: OutgoingDetails,
  ) {}

  @Get(':id')
  @Operation('documents.readOutgoing', { summary: { zh: '查看发文', en: 'Read an outgoing document' }, ok: 200, okBody: OutgoingDocumentDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<OutgoingDocumentDetailView>> {
    const document = await this.documents.one(principal, id);
    if (!document) throw outgoingErrors.outgoingUnknown();
    return ok(await this.details.of(document), document.version);
  }
}
