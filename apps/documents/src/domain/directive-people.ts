import type { Role } from '@property-office/contracts';

interface Given {
  givenBy: string;
  givenAs: Role;
}

/** Who may withdraw a directive or correct it: who gave it, or who is above; a director does not undo what the company directs. */
export function mayEndDirective({ givenBy, givenAs }: Given, { role, personIds }: { role: string; personIds: readonly string[] }): boolean {
  return personIds.includes(givenBy) || role === 'company' || (role === 'director' && givenAs !== 'company');
}
