import { ApiProperty } from '@nestjs/swagger';
import { delegationKinds, type DelegationKind } from '@property-office/contracts';
import type { Delegation } from '../persistence/delegation.entity';

export class DelegationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'Whose matters they are' })
  fromPersonId!: string;

  @ApiProperty({ format: 'uuid', description: 'The deputy' })
  toPersonId!: string;

  @ApiProperty({ enum: delegationKinds })
  kind!: DelegationKind;

  @ApiProperty({ enum: [1, 2], description: 'The second deputy is asked when the first is away' })
  order!: number;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;

  @ApiProperty()
  version!: number;
}

export class DelegationPage {
  @ApiProperty({ type: [DelegationView] })
  items!: DelegationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function delegationView(delegation: Delegation): DelegationView {
  const { id, personId, deputyId, kind, order, from, until, version } = delegation;
  return {
    id,
    fromPersonId: personId,
    toPersonId: deputyId,
    kind,
    order,
    from: from.toISOString(),
    until: until.toISOString(),
    version,
  };
}
