import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { documentVisiblePath, type CaseVisibility, type Principal, type RoleGrant } from '@property-office/contracts';
import { ReadDocuments } from '../../persistence/read-documents';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { DocumentVisibilityDto, type ReaderGrantDto } from './read-visibility.dto';

/** Who sees a document sees its timeline: asked here, so that there is one rule. */
@Controller()
export class ReadVisibilityController {
  constructor(
    private readonly incoming: ReadDocuments,
    private readonly outgoing: ReadOutgoing,
  ) {}

  @Post(documentVisiblePath)
  @HttpCode(200)
  @Internal()
  async read(@Body() { documentId, principal: asked }: DocumentVisibilityDto): Promise<CaseVisibility> {
    const deputyships = asked.deputyships.map((each) => ({ ...each, roles: grantsOf(each.roles) }));
    const principal: Principal = { ...asked, deputyships, roles: grantsOf(asked.roles), accountId: '', sessionId: '', name: '' };
    const seen = (await this.incoming.one(principal, documentId, 'tracking.readDocumentTimeline')) ?? (await this.outgoing.one(principal, documentId, 'tracking.readOutgoingTimeline'));
    return { visible: seen !== undefined };
  }
}

function grantsOf(asked: ReaderGrantDto[]): RoleGrant[] {
  return asked.map(({ role, siteId }) => ({ role, siteId: siteId ?? null }));
}
