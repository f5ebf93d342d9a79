import { barring, readStanding, standingIn } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Complaint } from './complaint.entity';
import { barredFrom } from './people';

/**
 * Who is there, then who is away and has a deputy who takes it, then the company, then the others: a case waits for nobody who is
 * away, and goes to the deputy, then the company (G1).
 */
export async function thereFirst(tx: Transaction, { id, siteId }: Complaint, people: readonly string[]): Promise<string[]> {
  const hidden = await barredFrom(tx, id);
  const standing = barring(await readStanding(tx, siteId), (personId) => hidden.includes(personId));
  const ofCompany = new Set(standing.roles.filter(({ role, siteId: where }) => role === 'company' && (where === null || where === siteId)).map(({ personId }) => personId));
  const awayness = (personId: string): number => {
    const [asked] = standingIn(standing, [personId], tx.now, ['approvals']);
    if (ofCompany.has(personId)) return asked === undefined ? 4 : 2;
    return asked === undefined ? 3 : asked.forPersonId === null ? 0 : 1;
  };
  return people.toSorted((one, other) => awayness(one) - awayness(other));
}
