import { serviceNames } from '@property-office/contracts';
import { services } from '../../../apps/all-in-one/src/services';
import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { listViolations } from './services-listed';

it('each service is listed wherever services are', () => {
  const listed = services.map(({ name, stateMachines = [] }) => ({
    name,
    stateMachines: stateMachines.length,
  }));
  expect(listViolations(checkout(), serviceNames, listed)).toEqual([]);
});

const folder = (name: string, ...more: string[]) =>
  filesOf(
    Object.fromEntries(
      [`${name}.module.ts`, 'index.ts', 'main.ts', ...more].map((file) => [`apps/${name}/src/${file}`, '']),
    ),
  );
const listed = (...names: string[]) => names.map((name) => ({ name, stateMachines: 0 }));

it.each([
  ['as it should be', folder('a'), ['a'], listed('a'), []],
  [
    'nobody lists',
    [...folder('a'), ...folder('b')],
    ['a'],
    listed('a'),
    ['b is not in apps/all-in-one/src/services.ts'],
  ],
  [
    'without a name',
    [...folder('a'), ...folder('b')],
    ['a'],
    listed('a', 'b'),
    ['services.ts lists a, b; serviceNames of contracts a'],
  ],
  [
    'in another order',
    [...folder('a'), ...folder('b')],
    ['b', 'a'],
    listed('a', 'b'),
    ['services.ts lists a, b; serviceNames of contracts b, a'],
  ],
  [
    'that cannot run by itself',
    filesOf({ 'apps/a/src/index.ts': '' }),
    ['a'],
    listed('a'),
    ['a lacks its index.ts or main.ts'],
  ],
  [
    'that hides its states',
    folder('a', 'domain/order-states.ts'),
    ['a'],
    listed('a'),
    ['a has 1 state tables in domain/ and shows 0'],
  ],
])('a service %s', (_, files, names, definitions, expected) => {
  expect(listViolations(files, names, definitions)).toEqual(expected);
});
