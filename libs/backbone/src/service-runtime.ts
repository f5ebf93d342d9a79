import { Audit, AuditSealer, type HeadWriting } from '@property-office/audit';
import type { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { crewsStream, ProducerStream } from '@property-office/messaging';
import { Births, BornSettler, faultPoint, Ledger, LedgerReplayer, OutboxReactionSettler, Relay, Sweeper, writesTo } from '@property-office/outbox';
import { Database, type DatabaseLimits, type ServiceSchema } from '@property-office/persistence';
import { currentRequest, withRequest } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import type { Logger } from 'pino';

/** Lines of one service. */
interface ServiceLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface RuntimeParts {
  schema: ServiceSchema;
  databaseUrl: string;
  /** How long anything may wait for the database; default: Database's. */
  limits?: DatabaseLimits;
  nats: NatsConnectionProvider;
  topology: Topology;
  log: Logger;
  /** Told of events that were given to a reaction once more. */
  absorbed?: (durable: string, events: number) => void;
  /** How often timers look for what is due; default: TimerLoop's. */
  timersEveryMs?: number | undefined;
}

/** Everything one service needs between its tables and the broker; nothing of it is shared with another service. */
export class ServiceRuntime {
  readonly service: string;
  readonly database: Database;
  readonly ledger: Ledger;
  readonly relay: Relay;
  /** Of the crew feeds, where the service writes to them. */
  readonly feedRelay: Relay | undefined;
  readonly replayer: LedgerReplayer;
  readonly settler: BornSettler;
  readonly sweeper: Sweeper;
  readonly timers: TimerLoop;
  readonly audit: Audit;
  private readonly lines: ServiceLog;
  private sealer: AuditSealer | undefined;

  constructor({ schema, databaseUrl, limits, nats, topology, log, absorbed, timersEveryMs }: RuntimeParts) {
    this.service = schema.service;
    this.database = new Database(schema, databaseUrl, limits);
    const own = log.child({ service: schema.service });
    const stream = new ProducerStream(schema.service, nats, topology);
    const lines = (this.lines = {
      info: (message: string) => own.info(message),
      warn: (message: string) => own.warn(message),
      error: (message: string) => own.error(message),
    });
    this.relay = new Relay(this.database, stream, lines);
    this.feedRelay = writesTo(schema.service, 'crews')
      ? new Relay(this.database, new ProducerStream(schema.service, nats, topology, crewsStream), lines, { route: 'crews', leader: this.relay.leader })
      : undefined;
    this.replayer = new LedgerReplayer(this.database, stream, lines);
    this.ledger = new Ledger({
      traceparent: () => currentRequest()?.traceparent,
      committed: () => {
        void faultPoint('afterCommit');
        this.relay.wake();
        this.feedRelay?.wake();
      },
    });
    const hooks = {
      log: lines,
      ...(absorbed && { absorbed }),
      inTrace: <T>(traceparent: string | undefined, work: () => Promise<T>): Promise<T> =>
        traceparent === undefined ? work() : withRequest({ requestId: '', traceparent }, work),
    };
    this.sweeper = new Sweeper(this.database, hooks);
    this.timers = new TimerLoop(this.database, hooks.log, timersEveryMs);
    this.audit = new Audit({ requestId: () => currentRequest()?.requestId, committed: () => this.sealer?.wake() });
    const settler = new OutboxReactionSettler(this.database, hooks, this.sweeper);
    this.settler = new BornSettler(settler, new Births(this.database));
  }

  /** Chains what is audited from now on, and writes the signed heads of the chain outside the database. */
  startSealing(heads: HeadWriting): AuditSealer {
    this.sealer = new AuditSealer(this.database, this.lines, heads);
    this.sealer.start();
    return this.sealer;
  }
}
