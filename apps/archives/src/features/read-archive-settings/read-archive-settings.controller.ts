import { Controller, Get, Query } from '@nestjs/common';
import { actorFor } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Id, Operation } from '@property-office/service-kit';
import { Settings } from '../../persistence/settings';
import { ArchiveSettingsView } from '../archive-settings.view';

export class ArchiveSettingsQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;
}

@Controller('api/archive-settings')
export class ReadArchiveSettingsController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Operation('archives.readArchiveSettings', { summary: { zh: '全宗号、门类、应归材料与归档规则', en: 'Fonds, categories, papers of living files and rules of intake' }, ok: 200, okBody: ArchiveSettingsView })
  async read(@Query() { siteId }: ArchiveSettingsQuery, @Acting() principal: Principal): Promise<ArchiveSettingsView> {
    actorFor(principal, 'archives.readArchiveSettings', siteId);
    return { siteId, ...(await this.settings.of(this.database, siteId)) };
  }
}
