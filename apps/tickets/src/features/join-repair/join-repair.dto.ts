import { ActFields } from '@property-office/service-kit';

export class JoinRepairDto extends ActFields {}
