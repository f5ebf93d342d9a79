import { ApiProperty } from '@nestjs/swagger';
import { DoorView } from '@property-office/home-care';
import type { Double } from '../../persistence/joined-doubles';
import { FollowUpView } from '../follow-up.view';

export class DoubleView implements Double {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'R-20261123-10008' })
  number!: string;
}

/** One follow-up, with what only whoever calls needs. */
export class FollowUpDetailView extends FollowUpView {
  @ApiProperty({
    type: [DoubleView],
    description:
      '并入此单的报修，其报修人也在等结果；联系方式见 GET /api/repair-requests/{id}/contact / Others who reported the same and wait for the result, too; how to reach them: GET /api/repair-requests/{id}/contact',
  })
  doubles!: DoubleView[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Where the repair was; who is called instead: GET /api/homes/{id}/care / 报修的房屋；代联系人见 care' })
  homeId!: string | null;

  @ApiProperty({ type: DoorView, nullable: true, description: 'Of the home, until there is an outcome; of a complaint: with each complainant in GET /api/complaints/{id} / 回访完成前可见；投诉回访见该投诉各投诉人' })
  door!: DoorView | null;
}
