import { ActFields, Nested, Text, Texts } from '@property-office/service-kit';
import { AttendanceDto } from '../attendance.dto';

export class CorrectOutgoingDto extends ActFields {
  @Text({ label: { zh: '标题', en: 'title' }, max: 300, optional: true, description: '不填为不变 / Left out: as it is' })
  title?: string;

  @Text({ label: { zh: '正文', en: 'text' }, max: 50_000, multiline: true, optional: true, description: '不填为不变 / Left out: as it is' })
  body?: string;

  @Texts({ label: { zh: '抄送单位', en: 'who else has it' }, max: 200, atMost: 100, optional: true, description: '不填为不变 / Left out: as it is' })
  copiesTo?: string[];

  @Nested(() => AttendanceDto, { label: { zh: '会议出席情况', en: 'attendance' }, optional: true, description: '不填为不变；仅纪要 / Left out: as it is; of minutes alone' })
  attendance?: AttendanceDto;

  @Text({ label: { zh: '修改原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
