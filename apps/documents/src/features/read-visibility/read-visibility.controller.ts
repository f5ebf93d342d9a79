import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { documentVisiblePath, type CaseVisibility, type Principal } from '@property-office/contracts';
import { ReadDocuments } from '../../persistence/read-documents';
import { DocumentVisibilityDto } from './read-visibility.dto';

/** Who sees a document sees its timeline: asked here, so that there is one rule. */
@Controller()
export class ReadVisibilityController {
  constructor(private readonly documents: ReadDocuments) {}

  @Post(documentVisiblePath)
  @HttpCode(200)
  @Internal()
  async read(@Body() { documentId, principal: asked }: DocumentVisibilityDto): Promise<CaseVisibility> {
    const roles = asked.roles.map(({ role, siteId }) => ({ role, siteId: siteId ?? null }));
    const principal: Principal = { ...asked, roles, accountId: '', sessionId: '', name: '' };
    return { visible: (await this.documents.one(principal, documentId, 'tracking.readDocumentTimeline')) !== undefined };
  }
}
