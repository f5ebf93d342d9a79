import { ActFields, Ids, Text } from '@property-office/service-kit';

export class CorrectComplaintDto extends ActFields {
  @Ids({ label: { zh: '被投诉人', en: 'people complained about' }, max: 10 })
  aboutPersonIds!: string[];

  @Ids({ label: { zh: '被投诉班组', en: 'crews complained about' }, max: 5 })
  aboutCrewIds!: string[];

  @Text({ label: { zh: '更正原因', en: 'reason of the correction' }, max: 1000, multiline: true })
  reason!: string;
}
