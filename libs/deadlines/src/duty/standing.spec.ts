import { onDuty, standingIn, type Standing } from './standing';

const noon = new Date('2026-01-05T04:00:00Z');
const hour = 3_600_000;
const always = { from: new Date(0), until: null };
const around = { from: new Date(noon.getTime() - hour), until: new Date(noon.getTime() + hour) };
const over = { from: new Date(0), until: noon };
const none: Standing = { roles: [], duties: [], absences: [], delegations: [] };
const holding = (personId: string, role: Standing['roles'][number]['role'], span = always as Standing['roles'][number] | object) =>
  ({ personId, role, siteId: 'site', ...always, ...span }) as Standing['roles'][number];
const told = (standing: Partial<Standing>, role: Parameters<typeof onDuty>[1]) =>
  onDuty({ ...none, ...standing }, role, noon).map(({ personId, forPersonId }) => (forPersonId ? `${personId} for ${forPersonId}` : personId));

describe('who is on duty (G5)', () => {
  it('is everybody who holds the role now, each once', () => {
    const roles = [holding('a', 'crew-lead'), holding('a', 'crew-lead', around), holding('b', 'crew-lead'), holding('c', 'crew-lead', over), holding('d', 'director')];
    expect(told({ roles }, 'crew-lead')).toEqual(['a', 'b']);
  });

  it('is nobody who is away, from the first instant to the last', () => {
    const roles = [holding('a', 'director'), holding('b', 'director')];
    expect(told({ roles, absences: [{ personId: 'a', ...around }] }, 'director')).toEqual(['b']);
    expect(told({ roles, absences: [{ personId: 'a', ...over }] }, 'director')).toEqual(['a', 'b']);
    expect(told({ roles, absences: [{ personId: 'a', from: noon, until: null }] }, 'director')).toEqual(['b']);
  });

  it('is the duty officer of the plan where there is one, and of other roles whoever holds them', () => {
    const roles = [holding('a', 'duty-officer'), holding('l', 'desk-lead')];
    const duties = [
      { personId: 'b', role: 'duty-officer' as const, ...around },
      { personId: 'm', role: 'desk-lead' as const, ...around },
    ];
    expect(told({ roles, duties }, 'duty-officer')).toEqual(['b']);
    expect(told({ roles, duties: [{ personId: 'b', role: 'duty-officer', ...over }] }, 'duty-officer')).toEqual(['a']);
    expect(told({ roles, duties }, 'desk-lead')).toEqual(['l']);
  });

  it('is the first deputy who is not away, whose act shows for whom (G1)', () => {
    const roles = [holding('a', 'director')];
    const deputy = (toPersonId: string, order: number) => ({ fromPersonId: 'a', toPersonId, order, ...around });
    const delegations = [deputy('second', 2), deputy('first', 1)];
    expect(told({ roles, delegations }, 'director')).toEqual(['first for a']);
    expect(told({ roles, delegations, absences: [{ personId: 'first', ...around }] }, 'director')).toEqual(['second for a']);
    const away = ['first', 'second'].map((personId) => ({ personId, ...around }));
    expect(told({ roles, delegations, absences: away }, 'director')).toEqual(['a']);
    expect(told({ roles, delegations, absences: [...away, { personId: 'a', ...around }] }, 'director')).toEqual([]);
    expect(told({ roles, delegations: [{ ...deputy('first', 1), ...over }] }, 'director')).toEqual(['a']);
  });

  it('tells a deputy who holds the role in their own name', () => {
    const roles = [holding('a', 'director'), holding('b', 'director')];
    const delegations = [{ fromPersonId: 'a', toPersonId: 'b', order: 1, ...around }];
    expect(told({ roles, delegations }, 'director')).toEqual(['b']);
  });

  it('stands in for the responsible person as for any other', () => {
    const delegations = [{ fromPersonId: 'a', toPersonId: 'b', order: 1, ...around }];
    expect(standingIn({ ...none, delegations }, ['a', 'c'], noon)).toEqual([
      { personId: 'b', forPersonId: 'a' },
      { personId: 'c', forPersonId: null },
    ]);
  });
});
