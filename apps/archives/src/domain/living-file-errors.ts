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
  livingPaperDestroyed: {
    kind: 'conflict',
    title: { zh: '这份材料已销毁', en: 'The paper is destroyed' },
    detail: { zh: '所在案卷已作为档案按规定销毁，只保留目录。', en: 'It was destroyed with the record it belongs to: its line in the list remains.' },
  },
  nothingEnded: {
    kind: 'conflict',
    title: { zh: '没有可以立卷的材料', en: 'There is nothing to close' },
    detail: {
      zh: '产权结束或设备停用之后，其材料才能立卷；已立卷的须先退回。',
      en: 'Papers are closed once their ownership has ended or their device is out of service, and again only after their volume was returned.',
    },
  },
  livingFileListed: {
    kind: 'conflict',
    title: { zh: '这份档案正在移交', en: 'The living file is being handed over' },
    detail: { zh: '请先办结或撤回移交。', en: 'Finish or withdraw the hand-over first.' },
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
