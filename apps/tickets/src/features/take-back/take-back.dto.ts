import { ActFields } from '@property-office/service-kit';

export class TakeBackDto extends ActFields {}
