import type { MigrationInterface, MixedList, EntitySchema } from 'typeorm';

/** What a service keeps in PostgreSQL: one schema of its own, named like the service. */
export interface ServiceSchema {
  service: string;
  entities: MixedList<Function | EntitySchema>;
  /** In the order they are applied: those of the platform libraries first, then the service's own. */
  migrations: Array<new () => MigrationInterface>;
  /** Connections of one process to this schema; the budget of all is asserted in one place. */
  poolSize: number;
  /** Roles of acts that the running role may not do itself (`actRole`). */
  actRoles?: readonly string[];
}

/** The role that owns the tables and changes them; used by migrations only. */
export const ownerRole = (service: string): string => `${service}_owner`;
/** The role a running service signs in with: no DDL, no change of ledger, audit, records. */
export const appRole = (service: string): string => `${service}_app`;
/** The role one act runs as: nobody signs in with it, the functions it owns run as it. Migrations give it what it needs, and nothing more. */
export const actRole = (service: string, act: string): string => `${service}_${act}`;

/** Every role of a service. */
export const rolesOfSchema = ({ service, actRoles = [] }: Pick<ServiceSchema, 'service' | 'actRoles'>): string[] => [
  ownerRole(service),
  appRole(service),
  ...actRoles.map((act) => actRole(service, act)),
];

/** Given with each connection rather than set on the role: a role's settings are not copied to a database made from a template. */
export const searchPathOption = (service: string): string => `-c search_path=${service},platform`;
