import { ApiProperty } from '@nestjs/swagger';
import { Ids, OneOf, Phone, Text } from '@property-office/service-kit';
import { repairStates, type RepairState } from '../../domain/repair-states';

export class ReportAtPlaceDto {
  @Text({ label: { zh: '扫码凭据', en: 'visit' }, max: 200, description: 'As the code’s own route gave it' })
  visit!: string;

  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50 })
  category!: string;

  @Text({ label: { zh: '问题描述', en: 'description' }, max: 500, multiline: true })
  description!: string;

  @OneOf(['normal', 'urgent'], { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: 'normal' | 'urgent';

  @Phone({
    label: { zh: '联系电话', en: 'telephone number' },
    optional: true,
    description: 'Only if one wants to be called / 需要回电时填写',
  })
  phone?: string;

  @Ids({ label: { zh: '照片', en: 'photos' }, max: 3, optional: true })
  attachmentIds?: string[];
}

export class ReportedAtPlaceView {
  @ApiProperty({ example: 'R-20261123-10007' })
  number!: string;

  @ApiProperty({ enum: repairStates })
  status!: RepairState;

  @ApiProperty({ description: 'Where to read what becomes of it, without an account; secret' })
  followUrl!: string;
}
