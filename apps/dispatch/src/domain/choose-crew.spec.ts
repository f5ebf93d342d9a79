import { skills } from '@property-office/contracts';
import * as fc from 'fast-check';
import { capOf, chooseCrew, type Candidate, type Job } from './choose-crew';

function crew(crewId: string, more: Partial<Candidate> = {}): Candidate {
  return { crewId, skills: ['plumbing'], members: 1, openJobs: 0, lastDispatched: 0, ...more };
}

function job(more: Partial<Job> = {}): Job {
  return { skill: 'plumbing', mode: 'assign', except: [], jobsPerMember: 3, ...more };
}

function chosen(crews: Candidate[], wanted: Job): string | undefined {
  const decision = chooseCrew(crews, wanted);
  return decision.kind === 'assign' ? decision.crewId : undefined;
}

describe('who is sent (main flow 3)', () => {
  it('has the skill, and of those the fewest open jobs', () => {
    const crews = [crew('a', { openJobs: 2 }), crew('b', { openJobs: 1 }), crew('c', { skills: ['lift'] })];
    expect(chooseCrew(crews, job())).toEqual({
      kind: 'assign',
      crewId: 'b',
      choice: { mode: 'assign', matched: 'skill', candidates: 2, openJobs: 1, cap: 3 },
    });
  });

  it('of equally busy crews has waited longest', () => {
    expect(chosen([crew('a', { lastDispatched: 9 }), crew('b', { lastDispatched: 4 })], job())).toBe('b');
  });

  it('goes by turn in a rota, whatever the load below the cap', () => {
    const crews = [crew('a', { openJobs: 0, lastDispatched: 9 }), crew('b', { openJobs: 2, lastDispatched: 4 })];
    expect(chosen(crews, job({ mode: 'rota' }))).toBe('b');
    expect(chosen([crews[0]!, { ...crews[1]!, openJobs: 3 }], job({ mode: 'rota' }))).toBe('a');
  });

  it('is a general crew where nobody has the skill, and says so', () => {
    const decision = chooseCrew([crew('a', { skills: ['lift'] }), crew('g', { skills: ['general'] })], job());
    expect(decision).toMatchObject({ kind: 'assign', crewId: 'g', choice: { matched: 'general' } });
  });

  it('is nobody where no crew fits: the order is queued', () => {
    expect(chooseCrew([crew('a', { skills: ['lift'] })], job())).toEqual({ kind: 'queue', why: 'no-crew' });
    expect(chooseCrew([crew('a')], job({ mode: 'manual' }))).toEqual({ kind: 'queue', why: 'by-hand' });
  });

  it('is never who handed it back', () => {
    expect(chosen([crew('a'), crew('b', { openJobs: 2 })], job({ except: ['a'] }))).toBe('b');
    expect(chooseCrew([crew('a')], job({ except: ['a'] }))).toEqual({ kind: 'queue', why: 'declined' });
  });

  it('is every crew with the skill where they may claim', () => {
    expect(chooseCrew([crew('b', { openJobs: 9 }), crew('a'), crew('g', { skills: ['general'] })], job({ mode: 'claim' }))).toEqual({
      kind: 'offer',
      crewIds: ['a', 'b'],
    });
  });

  it('is a crew with nobody in it only where there is no other', () => {
    expect(chosen([crew('empty', { members: 0 }), crew('busy', { openJobs: 2 })], job())).toBe('busy');
    expect(chosen([crew('empty', { members: 0 })], job())).toBe('empty');
  });
});

describe('whatever the crews', () => {
  const candidate: fc.Arbitrary<Candidate> = fc.record({
    crewId: fc.uuid(),
    skills: fc.subarray([...skills], { minLength: 1 }),
    members: fc.integer({ min: 0, max: 4 }),
    openJobs: fc.integer({ min: 0, max: 20 }),
    lastDispatched: fc.integer({ min: 0, max: 50 }),
  });
  const crews = fc.uniqueArray(candidate, { selector: ({ crewId }) => crewId, maxLength: 8 });
  const wanted: fc.Arbitrary<Job> = fc.record({
    skill: fc.constantFrom(...skills),
    mode: fc.constantFrom('assign' as const, 'rota' as const, 'claim' as const),
    except: fc.constant([]),
    jobsPerMember: fc.integer({ min: 1, max: 6 }),
  });

  it('no crew is sent beyond its cap while another that would do has room', () => {
    fc.assert(
      fc.property(crews, wanted, (all, asked) => {
        const decision = chooseCrew(all, asked);
        if (decision.kind !== 'assign') return;
        const sent = all.find(({ crewId }) => crewId === decision.crewId)!;
        if (sent.openJobs < capOf(sent, asked)) return;
        const skill = decision.choice.matched === 'skill' ? asked.skill : 'general';
        const others = all.filter((each) => each.skills.includes(skill) && each.members > 0);
        expect(others.filter((each) => each.openJobs < capOf(each, asked))).toEqual([]);
      }),
    );
  });

  it('the same crews in any order lead to the same decision', () => {
    fc.assert(
      fc.property(crews, wanted, (all, asked) => {
        expect(chooseCrew(all.toReversed(), asked)).toEqual(chooseCrew(all, asked));
      }),
    );
  });

  it('somebody is sent whenever somebody has the skill or is a general crew', () => {
    fc.assert(
      fc.property(crews, wanted, (all, asked) => {
        const able = all.some((each) => each.skills.includes(asked.skill) || each.skills.includes('general'));
        expect(chooseCrew(all, asked).kind === 'queue').toBe(!able);
      }),
    );
  });
});
