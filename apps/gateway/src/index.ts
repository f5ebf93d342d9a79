export { readApiDocument } from './documents/read-api-document';
export { Door, type DoorOptions } from './door';
export { HttpSessionResolver } from './http-session-resolver';
export { defaultLimits, type LimitSizes } from './admission/rate-limits';
export { RouteTable, type DoorRoute } from './admission/route-table';
export { Upstreams } from './proxy/upstreams';
