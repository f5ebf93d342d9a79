import { ApiProperty } from '@nestjs/swagger';
import { ActFields, Flag, Ids } from '@property-office/service-kit';

export class LeaveSlipsDto extends ActFields {
  @Ids({ label: { zh: '房屋', en: 'homes' }, max: 500, optional: true })
  homeIds?: string[];

  /** All that are not left yet, instead of naming them. */
  @Flag({ label: { zh: '全部', en: 'all' }, optional: true })
  all?: boolean;
}

export class SlipsView {
  @ApiProperty({ description: 'Homes with a slip under the door / 入户通知单户数' })
  slips!: number;

  @ApiProperty({ description: 'Of these left by now / 已送达户数' })
  left!: number;
}
