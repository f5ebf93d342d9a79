import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { ListOutgoingQuery } from './list-outgoing.query';

export class OutgoingDocumentPage {
  @ApiProperty({ type: [OutgoingDocumentView] })
  items!: OutgoingDocumentView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/outgoing-documents')
export class ListOutgoingController {
  constructor(private readonly documents: ReadOutgoing) {}

  @Get()
  @Operation('documents.listOutgoing', { summary: { zh: '发文列表', en: 'List outgoing documents' }, ok: 200, okBody: OutgoingDocumentPage })
  async list(@Query() query: ListOutgoingQuery, @Acting() principal: Principal): Promise<Page<OutgoingDocumentView>> {
    const page = await this.documents.page(principal, query);
    return { items: page.items.map(outgoingView), nextCursor: page.nextCursor };
  }
}
