import { skills, type Skill } from '@property-office/contracts';
import { ActFields, Ids, Nested, NestedList, OneOf, Text, WholeNumber } from '@property-office/service-kit';

export class MaterialDto {
  @Text({ label: { zh: '材料名称', en: 'name of the material' }, max: 100 })
  name!: string;

  @WholeNumber({ label: { zh: '数量', en: 'quantity' }, min: 1, max: 100_000 })
  quantity!: number;
}

/** Another trade, or another visit with parts. */
export class FurtherOrderDto {
  @OneOf(skills, { label: { zh: '工种', en: 'skill' } })
  skill!: Skill;

  @Text({ label: { zh: '续派原因', en: 'reason for the further order' }, max: 1000, multiline: true })
  reason!: string;
}

export class FinishOrderDto extends ActFields {
  @Text({ label: { zh: '完成情况', en: 'work done' }, max: 2000, multiline: true })
  workDone!: string;

  @Ids({ label: { zh: '照片', en: 'attachments' }, max: 20, optional: true })
  attachmentIds?: string[];

  @NestedList(() => MaterialDto, { label: { zh: '材料', en: 'materials' }, max: 50, optional: true })
  materials?: MaterialDto[];

  @Nested(() => FurtherOrderDto, { label: { zh: '续派', en: 'further order' }, optional: true })
  furtherOrder?: FurtherOrderDto;

  @Ids({ label: { zh: '协作人员', en: 'helpers' }, max: 20, optional: true })
  helperIds?: string[];
}
