import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { noticeBelongingsPath, type BelongingsInHand, type BelongingsOf } from '@property-office/contracts';
import { Id } from '@property-office/service-kit';
import { ReadBelongings } from '../../persistence/read-belongings';

export class NoticeBelongingsDto implements BelongingsOf {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;
}

/** What of notices somebody has in hand, for directory's list of what who leaves hands over (G6). */
@Controller()
export class ListBelongingsController {
  constructor(private readonly belongings: ReadBelongings) {}

  @Post(noticeBelongingsPath)
  @HttpCode(200)
  @Internal('directory')
  async list(@Body() { personId }: NoticeBelongingsDto): Promise<BelongingsInHand> {
    return { items: await this.belongings.of(personId) };
  }
}
