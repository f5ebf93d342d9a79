import { defineErrors } from '@property-office/kernel';
import type { MissingCounts } from './tidy-up';

const factories = defineErrors({
  tidyUpUnknown: { kind: 'not-found', title: { zh: '没有找到这个年度的整理', en: 'No such tidy-up' } },
  tidyUpFinished: { kind: 'conflict', title: { zh: '该年度已整理移交', en: 'The papers of that year are handed over already' } },
  yearNotOver: { kind: 'conflict', title: { zh: '年度尚未结束', en: 'The year is not over' }, detail: { zh: '年度结束后才能整理移交。', en: 'Its papers are handed over when it is.' } },
  tidyUpIncomplete: {
    kind: 'conflict',
    title: { zh: '还有缺漏', en: 'Something is missing' },
    detail: {
      zh: '未归档 {unfiled} 件，档案未接收 {unaccepted} 件，编号缺口 {gaps} 个。请补齐，或填写缺漏说明。',
      en: 'Not filed: {unfiled}; not accepted by the archives: {unaccepted}; gaps in registers: {gaps}. Complete them, or say why they are missing.',
    },
  },
});

export const tidyUpErrors = {
  tidyUpUnknown: factories.tidyUpUnknown,
  tidyUpFinished: factories.tidyUpFinished,
  yearNotOver: factories.yearNotOver,
  tidyUpIncomplete: ({ unfiled, unaccepted, gaps }: MissingCounts) => factories.tidyUpIncomplete({ unfiled, unaccepted, gaps }),
};
