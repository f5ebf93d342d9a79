import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { PromiseView, ReadPromises } from '@property-office/deadlines';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { directiveErrors } from '../../domain/directive-errors';
import { addresseesOfDirective } from '../../persistence/directive-addressees';
import { ReadDirectives } from '../../persistence/read-directives';
import { DirectiveView, directiveView } from '../directive.view';
import { iso } from '../document.view';
import { DocumentAttachmentView } from '../read-document/document-detail.view';

export class DirectiveDetailView extends DirectiveView {
  @ApiProperty({ type: [DocumentAttachmentView] })
  attachments!: DocumentAttachmentView[];

  @ApiProperty({ description: 'Is it addressed to me? / 是否发给我' })
  addressedToMe!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '我的确认时间' })
  acknowledgedByMeAt!: string | null;

  @ApiProperty({ type: [PromiseView], description: 'What is promised about it, and how it stands / 时限' })
  promises!: PromiseView[];
}

@Controller('api/directives')
export class ReadDirectiveController {
  constructor(
    private readonly database: Database,
    private readonly directives: ReadDirectives,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
  ) {}

  @Get(':id')
  @Operation('documents.readDirective', { summary: { zh: '查看指示', en: 'Read a directive' }, ok: 200, okBody: DirectiveDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<DirectiveDetailView>> {
    const directive = await this.directives.one(principal, 'documents.readDirective', id);
    if (!directive) throw directiveErrors.directiveUnknown();
    const own = (await addresseesOfDirective(this.database, id)).find(({ personId }) => personId === principal.personId);
    const promised = { aggregateId: id, siteId: directive.siteId, class: 'directive', episode: 1, promises: ['acknowledge'] };
    return ok(
      {
        ...directiveView(directive),
        attachments: directive.attachmentIds.map((each) => this.links.linkTo(each)),
        addressedToMe: own !== undefined,
        acknowledgedByMeAt: iso(own?.acknowledgedAt ?? null),
        promises: await this.promises.of(promised),
      },
      directive.version,
    );
  }
}
