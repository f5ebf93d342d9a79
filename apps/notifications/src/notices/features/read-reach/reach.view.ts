import { ApiProperty } from '@nestjs/swagger';
import type { Reach } from '../../persistence/reach';

export class NoticeReachView implements Reach {
  @ApiProperty({ type: String, nullable: true, description: '分组的值 / What the group is' })
  group!: string | null;

  @ApiProperty()
  released!: number;

  @ApiProperty({ description: '按公告和人计 / Each person once for each notice' })
  people!: number;

  @ApiProperty()
  delivered!: number;

  @ApiProperty()
  read!: number;

  @ApiProperty({ description: '需要确认的人数 / Of whom an acknowledgement was asked' })
  asked!: number;

  @ApiProperty()
  acknowledged!: number;

  @ApiProperty({ description: '入户通知单户数 / Homes with a slip under the door' })
  slips!: number;

  @ApiProperty({ description: 'Of these left by now / 已送达户数' })
  slipsLeft!: number;
}

export class NoticeReachList {
  @ApiProperty({ type: [NoticeReachView] })
  items!: NoticeReachView[];
}
