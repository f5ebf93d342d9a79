import type { Principal, RoleGrant } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { residentSites, sees, sightOf } from './sight';

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

test('staff see their sites, a role of the company sees all', () => {
  expect(sightOf(principal({ role: 'desk', siteId: garden }), 'directory.listPeople')).toEqual({
    sites: [garden],
    own: false,
  });
  expect(sightOf(principal({ role: 'operator', siteId: null }), 'directory.listPeople')).toEqual({
    sites: null,
    own: false,
  });
});

test('a role the operation does not name opens nothing', () => {
  const technician = sightOf(principal({ role: 'technician', siteId: garden }), 'directory.listPeople');
  expect(technician).toEqual({ sites: [], own: false });
  expect(sees(technician, garden)).toBe(false);
  expect(sees(technician, null)).toBe(false);
});

test('desk on one site and resident of another: the one as a whole, of the other what is their own', () => {
  const both = principal({ role: 'desk', siteId: garden }, { role: 'resident', siteId: lake });
  const sight = sightOf(both, 'directory.listPlaces');
  expect(sight).toEqual({ sites: [garden], own: true });
  expect([sees(sight, garden), sees(sight, lake)]).toEqual([true, false]);
  expect(residentSites(both)).toEqual([lake]);
});
