import type { NatsConnectionProvider } from './connection';
import type { LedgerListener } from './durable-start';
import { streamOf } from './names';
import { EventPublisher, type PublishAck } from './publisher';
import type { Topology } from './topology';

/** The stream of one producing service, with what a relay and a rebuild do to it. */
export class ProducerStream {
  private readonly publisher: EventPublisher;

  /** @param name of another stream that the producer alone writes to, as dispatch to the crew feeds */
  constructor(
    producer: string,
    private readonly connection: NatsConnectionProvider,
    private readonly topology: Topology,
    readonly name: string = streamOf(producer),
  ) {
    this.publisher = new EventPublisher(connection);
  }

  connected(): boolean {
    return this.connection.state().status === 'connected';
  }

  /** `created` stays the same for the life of one stream; `fullness` is 1 when it takes no more. Undefined when there is none. */
  async info(): Promise<{ created: string; lastSeq: number; messages: number; fullness: number } | undefined> {
    const info = await this.topology.streamInfo(this.name);
    if (!info) return undefined;
    const { created, config, state } = info;
    const fullness = config.max_bytes > 0 ? state.bytes / config.max_bytes : 0;
    return { created, lastSeq: state.last_seq, messages: state.messages, fullness };
  }

  /** Who wishes for the producer's ledger. */
  async listeners(): Promise<LedgerListener[]> {
    return this.topology.ledgerListeners(this.name);
  }

  /** Creates the stream as declared, or brings the one a loop was faster to create to it. */
  async create(): Promise<{ created: string }> {
    await this.topology.applyStream(this.name);
    const info = await this.info();
    if (!info) throw new Error(`stream ${this.name} was deleted while it was being created`);
    return { created: info.created };
  }

  /** With all its durables; loops recreate theirs. */
  async delete(): Promise<void> {
    await this.topology.deleteStream(this.name);
  }

  /** @throws PublishError */
  publish(
    subject: string,
    bytes: Uint8Array,
    msgId: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PublishAck> {
    return this.publisher.publish(subject, bytes, {
      msgId,
      expectStream: this.name,
      headers: { 'content-type': 'application/cloudevents+json', ...headers },
    });
  }
}
