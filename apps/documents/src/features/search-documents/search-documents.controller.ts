import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { SearchDocuments } from '../../persistence/search-documents';
import { DocumentHitView, documentHitView } from './document-hit.view';
import { SearchDocumentsQuery } from './search-documents.query';

export class DocumentHitPage {
  @ApiProperty({ type: [DocumentHitView] })
  items!: DocumentHitView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/document-hits')
export class SearchDocumentsController {
  constructor(private readonly documents: SearchDocuments) {}

  @Get()
  @Operation('documents.searchDocuments', {
    summary: { zh: '全文检索收文、发文、上级指示和邮件', en: 'Search documents, directives and mail' },
    description: {
      zh: '查标题、编号、来文单位、主送单位、正文、拟办批示等办理意见，以及附件（PDF、DOCX）中的文字；只列出本人可知悉的文件。',
      en: 'Searches titles, numbers, senders, recipients, bodies, what was written while they were handled and the text of attached PDF and DOCX; finds only what you may know of.',
    },
    ok: 200,
    okBody: DocumentHitPage,
  })
  async search(@Query() query: SearchDocumentsQuery, @Acting() principal: Principal): Promise<Page<DocumentHitView>> {
    const page = await this.documents.page(principal, query);
    return { items: page.items.map(documentHitView), nextCursor: page.nextCursor };
  }
}
