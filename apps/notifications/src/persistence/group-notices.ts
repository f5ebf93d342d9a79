import { newId } from '@property-office/kernel';
import type { Role } from '@property-office/contracts';
import { rowsStatement, statement, type Transaction } from '@property-office/persistence';
import { askedIn } from './asked';
import { membersOf, repairOf, stubRepair, type KnownRepair } from './audience';
import { notify, type Notice } from './notify';
import { isUrgentRepair } from './urgent-repairs';

export type GroupNotice = Omit<Notice, 'personId'>;
export type Group = { kind: 'crew'; crewId: string } | { kind: 'role'; role: Role; siteId: string };

/** Whoever holds one of these roles on a site. */
export function holding(roles: readonly Role[], siteId: string): Group[] {
  return roles.map((role) => ({ kind: 'role', role, siteId }));
}

/** For so long a group is remembered to have been told, in minutes: copies of who belongs to it are never further behind. */
const rememberedMinutes = 60;
/**
 * What waits for a request that was not heard of yet goes when it is. One that is never heard, as it is older than the
 * reaction, cannot be delivered any more by then: streams hold 30 days.
 */
const waitsForRequestDays = 60;

interface GroupNoticeRow {
  id: string;
  group_kind: 'crew' | 'role' | 'reporter';
  group_id: string;
  role: Role | null;
  except_id: string | null;
  notice: GroupNotice;
  told_at: Date;
}

const remember = rowsStatement<GroupNoticeRow>(
  'group_notice_remember',
  `WITH told AS MATERIALIZED (
     SELECT * FROM json_to_recordset($1)
       AS told (id uuid, group_kind text, group_id uuid, role text, except_id uuid, notice jsonb, told_at timestamptz)),
   forgotten AS (
     DELETE FROM group_notice WHERE told_at < (SELECT max(told_at) FROM told) - ${rememberedMinutes} * interval '1 minute'
       AND (group_kind <> 'reporter' OR told_at < (SELECT max(told_at) FROM told) - ${waitsForRequestDays} * interval '1 day'))
   INSERT INTO group_notice (id, group_kind, group_id, role, except_id, notice, told_at)
   SELECT id, group_kind, group_id, role, except_id, notice, told_at FROM told`,
);

// Who tells a group and who copies its people never pass each other unseen: one of them comes second and sees the other.
const lockKey = `hashtextextended('notifications: groups', 0)`;
const asTeller = statement('groups_tell', `SELECT pg_advisory_xact_lock_shared(${lockKey})`);
const asCopier = statement('groups_copy', `SELECT pg_advisory_xact_lock(${lockKey})`);
const telling = {};

/** Tells everybody who belongs to one of the groups now, and whoever turns out to have belonged to it. */
export async function tellGroups(tx: Transaction, groups: readonly Group[], notice: GroupNotice, exceptId?: string): Promise<void> {
  await tx.remember(telling, () => tx.query(asTeller));
  const people = new Set<string>();
  for (const group of groups) {
    for (const personId of await peopleOf(tx, group)) people.add(personId);
    const [groupId, role] = group.kind === 'crew' ? [group.crewId, null] : [group.siteId, group.role];
    keep(tx, { group_kind: group.kind, group_id: groupId, role, except_id: exceptId ?? null, notice });
  }
  for (const personId of people) if (personId !== exceptId) notify(tx, { ...notice, personId });
}

/** Whose membership or role is copied only now, and to what. */
export type Newcomer = { personId: string; from: string; until: string | null } & (
  | { kind: 'crew'; crewId: string }
  /** Without a site: on all of them. */
  | { kind: 'role'; role: Role; siteId: string | null }
);

/** Tells somebody what their group was told while they belonged to it and were not known to. What they know is not told again. */
export async function tellNewcomer(tx: Transaction, newcomer: Newcomer): Promise<void> {
  await tx.query(asCopier);
  const [groupId, role] = newcomer.kind === 'crew' ? [newcomer.crewId, null] : [newcomer.siteId, newcomer.role];
  const rows = await tx.query<{ notice: GroupNotice }>(
    `SELECT notice FROM group_notice
     WHERE group_kind = $1 AND ($2::uuid IS NULL OR group_id = $2) AND role IS NOT DISTINCT FROM $3
       AND told_at >= $4 AND ($5::timestamptz IS NULL OR told_at < $5) AND except_id IS DISTINCT FROM $6
       AND told_at > $7::timestamptz - ${rememberedMinutes} * interval '1 minute' ORDER BY told_at, id`,
    [newcomer.kind, groupId, role, newcomer.from, newcomer.until, newcomer.personId, tx.now],
  );
  for (const { notice } of rows) notify(tx, { ...revived(notice), personId: newcomer.personId });
}

/** Tells who reported a request, as urgently as it is, or whoever turns out to have when the request itself is heard of. */
export async function tellReporter(tx: Transaction, requestId: string, notice: GroupNotice): Promise<void> {
  let repair = await repairOf(tx, requestId);
  if (!repair) {
    // Waits for whoever is just hearing of it; from then on, one of the two sees the other.
    await stubRepair(tx, requestId, notice.siteId);
    repair = await repairOf(tx, requestId);
  }
  if (!repair) keep(tx, { group_kind: 'reporter', group_id: requestId, role: null, except_id: null, notice });
  else await tellOf(tx, repair, notice);
}

const heardOf = {};

/** A request was heard of for the first time, and kept: its reporter is told what was to be told before. */
export function tellWhatWaited(tx: Transaction, repair: KnownRepair): void {
  const repairs = tx.remember(heardOf, () => {
    const heard: KnownRepair[] = [];
    tx.beforeCommit(() => tellWaiting(tx, heard));
    return heard;
  });
  repairs.push(repair);
}

async function tellWaiting(tx: Transaction, repairs: readonly KnownRepair[]): Promise<void> {
  const rows = await tx.query<{ group_id: string; notice: GroupNotice }>(
    `DELETE FROM group_notice WHERE group_kind = 'reporter' AND group_id = ANY ($1::uuid[]) RETURNING group_id, notice`,
    [repairs.map(({ id }) => id)],
  );
  const known = new Map(repairs.map((repair) => [repair.id, repair]));
  for (const { group_id, notice } of rows) await tellOf(tx, known.get(group_id)!, revived(notice));
}

async function tellOf(tx: Transaction, { siteId, reporterId, repairClass }: KnownRepair, notice: GroupNotice): Promise<void> {
  if (reporterId) notify(tx, { ...notice, personId: reporterId, urgent: await isUrgentRepair(tx, siteId, repairClass, notice.happenedAt) });
}

function keep(tx: Transaction, row: Omit<GroupNoticeRow, 'id' | 'told_at'>): void {
  tx.gather(remember, { ...row, id: newId(), told_at: tx.now });
}

function peopleOf(tx: Transaction, group: Group): Promise<string[]> {
  return group.kind === 'crew' ? membersOf(tx, group.crewId) : askedIn(tx, [group.role], group.siteId);
}

/** As it was before it became JSON. */
function revived(notice: GroupNotice): GroupNotice {
  return { ...notice, happenedAt: new Date(notice.happenedAt) };
}
