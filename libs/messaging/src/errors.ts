/** A reaction is declared wrongly. Thrown while the process starts; the message lists every mistake found. */
export class InvalidReaction extends Error {
  override readonly name = 'InvalidReaction';
}

/**
 * What stands on the broker differs from the topology in a way no update can change. The message says what differs and
 * that it takes a new durable `_v<n+1>` or a rebuilt stream.
 */
export class TopologyConflict extends Error {
  override readonly name = 'TopologyConflict';
}

/** The broker is not connected, or was lost while waiting for it. Passing: try again when it is back. */
export class BrokerAway extends Error {
  override readonly name = 'BrokerAway';
}

/** A pull ended because the broker no longer serves this durable: it was deleted, moved or does not answer. */
export class PullEnded extends Error {
  override readonly name = 'PullEnded';
}

/**
 * - `no-connection`, `timeout`: the outcome is unknown; publish again under the same message id.
 * - `no-stream`: no stream takes the subject, or another than expected does: it is missing and has to be rebuilt.
 * - `full`: the stream is at its limit (`discard: new`); try again later.
 * - `too-large`: never accepted, whatever is tried.
 * - `refused`: anything else the server said.
 */
export type PublishFailure = 'no-connection' | 'timeout' | 'no-stream' | 'full' | 'too-large' | 'refused';

export class PublishError extends Error {
  override readonly name = 'PublishError';

  constructor(
    readonly reason: PublishFailure,
    subject: string,
    cause: unknown,
  ) {
    super(
      `${subject} was not published (${reason}): ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
