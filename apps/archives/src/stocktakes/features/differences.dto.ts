import { ActFields, Ids } from '@property-office/service-kit';

/** Which differences somebody decides on. */
export class DifferencesDto extends ActFields {
  @Ids({ label: { zh: '差异', en: 'differences' }, max: 100, optional: true, description: '不填为全部待批准的 / Left out: all that wait for it' })
  differenceIds?: string[];
}
