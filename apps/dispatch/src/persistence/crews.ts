import { Injectable } from '@nestjs/common';
import { companyWideSiteId, type Skill } from '@property-office/contracts';
import { statement, type Transaction } from '@property-office/persistence';
import type { Candidate } from '../domain/choose-crew';

/** Beyond so many open jobs crews are equally busy: counting goes no further. */
const countedJobs = 500;

/** A contractor has no accounts to accept with: it is sent by hand. */
const readCandidates = statement(
  'crew_candidates',
  `SELECT c.id, c.skills,
     (SELECT count(DISTINCT m.person_id) FROM crew_member m
      WHERE m.crew_id = c.id AND m.from_at <= $2 AND (m.until_at IS NULL OR m.until_at > $2)) AS members,
     (SELECT count(*) FROM (SELECT 1 FROM work_order o WHERE o.crew_id = c.id AND o.state NOT IN ('finished', 'withdrawn') LIMIT ${countedJobs}) jobs) AS open_jobs,
     (SELECT max(o.turn) FROM work_order o WHERE o.crew_id = c.id AND o.turn IS NOT NULL) AS last_turn
   FROM crew c WHERE c.site_id = ANY ($1::uuid[]) AND c.kind = 'crew' AND c.skills && ARRAY[$3, 'general']`,
);
const readCap = statement(
  'crew_cap',
  `SELECT jobs_per_member FROM crew_cap WHERE site_id = ANY ($1::uuid[]) AND effective_from <= $2 ORDER BY (site_id = $3) DESC LIMIT 1`,
);

interface CandidateRow {
  id: string;
  skills: Skill[];
  members: string;
  open_jobs: string;
  last_turn: string | null;
}

/** What a transaction has read: a crew of several skills is one candidate. */
interface Known {
  answers: Map<string, Promise<{ crews: Candidate[]; jobsPerMember: number }>>;
  crews: Map<string, Candidate>;
}

/** Own copy of the directory's crews, and how busy they are. */
@Injectable()
export class Crews {
  /**
   * The crews that could be sent for a skill on a site, and how many jobs each should have at most for each member. Read
   * once in a transaction; `gave` keeps up with what it does itself.
   */
  candidates(tx: Transaction, siteId: string, skill: Skill): Promise<{ crews: Candidate[]; jobsPerMember: number }> {
    const { answers } = this.known(tx);
    const key = `${siteId} ${skill}`;
    let answer = answers.get(key);
    if (!answer) answers.set(key, (answer = this.read(tx, siteId, skill)));
    return answer;
  }

  /** A crew was given an order in this transaction, as its turn. */
  gave(tx: Transaction, crewId: string, turn: string): void {
    const crew = this.known(tx).crews.get(crewId);
    if (!crew) return;
    crew.openJobs += 1;
    crew.lastDispatched = Number(turn);
  }

  private async read(tx: Transaction, siteId: string, skill: Skill): Promise<{ crews: Candidate[]; jobsPerMember: number }> {
    const sites = [siteId, companyWideSiteId];
    const [rows, [cap]] = await Promise.all([
      tx.query<CandidateRow & Record<string, unknown>>(readCandidates, [sites, tx.now, skill]),
      tx.query<{ jobs_per_member: number }>(readCap, [sites, tx.now, siteId]),
    ]);
    const { crews } = this.known(tx);
    for (const row of rows) if (!crews.has(row.id)) crews.set(row.id, candidateOf(row));
    return { crews: rows.map((row) => crews.get(row.id)!), jobsPerMember: cap!.jobs_per_member };
  }

  private known(tx: Transaction): Known {
    return tx.remember(this, () => ({ answers: new Map(), crews: new Map() }));
  }

  /** Whether work of the site can be given to a crew, a contractor's too. */
  async serves(tx: Transaction, crewId: string, siteId: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM crew WHERE id = $1 AND site_id = ANY ($2::uuid[])', [crewId, [siteId, companyWideSiteId]]);
    return rows.length > 0;
  }

  /** Crews of the site a person belongs to today. */
  async ofPerson(tx: Transaction, personId: string, siteId: string): Promise<string[]> {
    const rows = await tx.query<{ crew_id: string }>(
      `SELECT DISTINCT m.crew_id FROM crew_member m JOIN crew c ON c.id = m.crew_id
       WHERE m.person_id = $1 AND c.site_id = ANY ($2::uuid[]) AND m.from_at <= $3 AND (m.until_at IS NULL OR m.until_at > $3)
       ORDER BY m.crew_id`,
      [personId, [siteId, companyWideSiteId], tx.now],
    );
    return rows.map((row) => row.crew_id);
  }

  /** Those of some people who belong to crews of the site today. */
  async membersAmong(tx: Transaction, personIds: readonly string[], siteId: string): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await tx.query<{ person_id: string }>(
      `SELECT DISTINCT m.person_id FROM crew_member m JOIN crew c ON c.id = m.crew_id
       WHERE m.person_id = ANY ($1::uuid[]) AND c.site_id = ANY ($2::uuid[]) AND m.from_at <= $3 AND (m.until_at IS NULL OR m.until_at > $3)`,
      [personIds, [siteId, companyWideSiteId], tx.now],
    );
    return new Set(rows.map((row) => row.person_id));
  }
}

function candidateOf(row: CandidateRow): Candidate {
  return {
    crewId: row.id,
    skills: row.skills,
    members: Number(row.members),
    openJobs: Number(row.open_jobs),
    lastDispatched: Number(row.last_turn ?? 0),
  };
}
