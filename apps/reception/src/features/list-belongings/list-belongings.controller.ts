import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { deskBelongingsPath, type BelongingsInHand, type BelongingsOf } from '@property-office/contracts';
import { Id } from '@property-office/service-kit';
import { ReadBelongings } from '../../persistence/read-belongings';

export class DeskBelongingsDto implements BelongingsOf {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;
}

/** What of the desk somebody has in hand, for directory's list of what who leaves hands over (G6). */
@Controller()
export class ListBelongingsController {
  constructor(private readonly belongings: ReadBelongings) {}

  @Post(deskBelongingsPath)
  @HttpCode(200)
  @Internal('directory')
  async list(@Body() { personId }: DeskBelongingsDto): Promise<BelongingsInHand> {
    return { items: await this.belongings.of(personId) };
  }
}
