import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@property-office/service-kit';

/** A name people read, in Chinese and, where there is one, in English. */
export class NameDto {
  @Text({ label: { zh: '中文名称', en: 'Chinese name' }, max: 100 })
  zh!: string;

  @Text({ label: { zh: '英文名称', en: 'English name' }, max: 100, optional: true })
  en?: string;
}

export class NameView {
  @ApiProperty()
  zh!: string;

  @ApiProperty({ type: String, nullable: true })
  en!: string | null;
}
