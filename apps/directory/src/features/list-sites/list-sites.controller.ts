import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PageQuery, PathId, Text } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { ReadSites } from '../../persistence/read-sites';
import { SitePage, sitePage, SiteView, siteView } from '../site.view';

export class ListSitesQuery extends PageQuery {
  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

/** The sites a person has to do with: by role or by home. */
@Controller('api/sites')
export class ListSitesController {
  constructor(private readonly sites: ReadSites) {}

  @Get()
  @Operation('directory.listSites', {
    summary: { zh: '项目列表', en: 'List sites' },
    ok: 200,
    okBody: SitePage,
  })
  async list(@Query() query: ListSitesQuery, @Acting() principal: Principal): Promise<SitePage> {
    return sitePage(await this.sites.page(principal, query));
  }

  @Get(':id')
  @Operation('directory.readSite', {
    summary: { zh: '查看项目', en: 'Read a site' },
    ok: 200,
    okBody: SiteView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<SiteView>> {
    const site = await this.sites.one(principal, id);
    if (!site) throw directoryErrors.placeUnknown();
    return ok(siteView(site), site.version);
  }
}
