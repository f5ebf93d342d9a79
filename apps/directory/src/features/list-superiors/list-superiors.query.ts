import { PlanQuery } from '../plan.query';

export class ListSuperiorsQuery extends PlanQuery {}
