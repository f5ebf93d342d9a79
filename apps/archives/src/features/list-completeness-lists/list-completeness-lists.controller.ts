import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { actorFor } from '@property-office/access';
import { livingFileSubjects, type Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { CompletenessLists } from '../../persistence/completeness-lists';
import { CompletenessListView, completenessListView } from '../completeness-list.view';

export class CompletenessListsView {
  @ApiProperty({ type: [CompletenessListView] })
  items!: CompletenessListView[];
}

@Controller('api/completeness-lists')
export class ListCompletenessListsController {
  constructor(
    private readonly database: Database,
    private readonly lists: CompletenessLists,
  ) {}

  /** One of homes and one of devices. */
  @Get(':siteId')
  @Operation('archives.listCompletenessLists', { summary: { zh: '一户一档、一机一档的应归材料清单', en: 'Completeness lists of living files' }, ok: 200, okBody: CompletenessListsView })
  async list(@PathId('siteId') siteId: string, @Acting() principal: Principal): Promise<CompletenessListsView> {
    actorFor(principal, 'archives.listCompletenessLists', siteId);
    const lists = await Promise.all(livingFileSubjects.map((subject) => this.lists.of(this.database, { siteId, subject })));
    return { items: lists.map(completenessListView) };
  }
}
