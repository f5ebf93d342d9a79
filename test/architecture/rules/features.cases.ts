import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { featureViolations } from './features';

it('a folder per use case, named by the verb', () => {
  expect(unexcused(featureViolations(checkout()))).toEqual([]);
});

const features = 'apps/tickets/src/features';

it.each([
  [['repair-report/repair-report.handler.ts'], 'repair-report is not named by a verb'],
  [
    ['report-repair/report-repair.dto.ts'],
    'report-repair has no report-repair.controller.ts, report-repair.handler.ts or report-repair.ts',
  ],
  [
    ['report-repair/report-repair.handler.ts', 'report-repair/cancel-repair.controller.ts'],
    'report-repair holds cancel-repair.controller.ts, another use case',
  ],
])('%s', (paths, message) => {
  const files = filesOf(Object.fromEntries(paths.map((path) => [`${features}/${path}`, ''])));
  expect(unexcused(featureViolations(files))).toEqual([`${features}/${message}`]);
});

it('what several use cases share lies beside their folders', () => {
  const files = filesOf({
    [`${features}/repair.view.ts`]: '',
    [`${features}/read-repair/read-repair.controller.ts`]: '',
    [`${features}/read-repair/plan.ts`]: '',
  });
  expect(featureViolations(files)).toEqual([]);
});
