import type { Transaction } from '@property-office/persistence';

/** Remembers who worked on an episode; the same person twice is one. */
export function addWorkers(tx: Transaction, repairRequestId: string, episode: number, personIds: string[]): void {
  if (personIds.length === 0) return;
  tx.send(
    'INSERT INTO episode_worker (repair_request_id, episode, person_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING',
    [repairRequestId, episode, personIds],
  );
}

/** Whether any of these people worked on the episode, or handled the complaint in any of its rounds. */
export async function anyWorkedOn(
  tx: Transaction,
  { repairRequestId, complaintId, episode }: { repairRequestId: string | null; complaintId: string | null; episode: number },
  personIds: readonly string[],
): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 FROM episode_worker WHERE repair_request_id = $1 AND episode = $2 AND person_id = ANY ($3::uuid[])
     UNION ALL SELECT 1 FROM complaint_handler WHERE complaint_id = $4 AND person_id = ANY ($3::uuid[]) LIMIT 1`,
    [repairRequestId, episode, personIds, complaintId],
  );
  return found.length > 0;
}
