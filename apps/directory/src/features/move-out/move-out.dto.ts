import { ApiProperty } from '@nestjs/swagger';
import { Id } from '@property-office/service-kit';
import { EndDto } from '../span.dto';
import { TieView } from '../tie.view';

export class MoveOutDto extends EndDto {
  @Id({
    label: { zh: '搬离的人', en: 'who moves out' },
    optional: true,
    description: 'Left out: oneself; by the office everybody of the home / 本人；由客服登记时为全部住户',
  })
  personId?: string;
}

export class MovedOutView {
  @ApiProperty({ type: [TieView], description: 'The ties that end' })
  ended!: TieView[];
}
