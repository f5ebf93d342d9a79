import { violations, type Check } from './check';

const overlaps = (table: string, what: string, alike = ''): string =>
  `SELECT 'person ' || a.person_id || ' ${what} ' || a.id || ' and ' || b.id
   FROM directory.${table} a JOIN directory.${table} b ON b.person_id = a.person_id AND b.id > a.id ${alike}
     AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`;

/** What directory refuses in its transactions (G1, W6.2), seen from the outside. */
export const dutyPlan: readonly Check[] = [
  {
    id: 'G1',
    title: 'nobody has two duties, absences, superiors or deputies of one turn at a time',
    run: ({ database }) =>
      violations(
        database,
        [
          overlaps('duty', 'is on two duties at a time:'),
          overlaps('absence', 'is away twice at a time:'),
          overlaps('superior', 'has two superiors at a time:'),
          overlaps('delegation', 'has two deputies of one turn:', 'AND b.kind = a.kind AND b.turn = a.turn'),
          overlaps('delegation', 'has one deputy twice:', 'AND b.kind = a.kind AND b.deputy_id = a.deputy_id'),
        ].join(' UNION ALL '),
      ),
  },
  {
    id: 'G1',
    title: 'nobody answers for themselves',
    run: ({ database }) =>
      violations(
        database,
        `WITH RECURSIVE above AS (
           SELECT person_id AS began, superior_id AS id, tstzrange(starts_at, ends_at) AS shared FROM directory.superior
           WHERE starts_at IS DISTINCT FROM ends_at
           UNION
           SELECT a.began, s.superior_id, a.shared * tstzrange(s.starts_at, s.ends_at)
           FROM above a JOIN directory.superior s ON s.person_id = a.id AND a.shared && tstzrange(s.starts_at, s.ends_at)
           WHERE a.id <> a.began)
         SELECT DISTINCT 'person ' || began || ' answers for themselves' FROM above WHERE id = began`,
      ),
  },
];
