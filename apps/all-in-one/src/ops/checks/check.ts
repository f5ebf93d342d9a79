import type { RegisterLine } from '@property-office/archives';
import type { VerifyingKeys } from '@property-office/access';
import type { AuditReport } from '@property-office/audit';
import type { ContentDamage } from '@property-office/contracts';
import type { ReactionSpec } from '@property-office/messaging';
import type { Client } from 'pg';
import type { Broker } from '../broker';

/** What the checks look at. Nothing of it is changed. */
export interface CheckContext {
  /** As administrator: sees every schema. */
  database: Client;
  /** Undefined while NATS does not answer. */
  broker: Broker | undefined;
  services: readonly string[];
  /** Of those, the ones that announce events. */
  producers: readonly string[];
  reactions: readonly ReactionSpec[];
  /** The destruction register kept outside, line by line. */
  destructionRegister(): readonly RegisterLine[];
  /** Reads the bytes of a content, each time they changed on the disk. */
  bytesOf(sha256: string): Promise<'whole' | ContentDamage>;
  /** By which the heads of audit trails, and what leaves the house, are signed. */
  auditKeys(): VerifyingKeys;
  /** Reads a service's audit trail again. */
  auditOf(service: string): Promise<AuditReport>;
}

/** A row that breaks an invariant, in words an operator can look up. */
export type Violation = string;

/** One invariant of events.md, or a part of one. */
export interface Check {
  /** `I4` */
  id: string;
  /** What holds while nothing is wrong. */
  title: string;
  run(context: CheckContext): Promise<Violation[]>;
}

/** So many rows of one check are read; where more is broken, the first of it says enough. */
const mostRead = 1_000;

/** Runs a query whose rows are violations: its single column says what is wrong. */
export async function violations(
  database: Client,
  sql: string,
  params: unknown[] = [],
): Promise<Violation[]> {
  const { rows } = await database.query<{ broken: string }>(
    `SELECT broken FROM (${sql}) AS found (broken) ORDER BY broken LIMIT ${mostRead}`,
    params,
  );
  return rows.map(({ broken }) => broken);
}

/** A check whose query is run in every service's schema; `%s` in the text stands for the schema. */
export function inEverySchema(id: string, title: string, sql: string): Check {
  return {
    id,
    title,
    async run({ database, services }) {
      const found: Violation[] = [];
      for (const service of services)
        found.push(...(await violations(database, sql.replaceAll('%s', service))));
      return found;
    },
  };
}

/** The events of all ledgers, for queries that ask whether something stands in one of them. */
export function allLedgers({ producers }: CheckContext, columns: string): string {
  return producers.map((producer) => `SELECT ${columns} FROM ${producer}.ledger`).join(' UNION ALL ');
}
