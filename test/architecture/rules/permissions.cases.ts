import { permissions } from '@property-office/access';
import { checkout } from '../checkout';
import { unexcused } from '../violation';
import { permissionExceptions, permissionViolations } from './permissions';

it('each row of the permission table has a route', () => {
  expect(unexcused(permissionViolations(Object.keys(permissions), checkout()), permissionExceptions)).toEqual([]);
});

const path = 'apps/tickets/src/features/report-repair/report-repair.controller.ts';
const route = (key: string) => ({ path, text: `class C { @Post() @Operation('${key}', { ok: 201 }) report() {} }` });

it.each([
  ['named by a route', [route('tickets.reportRepair')], []],
  ['named by a constant of a route', [{ path, text: `const operation = 'tickets.reportRepair'; class C { @Operation(operation) report() {} }` }], []],
  ['named where no route is', [{ path, text: `const operation = 'tickets.reportRepair';` }], ['tickets.reportRepair']],
  ['named by another row’s route only', [route('tickets.reportRepairs')], ['tickets.reportRepair']],
  ['named in words only', [{ path, text: `// @Operation('tickets.reportRepair')` }], ['tickets.reportRepair']],
  ['named by a test only', [{ ...route('tickets.reportRepair'), path: path.replace('controller.ts', 'spec.ts') }], ['tickets.reportRepair']],
])('a row %s', (_, files, without) => {
  expect(permissionViolations(['tickets.reportRepair'], files).map((each) => each.path)).toEqual(without);
});
