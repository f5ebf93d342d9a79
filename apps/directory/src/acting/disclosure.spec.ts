import type { Principal, RoleGrant } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { disclosureOf } from './disclosure';

const [garden, lake] = [newId(), newId()];

function principal(...roles: RoleGrant[]): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '张三',
    roles,
    crews: [],
    homes: [],
  };
}

test('the desk reads names of its site, never whole numbers', () => {
  expect(disclosureOf(principal({ role: 'desk', siteId: garden }), newId(), [garden])).toBe('phone-masked');
});

test('operators and importers read neither', () => {
  expect(disclosureOf(principal({ role: 'operator', siteId: null }), newId(), [garden])).toBe('masked');
});

test('who deals with people on one site is a record keeper on another', () => {
  const both = principal({ role: 'operator', siteId: null }, { role: 'desk', siteId: garden });
  expect(disclosureOf(both, newId(), [lake])).toBe('masked');
  expect(disclosureOf(both, newId(), [lake, garden])).toBe('phone-masked');
});

test('everybody sees what is held of themselves', () => {
  const resident = principal({ role: 'resident', siteId: garden });
  expect(disclosureOf(resident, resident.personId, [garden])).toBe('full');
  expect(disclosureOf(resident, newId(), [garden])).toBe('masked');
});
