import { serviceNames } from '@property-office/contracts';
import { connectionBudget } from '../test/architecture/rules/connection-budget';
import { connectionsFor, placesOf, replicasWanted, serviceUrlsOf } from './replicas';

test('one process of each service, or as many as are asked for', () => {
  expect([replicasWanted([]), replicasWanted(['--replicas', '2']), replicasWanted(['--replicas=4'])]).toEqual([1, 2, 4]);
  for (const wrong of ['0', '5', '1.5', 'two', ''])
    expect(() => replicasWanted(['--replicas', wrong])).toThrow(`--replicas is "${wrong}": expected a number from 1 to 4`);
  expect(() => replicasWanted(['--replica', '2'])).toThrow("Unknown option '--replica'");
  expect(() => replicasWanted(['--replicas'])).toThrow('argument missing');
});

test('each has a name and a port of its own, and all are told of all', () => {
  const places = placesOf(['tickets', 'files'], 2, [1, 2, 3, 4]);
  expect(places.map(({ name, port }) => `${name} ${port}`)).toEqual(['tickets-1 1', 'tickets-2 2', 'files-1 3', 'files-2 4']);
  expect(serviceUrlsOf(places)).toBe('tickets=http://127.0.0.1:1,http://127.0.0.1:2;files=http://127.0.0.1:3,http://127.0.0.1:4');
  expect(placesOf(['tickets'], 1, [1])).toEqual([{ service: 'tickets', name: 'tickets', port: '1', url: 'http://127.0.0.1:1' }]);
});

test('PostgreSQL takes all that they may connect', () => {
  const { services, otherService, platform } = connectionBudget;
  const each = serviceNames.map((name) => (services[name] ?? otherService) + platform).reduce((sum, one) => sum + one);
  for (const replicas of [1, 2, 3, 4]) expect(connectionsFor(replicas)).toBeGreaterThanOrEqual(replicas * each + 10);
});
