import { defineErrors } from '@property-office/kernel';

const factories = defineErrors({
  livingFileUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这份一户一档或一机一档', en: 'No such living file' },
    detail: { zh: '档案不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  livingFileHandedOver: {
    kind: 'conflict',
    title: { zh: '这份档案已移交', en: 'The living file is handed over' },
    detail: { zh: '已按清册移交，不再归入或打开文件。', en: 'It was handed over: nobody puts papers into it or opens them any more.' },
  },
  livingPaperUnknown: { kind: 'not-found', title: { zh: '档案中没有这份文件', en: 'The living file holds no such paper' } },
  paperKindUnknown: { kind: 'invalid', title: { zh: '没有这种材料', en: 'There is no such kind of paper' } },
});

export const livingFileErrors = {
  ...factories,
  /** @param known what may be filed there */
  paperKindUnknown: (known: readonly string[]) =>
    factories.paperKindUnknown({}, { fields: [{ pointer: '/paper', message: { zh: `请选择：${known.join('、')}`, en: `choose one of ${known.join(', ')}` } }] }),
};
