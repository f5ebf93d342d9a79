import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { caseBelongingsPath, type BelongingsInHand, type CaseBelongingsOf } from '@property-office/contracts';
import { Id, Ids, NestedList } from '@property-office/service-kit';
import { ReadBelongings } from '../../persistence/read-belongings';

export class BelongingsReaderDto {
  @Id({ label: { zh: '查看人', en: 'reader' } })
  personId!: string;

  @Ids({ label: { zh: '班组', en: 'crews' }, max: 200 })
  crews!: string[];
}

export class CaseBelongingsDto implements CaseBelongingsOf {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @NestedList(() => BelongingsReaderDto, { label: { zh: '查看人', en: 'readers' }, max: 100 })
  readers!: BelongingsReaderDto[];
}

/** What of cases somebody has in hand, for directory's list of what who leaves hands over (G6). */
@Controller()
export class ListBelongingsController {
  constructor(private readonly belongings: ReadBelongings) {}

  @Post(caseBelongingsPath)
  @HttpCode(200)
  @Internal('directory')
  async list(@Body() { personId, readers }: CaseBelongingsDto): Promise<BelongingsInHand> {
    return { items: await this.belongings.of(personId, readers) };
  }
}
