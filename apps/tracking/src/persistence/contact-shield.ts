import { shieldCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

const became = "ARRAY[(k.data ->> 'objectId')::uuid, (k.data -> 'complaint' ->> 'joins')::uuid]";
const conversionOf = (contactId: string): string => `case_entry k WHERE k.case_id = ${contactId} AND k.type = 'reception.contact-converted.v1'`;

/** SQL, behind an equals sign: what a contact became or joined, by which it may be hidden from somebody, or from whom they stand in for. */
export const complaintsOf = (contactId: string): string => `ANY (ARRAY(SELECT unnest(${became}) FROM ${conversionOf(contactId)}))`;

/**
 * SQL that holds for a contact that did not become, or join, a complaint that is hidden from the principal: the call would tell who complains
 * (W2.3). From when it was converted on: whom it is about stands in that event, before complaints has heard of it.
 * @param contactId what says of which contact
 */
export function contactShield(principal: Principal, { contactId, firstParam }: { contactId: string; firstParam: number }): { sql: string; params: unknown[] } {
  const shield = shieldCondition(principal, { objectColumn: `ANY (${became})`, firstParam });
  const self = firstParam + shield.params.length;
  return {
    sql: `NOT EXISTS (SELECT 1 FROM ${conversionOf(contactId)}
      AND (NOT ${shield.sql} OR k.data -> 'complaint' ->> 'aboutPersonId' = $${self}
        OR k.data -> 'complaint' -> 'aboutPersonIds' ? $${self} OR k.data -> 'complaint' -> 'aboutCrewIds' ?| $${self + 1}::text[]))`,
    params: [...shield.params, principal.personId, principal.crews],
  };
}
