import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { thereOf } from '../../persistence/asked';
import { holdersOf } from '../../persistence/audience';
import { notify } from '../../persistence/notify';
import type { NoticeInboxKind } from '../../domain/notices';
import { inboxDataOf } from './inbox-data';
import type { Notice } from './notice.entity';

/** Tells some of the staff of a notice, once for each of its versions: after what they are told of has been counted. */
export function tellPeople(tx: Transaction, notice: Notice, act: Pick<Act, 'happenedAt'>, kind: NoticeInboxKind, people: readonly string[]): void {
  for (const personId of new Set(people)) {
    notify(tx, {
      personId,
      siteId: notice.siteId,
      kind,
      subject: { type: 'notice', id: notice.id },
      occasion: `version-${notice.version}`,
      data: inboxDataOf(notice),
      happenedAt: act.happenedAt,
    });
  }
}

/**
 * Tells whoever holds one of the roles on its site, of who is away the deputy for approvals (G1); all of them where nobody is there.
 * @param except nobody of these
 * @param hands nobody of these, nor of `except`, in anybody's place
 */
export async function tellHolders(
  tx: Transaction,
  notice: Notice,
  act: Pick<Act, 'happenedAt'>,
  kind: NoticeInboxKind,
  roles: readonly Role[],
  except: readonly string[] = [],
  hands: readonly string[] = [],
): Promise<void> {
  const people = (await holdersIn(tx, notice, roles)).filter((personId) => !except.includes(personId));
  const there = await thereOf(tx, notice.siteId, people, ['approvals'], [...except, ...hands]);
  tellPeople(tx, notice, act, kind, there.length > 0 ? there : people);
}

/** Who holds one of the roles on its site, in one order. */
export async function holdersIn(tx: Transaction, { siteId }: Notice, roles: readonly Role[]): Promise<string[]> {
  return (await holdersOf(tx, [...roles], siteId)).sort();
}
