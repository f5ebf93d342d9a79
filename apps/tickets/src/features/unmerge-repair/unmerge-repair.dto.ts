import { ActFields } from '@property-office/service-kit';

export class UnmergeRepairDto extends ActFields {}
