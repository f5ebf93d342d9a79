import { ApiProperty } from '@nestjs/swagger';
import type { CareSeen } from '../persistence/read-home-care';

export class CareContactView {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Masked; see unmask of the person' })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  relation!: string | null;
}

export class HomeCareView {
  @ApiProperty({ format: 'uuid' })
  homeId!: string;

  @ApiProperty({ description: 'Nobody there has a telephone' })
  noPhone!: boolean;

  @ApiProperty({ description: 'Shown to whoever goes there' })
  wishes!: string;

  @ApiProperty({ type: CareContactView, nullable: true, description: 'Who is called instead' })
  contact!: CareContactView | null;

  @ApiProperty({ description: 'They asked for outage and safety notices by SMS, for whoever of them has not said so or otherwise / 停水停电和安全公告发短信，本人另有选择的除外' })
  urgentBySms!: boolean;

  @ApiProperty({ description: '0: nothing was written yet; its ETag' })
  version!: number;
}

export function homeCareView({ homeId, care, contact }: CareSeen): HomeCareView {
  return {
    homeId,
    noPhone: care?.noPhone ?? false,
    wishes: care?.wishes ?? '',
    contact: contact && { ...contact, relation: care!.relation },
    urgentBySms: care?.urgentBySms ?? false,
    version: care?.version ?? 0,
  };
}
