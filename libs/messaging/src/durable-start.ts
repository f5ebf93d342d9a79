/** How much of its producer's ledger a durable is to be sent besides its stream: everything, or what the stream has lost. */
export type LedgerWish = 'all' | 'lost';

/** Where a durable begins that does not exist yet. */
export interface DurableStart {
  /** First sequence it hears; left out for all of the stream. */
  readonly fromSeq?: number;
  /** Told to the producer through the durable's metadata. */
  readonly ledger?: LedgerWish;
}

/** What a reaction's stream knows of it; asked for only when something has to be decided. */
export interface ReactionPast {
  /** Whether the broker has the durable. */
  durableExists(): Promise<boolean>;
  /** Last sequence of the stream, and when the oldest event of the reaction in it was recorded; undefined where there is none. */
  stream(): Promise<{ lastSeq: number; oldestEvent: Date | undefined }>;
}

/** A durable that wishes for the ledger of the stream's producer. */
export interface LedgerListener {
  readonly durable: string;
  readonly ledger: LedgerWish;
  /** Null for every event of the producer. */
  readonly types: readonly string[] | null;
}

const wishKey = 'ledger';
const typesKey = 'events';

export function wishMetadata(ledger: LedgerWish, events: readonly string[]): Record<string, string> {
  return { [wishKey]: ledger, [typesKey]: events.join(',') };
}

export function readWish(durable: string, metadata: Readonly<Record<string, string>> = {}): LedgerListener | undefined {
  const wish = metadata[wishKey];
  if (wish !== 'all' && wish !== 'lost') return undefined;
  const types = (metadata[typesKey] ?? '').split(',');
  return { durable, ledger: wish, types: types.some((type) => type.endsWith('.*')) ? null : types };
}
