import { Type, type Static, type TObject } from 'typebox';
import type { ServiceName } from '../services';

/** One fact a service announces. `data` may gain optional fields; anything else is a new version. */
export interface EventContract<D extends TObject = TObject> {
  producer: ServiceName;
  /** What changes: its versions are gapless per aggregate. */
  aggregate: string;
  summary: string;
  /**
   * Left out: the producer's stream, `events.<type>`. `crews`: the stream of the crew feeds, on the aggregate's own
   * subject `crews.<aggregate id>.<fact>.v<n>`; for crews, not for reactions of services.
   */
  stream?: 'crews';
  data: D;
  /** Fields of `data` with free text that retention may blank. */
  personal?: readonly string[];
  /** The services that may react to it, where what it says is not for others. Left out: any. */
  heardBy?: readonly ServiceName[];
}

export function event<const D extends TObject>(contract: EventContract<D>): EventContract<D> {
  return contract;
}

export type DataOf<C> = C extends EventContract<infer D> ? Static<D> : never;

export const Id = Type.String({ format: 'uuid' });
/** RFC 3339 in UTC. */
export const Instant = Type.String({ format: 'date-time' });
/** A date on the wall of the site, YYYY-MM-DD. */
export const CalendarDay = Type.String({ format: 'date' });
export const Nullable = <const S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
