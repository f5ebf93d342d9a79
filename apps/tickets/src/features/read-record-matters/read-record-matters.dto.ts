import type { RecordMattersAsked } from '@property-office/contracts';
import { Ids } from '@property-office/service-kit';

export class RecordMattersDto implements RecordMattersAsked {
  @Ids({ label: { zh: '归档事项', en: 'what records are proposed of' }, max: 100 })
  ids!: string[];
}
