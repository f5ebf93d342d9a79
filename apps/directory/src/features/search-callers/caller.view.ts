import { ApiProperty } from '@nestjs/swagger';
import { tieKinds, type TieKind } from '@property-office/contracts';

export class CallerHomeView {
  @ApiProperty({ format: 'uuid' })
  homeId!: string;

  @ApiProperty({ example: '3栋2单元501' })
  label!: string;

  @ApiProperty()
  labelEn!: string;

  @ApiProperty({ enum: tieKinds })
  kind!: TieKind;
}

export class CallerFoundView {
  @ApiProperty({ format: 'uuid', description: 'Record the contact with it as caller.personId' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: '138****0000', description: 'Always masked' })
  phone!: string | null;

  @ApiProperty({ type: [CallerHomeView], description: 'Where the person lives or owns today' })
  homes!: CallerHomeView[];
}

export class CallersFound {
  @ApiProperty({ type: [CallerFoundView], description: 'Who is called exactly so first' })
  items!: CallerFoundView[];

  @ApiProperty({ description: 'There are others: ask more precisely' })
  more!: boolean;
}
