import { ApiProperty } from '@nestjs/swagger';
import { Phone } from '@property-office/service-kit';

export class SendOneTimeCodeDto {
  @Phone({ label: { zh: '手机号', en: 'telephone number' } })
  phone!: string;
}

export class OneTimeCodeSentView {
  @ApiProperty({ description: 'Seconds the code is good for, from now' })
  validSeconds!: number;

  @ApiProperty({ description: 'Seconds until another may be asked for' })
  againSeconds!: number;
}
