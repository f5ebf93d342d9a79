import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { AddComplainant } from '../features/join-complaint/add-complainant';
import type { FileComplaint, NewComplaint } from '../features/record-complaint/file-complaint';
import { demoSpecial } from './demo-cases';

const day = 86_400_000;

/**
 * Complaints that go another way from the beginning (W2.3): a major one, one about a member of the staff, which is hidden from them and
 * their crews, one that a hotline sent with its deadline, and one of several complainants.
 * @param filed whatever they have in common, each with its own id and number
 */
export async function seedDemoSpecial(
  tx: Transaction,
  act: Act,
  { filing, adding, technicianId }: { filing: FileComplaint; adding: AddComplainant; technicianId: string },
  filed: () => Promise<Omit<NewComplaint, 'kind' | 'words' | 'complainant'> & { by: NewComplaint['complainant'] }>,
): Promise<void> {
  const file = async (which: keyof typeof demoSpecial, more: Partial<NewComplaint>) => {
    const { by, ...given } = await filed();
    const { kind, words } = demoSpecial[which];
    return filing.execute(tx, act, { ...given, kind, words, complainant: { ...by, words }, ...more });
  };
  await file('major', { injuryOrSafety: true });
  await file('hidden', { aboutPersonIds: [technicianId] });
  await file('hotline', { channel: 'hotline', hotlineNumber: '12345-202611-0042', hotlineDeadline: new Date(tx.now.getTime() + 3 * day) });
  const group = await file('group', { households: 3 });
  const neighbour = { personId: null, homeId: null, contact: { name: '吴女士', phone: '12000009911' }, words: '我家也睡不好', contactId: null };
  await adding.execute(tx, group, act, neighbour);
}
