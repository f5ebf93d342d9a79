import { JetStreamApiError, jetstream } from '@nats-io/jetstream';
import { errors, headers as natsHeaders, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import type { BrokerSession, NatsConnectionProvider } from './connection';
import { BrokerAway, PublishError, type PublishFailure } from './errors';

export interface PublishOptions {
  /** Repeats under the same id within the stream's 5 minutes are stored once. */
  msgId: string;
  headers?: Readonly<Record<string, string>>;
  /** Refused with `no-stream` when another stream takes the subject. */
  expectStream?: string;
  /** Default 5 000. */
  timeoutMs?: number;
}

export interface PublishAck {
  readonly stream: string;
  readonly seq: number;
  /** The stream had a message of this id; `seq` is that message's. */
  readonly duplicate: boolean;
}

/** Error codes of the JetStream API (server/errors.json of nats-server). */
const apiReasons: Readonly<Record<number, PublishFailure>> = {
  10023: 'full', // insufficient resources
  10047: 'full', // insufficient storage resources
  10054: 'too-large',
  10059: 'no-stream',
  10060: 'no-stream', // expected stream does not match
  10077: 'full', // maximum messages or bytes exceeded
};

/** Publishes to streams and waits for the stored-ack. Safe to call some dozens of times in parallel. */
export class EventPublisher {
  constructor(private readonly connection: NatsConnectionProvider) {}

  /**
   * Resolves once the stream has stored the message.
   * @throws PublishError; never waits for a broker that is away, so that the caller's row stays pending.
   */
  async publish(subject: string, bytes: Uint8Array, options: PublishOptions): Promise<PublishAck> {
    let session: BrokerSession | undefined;
    try {
      session = this.connection.now();
      const { connection } = session;
      if (bytes.length > largestPayload(connection))
        throw new PublishError(
          'too-large',
          subject,
          `${bytes.length} bytes, the server takes ${largestPayload(connection)}`,
        );
      const storing = jetstream(connection).publish(subject, bytes, {
        msgID: options.msgId,
        headers: toHeaders(options.headers),
        timeout: options.timeoutMs ?? 5_000,
        ...(options.expectStream && { expect: { streamName: options.expectStream } }),
      });
      const { stream, seq, duplicate } = await unlessLost(session, storing);
      return { stream, seq, duplicate };
    } catch (error) {
      if (error instanceof PublishError) throw error;
      throw new PublishError(isLost(session) ? 'no-connection' : reasonOf(error), subject, error);
    }
  }
}

/** The library lets a request wait out its time even when the connection that could answer it is gone. */
function unlessLost<T>({ lost }: BrokerSession, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onLost = () => reject(new BrokerAway('NATS was lost'));
    lost.addEventListener('abort', onLost, { once: true });
    answer.then(resolve, reject).finally(() => lost.removeEventListener('abort', onLost));
  });
}

/** The library reports a request cut off by the end of its connection in several ways; this is what they share. */
function isLost(session: BrokerSession | undefined): boolean {
  return !session || session.lost.aborted || session.connection.isClosed() || session.connection.isDraining();
}

function reasonOf(error: unknown): PublishFailure {
  if (error instanceof JetStreamApiError) return apiReasons[error.code] ?? 'refused';
  if (error instanceof errors.TimeoutError) return 'timeout';
  if (error instanceof errors.NoRespondersError) return 'no-stream';
  return error instanceof Error && error.cause ? reasonOf(error.cause) : 'refused';
}

function largestPayload(connection: NatsConnection): number {
  return connection.info?.max_payload ?? Number.POSITIVE_INFINITY;
}

function toHeaders(entries: Readonly<Record<string, string>> = {}): MsgHdrs {
  const made = natsHeaders();
  for (const [name, value] of Object.entries(entries)) made.set(name, value);
  return made;
}
