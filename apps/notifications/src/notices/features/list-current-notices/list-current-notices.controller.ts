import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { currentNoticesPath, type CurrentNotices, type CurrentNoticesOf } from '@property-office/contracts';
import { Id, Ids } from '@property-office/service-kit';
import { CurrentNoticesOfHomes } from '../../persistence/current-notices';

export class CurrentNoticesDto implements CurrentNoticesOf {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Ids({ label: { zh: '房屋', en: 'homes' }, max: 500 })
  homeIds!: string[];
}

/** Which notices concern the home of somebody who rings, for reception to say it. */
@Controller()
export class ListCurrentNoticesController {
  constructor(private readonly notices: CurrentNoticesOfHomes) {}

  @Post(currentNoticesPath)
  @HttpCode(200)
  @Internal('reception')
  async list(@Body() { siteId, homeIds }: CurrentNoticesDto): Promise<CurrentNotices> {
    return { items: await this.notices.of(siteId, homeIds) };
  }
}
