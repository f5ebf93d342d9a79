/**
 * A spec asserts what a service answers, not how soon: on a machine with no processor to spare, the 2 s that the product
 * waits for a free connection are over before anything is wrong. A spec about a limit opens its database with the product's.
 * Otherwise as the product's (`DatabaseLimits` of libs/persistence, whose own specs use this library).
 */
export const patientLimits = { acquireMs: 30_000, statementMs: 10_000, answerMs: 12_000, idleInTransactionMs: 30_000 };
