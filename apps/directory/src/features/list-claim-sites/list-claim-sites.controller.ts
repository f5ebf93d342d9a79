import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Database } from '@property-office/persistence';
import { Operation } from '@property-office/service-kit';
import { Place } from '../../persistence/place.entity';
import { NameView } from '../name.dto';

export class ClaimSiteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;
}

export class ClaimSites {
  @ApiProperty({ type: [ClaimSiteView], description: 'At most 200' })
  items!: ClaimSiteView[];
}

const most = 200;

/** Names of sites, for whoever is to say on which of them they live. */
@Controller('api/claim-sites')
export class ListClaimSitesController {
  constructor(private readonly database: Database) {}

  @Get()
  @Operation('directory.listClaimSites', {
    summary: { zh: '可认领房屋的小区', en: 'Sites on which a home may be claimed' },
    ok: 200,
    okBody: ClaimSites,
  })
  async list(): Promise<ClaimSites> {
    const sites = await this.database.dataSource
      .getRepository(Place)
      .find({ where: { kind: 'site' }, order: { code: 'ASC' }, take: most });
    return { items: sites.map(({ id, nameZh, nameEn }) => ({ id, name: { zh: nameZh, en: nameEn } })) };
  }
}
