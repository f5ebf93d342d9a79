import { Audit, AuditSealer, AuditWatch, type HeadReading, type HeadWriting } from '@property-office/audit';
import type { WireEvent } from '@property-office/contracts';
import type { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { crewsStream, ProducerStream } from '@property-office/messaging';
import { Births, BornSettler, faultPoint, InTurns, Ledger, LedgerReplayer, OutboxReactionSettler, Relay, Sweeper, writesTo } from '@property-office/outbox';
import { Database, type DatabaseLimits, type ServiceSchema } from '@property-office/persistence';
import { currentRequest, inStep, withRequest } from '@property-office/service-kit';
import { CatchUps, TimerLoop } from '@property-office/timers';
import type { Logger } from 'pino';
import { tracedStream } from './traced-stream';

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
  readonly catchUps: CatchUps;
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
    this.relay = new Relay(this.database, tracedStream(stream), lines);
    this.feedRelay = writesTo(schema.service, 'crews')
      ? new Relay(this.database, tracedStream(new ProducerStream(schema.service, nats, topology, crewsStream)), lines, { route: 'crews', leader: this.relay.leader })
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
      inTrace: <T>({ type, traceparent }: Pick<WireEvent, 'type' | 'traceparent'>, durable: string, work: () => Promise<T>): Promise<T> => {
        const step = () => inStep({ name: durable, kind: 'consumer', attributes: { 'messaging.system': 'nats', 'messaging.consumer.group.name': durable, 'event.type': type } }, work);
        return traceparent === undefined ? step() : withRequest({ requestId: '', traceparent }, step);
      },
    };
    this.sweeper = new Sweeper(this.database, hooks);
    this.timers = new TimerLoop(this.database, hooks.log, timersEveryMs);
    this.catchUps = new CatchUps(this.database, hooks.log);
    this.audit = new Audit({ requestId: () => currentRequest()?.requestId, committed: () => this.sealer?.wake() });
    const inTurns = new InTurns(this.database);
    const settler = new OutboxReactionSettler(inTurns, hooks, this.sweeper);
    this.settler = new BornSettler(settler, new Births(inTurns, this.database));
  }

  /** Chains what is audited from now on, and writes the signed heads of the chain outside the database. */
  startSealing(heads: HeadWriting): AuditSealer {
    this.sealer = new AuditSealer(this.database, this.lines, heads);
    this.sealer.start();
    return this.sealer;
  }

  /** Verifies the chain of what was audited again and again, up to its newest head outside the database. */
  startAuditWatch(heads: HeadReading): AuditWatch {
    const watch = new AuditWatch(this.database, this.lines, heads);
    watch.start();
    return watch;
  }
}
