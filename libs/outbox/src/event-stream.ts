import type { LedgerListener } from '@property-office/messaging';

/** The stream of one producing service, as the relay and the rebuild need it. */
export interface EventStream {
  readonly name: string;
  /** False while the broker is away. */
  connected(): boolean;
  /**
   * Undefined when the stream does not exist: not when nobody knows, then it rejects. `created` is unchanged for the
   * life of one stream; `fullness` is 1 when it takes no more.
   */
  info(): Promise<{ created: string; lastSeq: number; fullness: number } | undefined>;
  create(): Promise<{ created: string }>;
  /** Resolves, too, when there is none. */
  delete(): Promise<void>;
  /** Who wishes for the ledger of the stream's producer; left out where nobody can. */
  listeners?(): Promise<readonly LedgerListener[]>;
  /** Resolves when the broker has stored the message; `msgId` makes a repeat within five minutes a duplicate. */
  publish(subject: string, bytes: Uint8Array, msgId: string): Promise<StoredAck>;
}

/** `seq`: where the message stands; of a duplicate, where the first one stands. */
export interface StoredAck {
  seq: number;
  duplicate: boolean;
}
