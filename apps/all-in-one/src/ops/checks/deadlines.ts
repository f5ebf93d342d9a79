import { violations, type Check, type CheckContext, type Violation } from './check';

/** Runs in each schema that keeps clocks; `%s` in the text stands for it. */
function whereClocksRun(title: string, sql: string): Check {
  return {
    id: 'G5',
    title,
    async run({ database, services }: CheckContext): Promise<Violation[]> {
      const { rows } = await database.query<{ schema: string }>(
        `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'deadline' AND schemaname = ANY ($1) ORDER BY 1`,
        [services],
      );
      const found: Violation[] = [];
      for (const { schema } of rows) found.push(...(await violations(database, sql.replaceAll('%s', schema))));
      return found;
    },
  };
}

/** Clocks and escalation (G4, G5): what libs/deadlines promises. */
export const deadlines: readonly Check[] = [
  whereClocksRun(
    'each level of escalation is told once, and what is told was reached',
    `SELECT '%s: level ' || coalesce(l.level, e.level) || ' of deadline ' || coalesce(l.deadline_id, e.deadline_id) || CASE
       WHEN l.level IS NULL THEN ' was told and is not recorded' ELSE ' is recorded and was told ' || coalesce(e.n, 0) || ' times' END
     FROM (SELECT coalesce(told_as, deadline_id) AS deadline_id, level FROM %s.deadline_level) l
     FULL JOIN (SELECT (data ->> 'deadlineId')::uuid AS deadline_id, data ->> 'level' AS level, count(*) AS n
                FROM %s.ledger WHERE type LIKE '%-escalated.v_' AND data ? 'deadlineId' GROUP BY 1, 2) e USING (deadline_id, level)
     WHERE l.level IS NULL OR e.n IS DISTINCT FROM 1`,
  ),
  whereClocksRun(
    'no level is due without a timer that reaches it',
    `SELECT '%s: deadline ' || d.id || ' reaches its next level at ' || d.next_at || ' and has no timer for it'
     FROM %s.deadline d WHERE d.next_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM %s.timer t WHERE t.fire_key = 'deadline:' || d.id || ':' || d.firing AND t.status = 'set' AND t.due_at = d.next_at)`,
  ),
  whereClocksRun(
    'a clock that is closed reminds nobody',
    `SELECT '%s: timer ' || t.fire_key || ' is set, and its deadline is ' || coalesce(d.state, 'gone')
     FROM %s.timer t LEFT JOIN %s.deadline d ON t.fire_key = 'deadline:' || d.id || ':' || d.firing
     WHERE t.kind = 'deadline' AND t.status = 'set' AND d.state IS DISTINCT FROM 'running'`,
  ),
  {
    id: 'G4',
    title: 'no clock runs on a repair that is over, nor in an episode that is',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'tickets: the clock of ' || d.promise || ' in episode ' || d.episode || ' of ' || r.number || ' runs, and the request is ' || r.state || ' in episode ' || r.episode
         FROM tickets.deadline d JOIN tickets.repair_request r ON r.id = d.aggregate_id
         WHERE d.state = 'running' AND (d.episode <> r.episode OR r.state IN ('resolved', 'closed', 'cancelled', 'declined', 'referred', 'merged'))`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a follow-up that was tried or is over',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'followups: the clock of follow-up ' || f.id || ' runs, and it is ' || f.state || ' after ' || f.tries || ' tries'
         FROM followups.deadline d JOIN followups.follow_up f ON f.id = d.aggregate_id
         WHERE d.state = 'running' AND (f.tries > 0 OR f.state NOT IN ('due', 'in-hand'))`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a complaint that is closed or merged, nor in a round that is over',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaints: the clock of ' || d.promise || ' in round ' || d.episode || ' of ' || c.number || ' runs, and the complaint is ' || c.state || ' in round ' || c.round
         FROM complaints.deadline d JOIN complaints.complaint c ON c.id = d.aggregate_id
         WHERE d.state = 'running' AND (d.episode <> c.round OR c.state IN ('closed', 'merged'))`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a task of a complaint that is done or cancelled, nor on one whose complaint has its result',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaints: the clock of task ' || t.id || ' of ' || c.number || ' runs, and it is over' FROM complaints.deadline d
         JOIN complaints.complaint_task t ON t.id = d.aggregate_id JOIN complaints.complaint c ON c.id = t.complaint_id
         WHERE d.state = 'running' AND (t.finished_at IS NOT NULL OR t.cancelled_at IS NOT NULL OR c.state IN ('closed', 'merged')
           OR (t.complainant_id IS NULL AND c.state <> 'handling'))`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a measure against a cause runs until it is done or reviewed',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaints: the clock of measure ' || m.number || ' is ' || d.state || ', and the measure ' || m.state
         FROM complaints.deadline d JOIN complaints.cause_measure m ON m.id = d.aggregate_id WHERE (d.state = 'running') <> (m.state = 'set')`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a suggestion runs until it is reviewed, and of an adopted one until it is known what came of it',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaints: the clock of ' || d.promise || ' of ' || s.number || ' is ' || d.state || ', and the suggestion ' || s.state
         FROM complaints.deadline d JOIN complaints.suggestion s ON s.id = d.aggregate_id
         WHERE (d.state = 'running') <> CASE d.promise WHEN 'review-suggestion' THEN s.state = 'recorded' ELSE s.state <> 'carried-out' END`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a phone note is that of whoever has to say something to it now',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'reception: the clock of ' || d.promise || ' in round ' || d.episode || ' of ' || n.number || ' runs, and the phone note is ' || n.state || ' in round ' || n.round
         FROM reception.deadline d JOIN reception.phone_note n ON n.id = d.aggregate_id
         WHERE d.state = 'running' AND (d.episode <> n.round OR n.forgotten_at IS NOT NULL OR n.state <> CASE d.promise WHEN 'readdress' THEN 'returned' ELSE 'left' END)`,
      ),
  },
  {
    id: 'G5',
    title: 'the clock of a claim of a home runs until it is decided, and the desk waits for the claims nobody has decided on',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'reception: the clock of claim ' || c.claim_id || ' is ' || d.state || ', and the claim was decided at ' || coalesce(c.decided_at::text, 'no time')
         FROM reception.deadline d JOIN reception.waiting_claim c ON c.id = d.aggregate_id WHERE (d.state = 'running') <> (c.decided_at IS NULL)
         UNION ALL
         SELECT 'reception: claim ' || c.claim_id || ' was decided at ' || coalesce(c.decided_at::text, 'no time') || ', and in directory it is ' || coalesce(h.state, 'unknown')
         FROM reception.waiting_claim c LEFT JOIN directory.home_claim h ON h.id = c.claim_id WHERE h.id IS NULL OR (h.state = 'pending') <> (c.decided_at IS NULL)`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a notice that nobody is asked to decide on',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'notifications: the clock of ' || d.promise || ' in round ' || d.episode || ' of notice ' || n.number || ' runs, and it is ' || n.state || ' in round ' || n.round
         FROM notifications.deadline d JOIN notifications.notice n ON n.id = d.aggregate_id
         WHERE d.state = 'running' AND CASE d.promise WHEN 'review' THEN n.verdict IS NOT NULL ELSE n.state <> 'submitted' OR d.episode <> n.round END`,
      ),
  },
  {
    id: 'G4',
    title: 'the clock of a posting task runs while it is open, and says when it is due',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'notifications: the clock of ' || d.promise || ' of task ' || t.id || ' is ' || d.state || ' until ' || d.due_at || ', and the task is ' || t.state || ', due at ' || t.due_at
         FROM notifications.deadline d JOIN notifications.notice_task t ON t.id = d.aggregate_id
         WHERE (d.state = 'running') <> (t.state = 'open') OR d.due_at <> t.due_at`,
      ),
  },
  {
    id: 'G4',
    title: 'a complaint is due when the clock of its solution says',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || c.number || ' shows it is due at ' || coalesce(c.due_at::text, 'no time') || ', and its clock says ' || coalesce(d.due_at::text, 'none')
         FROM complaints.complaint c LEFT JOIN complaints.deadline d ON d.aggregate_id = c.id AND d.episode = c.round AND d.promise = 'solved'
         WHERE d.due_at IS DISTINCT FROM c.due_at`,
      ),
  },
];
