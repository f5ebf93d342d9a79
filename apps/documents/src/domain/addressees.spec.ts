import { addresseesOf, emptyRoles } from './addressees';

const holders = [
  { personId: 'ann', role: 'desk' as const },
  { personId: 'bob', role: 'desk' as const },
  { personId: 'ann', role: 'desk-lead' as const },
  { personId: 'dan', role: 'director' as const },
];

describe('who is to acknowledge a directive (W3.1)', () => {
  it('is each one once, by name rather than by a role', () => {
    expect(addresseesOf(['bob', 'eve'], holders, [])).toEqual([
      { personId: 'bob', role: null },
      { personId: 'eve', role: null },
      { personId: 'ann', role: 'desk' },
      { personId: 'dan', role: 'director' },
    ]);
  });

  it('is never who gives it', () => {
    expect(addresseesOf(['dan'], holders, ['dan']).map(({ personId }) => personId)).toEqual(['ann', 'bob']);
  });

  it('names the roles it would reach nobody by', () => {
    expect(emptyRoles(['desk', 'director', 'technician'], holders, ['dan'])).toEqual(['director', 'technician']);
  });
});
