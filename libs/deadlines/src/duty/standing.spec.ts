import { onDuty, standingIn, type Standing } from './standing';

const noon = new Date('2026-01-05T04:00:00Z');
const hour = 3_600_000;
const always = { from: new Date(0), until: null };
const around = { from: new Date(noon.getTime() - hour), until: new Date(noon.getTime() + hour) };
const over = { from: new Date(0), until: noon };
const none: Standing = { roles: [], duties: [], absences: [], delegations: [], gone: new Set() };
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

  const first = (fromPersonId: string, toPersonId: string, kind: 'approvals' | 'duty', order = 1) => ({ kind, fromPersonId, toPersonId, order, ...around });
  const away = (...people: string[]) => people.map((personId) => ({ personId, ...around }));

  it('is the first deputy for duty who is not away, whose act shows for whom (G1)', () => {
    const roles = [holding('a', 'crew-lead')];
    const delegations = [first('a', 'second', 'duty', 2), first('a', 'first', 'duty')];
    expect(told({ roles, delegations }, 'crew-lead')).toEqual(['first for a']);
    expect(told({ roles, delegations, absences: away('first') }, 'crew-lead')).toEqual(['second for a']);
    expect(told({ roles, delegations, absences: away('first', 'second') }, 'crew-lead')).toEqual(['a']);
    expect(told({ roles, delegations, absences: away('first', 'second', 'a') }, 'crew-lead')).toEqual([]);
    expect(told({ roles, delegations: [{ ...first('a', 'first', 'duty'), ...over }] }, 'crew-lead')).toEqual(['a']);
  });

  it.each(['director', 'company', 'department-head', 'desk-lead'] as const)('is a %s themselves, and while they are away the deputies for approvals in their order (G1)', (role) => {
    const roles = [holding('a', role)];
    const delegations = [first('a', 'second', 'approvals', 2), first('a', 'first', 'approvals')];
    expect(told({ roles, delegations }, role)).toEqual(['a']);
    expect(told({ roles, delegations, absences: away('a') }, role)).toEqual(['first for a']);
    expect(told({ roles, delegations, absences: away('a', 'first') }, role)).toEqual(['second for a']);
    expect(told({ roles, delegations, absences: away('a', 'first', 'second') }, role)).toEqual([]);
    expect(told({ roles, delegations: [{ ...first('a', 'first', 'approvals'), ...over }], absences: away('a') }, role)).toEqual([]);
  });

  it('is nobody who may not act in the role: each kind hands on its own roles (G1)', () => {
    const roles = [holding('a', 'director'), holding('a', 'duty-officer'), holding('a', 'desk')];
    const delegations = [first('a', 'officer', 'duty'), first('a', 'leader', 'approvals')];
    expect(told({ roles, delegations }, 'director')).toEqual(['a']);
    expect(told({ roles, delegations }, 'duty-officer')).toEqual(['officer for a']);
    expect(told({ roles, delegations }, 'desk')).toEqual(['a']);
    const absences = away('a');
    expect(told({ roles, delegations, absences }, 'director')).toEqual(['leader for a']);
    expect(told({ roles, delegations, absences }, 'duty-officer')).toEqual(['officer for a']);
    expect(told({ roles, delegations: [first('a', 'leader', 'approvals')], absences }, 'duty-officer')).toEqual([]);
    expect(told({ roles, delegations, absences }, 'desk')).toEqual([]);
  });

  it('is nobody who has left, whatever they hold, were planned for or stand in for (G6)', () => {
    const gone = new Set(['a', 'first']);
    expect(told({ gone, roles: [holding('a', 'director'), holding('b', 'director')] }, 'director')).toEqual(['b']);
    expect(told({ gone, roles: [holding('a', 'director')] }, 'director')).toEqual([]);
    const delegations = [first('b', 'second', 'duty', 2), first('b', 'first', 'duty')];
    expect(told({ gone, roles: [holding('b', 'crew-lead')], delegations }, 'crew-lead')).toEqual(['second for b']);
    const duties = [{ personId: 'a', role: 'duty-officer' as const, ...around }];
    expect(told({ gone, roles: [holding('b', 'duty-officer')], duties }, 'duty-officer')).toEqual(['b']);
    expect(standingIn({ ...none, gone }, ['a', 'c'], noon)).toEqual([{ personId: 'c', forPersonId: null }]);
  });

  it('tells a deputy who holds the role in their own name', () => {
    const roles = [holding('a', 'director'), holding('b', 'director')];
    expect(told({ roles, delegations: [first('a', 'b', 'approvals')], absences: away('a') }, 'director')).toEqual(['b']);
  });

  it('stands in for the responsible person by the deputies who may do what is asked', () => {
    const delegations = [first('a', 'b', 'duty'), first('a', 'd', 'approvals')];
    const asked = (absent: string[], ...kinds: Parameters<typeof standingIn>[3][]) =>
      standingIn({ ...none, delegations, absences: away(...absent) }, ['a', 'c'], noon, ...kinds).map(({ personId, forPersonId }) => [personId, forPersonId]);
    expect(asked([])).toEqual([['b', 'a'], ['c', null]]);
    expect(asked([], ['approvals'])).toEqual([['a', null], ['c', null]]);
    expect(asked(['a'], ['approvals'])).toEqual([['d', 'a'], ['c', null]]);
    expect(asked(['a', 'b'], ['duty', 'approvals'])).toEqual([['d', 'a'], ['c', null]]);
    expect(asked(['a', 'b'], ['duty'])).toEqual([['c', null]]);
  });
});
