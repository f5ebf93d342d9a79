export { carryWork, type Job, type WorkEnding, type WorkOrder, type Workers } from './carry-work';
export { Connection, type Answer, type Call, type ConnectionOptions, type Sent } from './connection';
export { Refused, Stopped, Stuck, Unreachable, type Problem } from './failures';
export { inParallel } from './in-parallel';
export { Progress, progressLine, type Terminal } from './progress';
export { Registrar, type Coded, type Hired, type NewPlace, type Post } from './registrar';
export { Session, type Page } from './session';
export { stepKey } from './step-key';
export { until } from './until';
