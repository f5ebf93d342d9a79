import { PlanQuery } from '../plan.query';

export class ListAbsencesQuery extends PlanQuery {}
