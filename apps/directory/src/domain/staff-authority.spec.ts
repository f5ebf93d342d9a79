import type { Role, RoleGrant } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { leadsPerson, leadsRole } from './staff-authority';

const [garden, lake] = [newId(), newId()];
const on = (siteId: string | null, ...roles: Role[]): RoleGrant[] => roles.map((role) => ({ role, siteId }));

test.each<[Role, Role, boolean]>([
  ['director', 'duty-officer', true],
  ['director', 'director', false],
  ['company', 'director', true],
  ['department-head', 'crew-lead', true],
  ['department-head', 'desk', false],
  ['desk-lead', 'clerk', true],
  ['desk-lead', 'desk-lead', false],
  ['crew-lead', 'technician', true],
  ['clerk', 'desk', false],
])('a %s arranges the duty of a %s: %s', (own, other, expected) => {
  expect(leadsRole(on(garden, own), { role: other, siteId: garden })).toBe(expected);
});

test('nobody leads on a site of others, the company does everywhere', () => {
  expect(leadsRole(on(lake, 'director'), { role: 'desk', siteId: garden })).toBe(false);
  expect(leadsRole(on(null, 'company'), { role: 'desk', siteId: garden })).toBe(true);
});

test('a person is led by whoever leads all that they are on the staff', () => {
  const lead = on(garden, 'desk-lead');
  expect(leadsPerson(lead, on(garden, 'desk', 'resident'))).toBe(true);
  expect(leadsPerson(lead, on(garden, 'desk', 'director'))).toBe(false);
  expect(leadsPerson(lead, [...on(garden, 'desk'), ...on(lake, 'desk')])).toBe(false);
  expect(leadsPerson(lead, on(garden, 'resident'))).toBe(false);
});
