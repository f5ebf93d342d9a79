import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstream,
  jetstreamManager,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { isId } from '@property-office/kernel';
import { NatsConnectionProvider, type ReactionSpec } from '@property-office/messaging';

/** One message of a stream, by what its headers and subject say. */
export interface Published {
  seq: number;
  subject: string;
  /** Undefined where the message id is not one that a relay gives. */
  eventId: string | undefined;
  type: string;
  /** Sent once more to one durable alone. */
  replayed: boolean;
}

export interface DurableState {
  pending: number;
  unacked: number;
  redelivered: number;
}

const answerWithinMs = 3_000;
const perFetch = 1_000;
const quiet = { debug: () => undefined, log: () => undefined, warn: () => undefined, error: () => undefined };

/** NATS as an operator's command sees it: it only reads. */
export class Broker {
  private constructor(
    private readonly nats: NatsConnectionProvider,
    private readonly manager: JetStreamManager,
    readonly address: string,
    readonly version: string,
  ) {}

  /** Undefined when NATS does not answer within three seconds. */
  static async open(url: string): Promise<Broker | undefined> {
    const nats = new NatsConnectionProvider({ url, name: 'property-office ops' }, quiet);
    nats.start();
    try {
      const { connection } = await nats.connected(AbortSignal.timeout(answerWithinMs));
      const manager = await jetstreamManager(connection, { timeout: answerWithinMs });
      return new Broker(nats, manager, connection.getServer(), connection.info?.version ?? '');
    } catch {
      await nats.close();
      return undefined;
    }
  }

  /** Undefined when the durable, or its stream, does not exist. */
  async durable({
    stream,
    durable,
  }: Pick<ReactionSpec, 'stream' | 'durable'>): Promise<DurableState | undefined> {
    const info = await orMissing(this.manager.consumers.info(stream, durable));
    return (
      info && { pending: info.num_pending, unacked: info.num_ack_pending, redelivered: info.num_redelivered }
    );
  }

  /**
   * Every message the stream holds at this moment; undefined when there is no such stream, or no longer: an office that
   * runs may be making it again. Takes headers only.
   */
  async read(stream: string): Promise<Published[] | undefined> {
    const info = await orMissing(this.manager.streams.info(stream));
    if (!info) return undefined;
    try {
      return await this.messagesOf(stream, info.state.messages);
    } catch (error) {
      const now = await orMissing(this.manager.streams.info(stream));
      if (now?.created === info.created) throw error;
      return undefined;
    }
  }

  private async messagesOf(stream: string, messages: number): Promise<Published[]> {
    const found: Published[] = [];
    if (messages === 0) return found;
    const { name } = await this.manager.consumers.add(stream, {
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.All,
      headers_only: true,
      inactive_threshold: nanos(30_000),
      mem_storage: true,
    });
    try {
      const consumer = await jetstream(this.nats.now().connection).consumers.get(stream, name);
      while (found.length < messages) {
        const before = found.length;
        const batch = await consumer.fetch({
          max_messages: Math.min(perFetch, messages - before),
          expires: answerWithinMs,
        });
        for await (const { seq, subject, headers } of batch)
          found.push(describe(seq, subject, headers?.get('Nats-Msg-Id') ?? ''));
        // Some of them have left the stream meanwhile.
        if (found.length === before) break;
      }
      return found;
    } finally {
      await this.manager.consumers.delete(stream, name).catch(() => undefined);
    }
  }

  close(): Promise<void> {
    return this.nats.close();
  }
}

/** `events.<producer>.<fact>.v1`, `events.<producer>.replay.<durable>.<fact>.v1` for one durable, `crews.<crew id>.<fact>.v1`. */
function describe(seq: number, subject: string, messageId: string): Published {
  const [kind, second, ...rest] = subject.split('.');
  // The feeds of crews are dispatch's.
  const producer = kind === 'crews' ? 'dispatch' : second;
  const replayed = rest[0] === 'replay';
  const said = /^[^:]+:(.+)$/.exec(messageId)?.[1];
  const eventId = isId(said) ? said : undefined;
  return {
    seq,
    subject,
    eventId,
    type: [producer, ...(replayed ? rest.slice(2) : rest)].join('.'),
    replayed,
  };
}

async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const missing = [JetStreamApiCodes.StreamNotFound, JetStreamApiCodes.ConsumerNotFound] as number[];
    if (error instanceof JetStreamApiError && missing.includes(error.code)) return undefined;
    throw error;
  }
}
