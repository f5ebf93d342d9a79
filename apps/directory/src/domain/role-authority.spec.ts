import type { Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { isForOneself, mayGive, mayManage } from './role-authority';

const [garden, lake] = [newId(), newId()];

function holding(role: Role, siteId: string | null): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '张三',
    roles: [{ role, siteId }],
    crews: [],
    homes: [],
  };
}

test('a director gives the roles below, on the own site', () => {
  const director = holding('director', garden);
  expect(mayGive(director, { role: 'desk', siteId: garden })).toBe(true);
  expect(mayGive(director, { role: 'desk', siteId: lake })).toBe(false);
  expect(mayGive(director, { role: 'desk', siteId: null })).toBe(false);
  expect(mayGive(director, { role: 'director', siteId: garden })).toBe(false);
});

test('whoever imports records cannot become an operator', () => {
  const importer = holding('importer', null);
  expect(mayGive(importer, { role: 'technician', siteId: lake })).toBe(true);
  for (const role of ['operator', 'company', 'director', 'importer'] as const)
    expect(mayGive(importer, { role, siteId: null })).toBe(false);
});

test('a desk lead may set the password of a desk agent, not of somebody who is director elsewhere too', () => {
  const lead = holding('desk-lead', garden);
  expect(mayManage(lead, [{ role: 'desk', siteId: garden }])).toBe(true);
  expect(
    mayManage(lead, [
      { role: 'desk', siteId: garden },
      { role: 'director', siteId: lake },
    ]),
  ).toBe(false);
  expect(mayManage(lead, [])).toBe(true);
});

test('nobody below an operator makes operators', () => {
  expect(mayGive(holding('company', null), { role: 'operator', siteId: null })).toBe(false);
  expect(mayGive(holding('operator', null), { role: 'operator', siteId: null })).toBe(true);
});

test('power is given by somebody else, whoever one is', () => {
  for (const role of ['operator', 'company', 'director', 'importer'] as const) {
    const principal = holding(role, null);
    expect(isForOneself(principal, principal.personId)).toBe(true);
    expect(isForOneself(principal, newId())).toBe(false);
  }
});
