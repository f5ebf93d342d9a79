import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { BelongingsDto } from '@property-office/backbone';
import { noticeBelongingsPath, type BelongingsInHand } from '@property-office/contracts';
import { ReadBelongings } from '../../persistence/read-belongings';

/** What of notices somebody has in hand, for directory's list of what who leaves hands over (G6). */
@Controller()
export class ListBelongingsController {
  constructor(private readonly belongings: ReadBelongings) {}

  @Post(noticeBelongingsPath)
  @HttpCode(200)
  @Internal('directory')
  list(@Body() asked: BelongingsDto): Promise<BelongingsInHand> {
    return this.belongings.of(asked);
  }
}
