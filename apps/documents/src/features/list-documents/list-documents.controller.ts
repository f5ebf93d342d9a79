import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDocuments } from '../../persistence/read-documents';
import { documentView, IncomingDocumentView } from '../document.view';
import { ListDocumentsQuery } from './list-documents.query';

export class IncomingDocumentPage {
  @ApiProperty({ type: [IncomingDocumentView] })
  items!: IncomingDocumentView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/incoming-documents')
export class ListDocumentsController {
  constructor(private readonly documents: ReadDocuments) {}

  @Get()
  @Operation('documents.listDocuments', { summary: { zh: '收文列表', en: 'List incoming documents' }, ok: 200, okBody: IncomingDocumentPage })
  async list(@Query() query: ListDocumentsQuery, @Acting() principal: Principal): Promise<Page<IncomingDocumentView>> {
    const page = await this.documents.page(principal, query);
    return { items: page.items.map(documentView), nextCursor: page.nextCursor };
  }
}
