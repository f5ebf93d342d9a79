/** How long anything may wait for the database, in ms (architecture.md, Connections). */
export interface DatabaseLimits {
  /** For a free connection; then 503. */
  acquireMs: number;
  /** For one statement, by the server: the connection goes on. */
  statementMs: number;
  /** For one statement, by the client: the server is away, the connection is given up. Longer than `statementMs`. */
  answerMs: number;
  /** A process that stopped in the middle of a transaction loses its locks. */
  idleInTransactionMs: number;
}

export const defaultLimits: DatabaseLimits = {
  acquireMs: 2_000,
  statementMs: 10_000,
  answerMs: 12_000,
  idleInTransactionMs: 30_000,
};

/** As options of a connection, for what the server watches. */
export function serverLimits({ statementMs, idleInTransactionMs }: DatabaseLimits): string {
  // Ends first where a statement only waits for somebody else's lock: that is told apart from one that is slow itself.
  const lockMs = Math.round(statementMs * 0.8);
  return `-c statement_timeout=${statementMs} -c lock_timeout=${lockMs} -c idle_in_transaction_session_timeout=${idleInTransactionMs}`;
}
