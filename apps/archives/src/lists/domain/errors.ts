import { defineErrors, type Localized } from '@property-office/kernel';

const factories = defineErrors({
  nothingNamed: { kind: 'invalid', title: { zh: '没有选择档案', en: 'No record is named' } },
  recordsHeld: {
    kind: 'conflict',
    title: { zh: '有档案已冻结', en: 'Some records are on hold' },
    detail: { zh: '已冻结的档案不能鉴定、销毁或移交，其清册不能批准、签字：{records}。', en: 'What is on hold is neither appraised nor destroyed nor handed over, and its list neither approved nor signed: {records}.' },
  },
  recordsUnseen: {
    kind: 'conflict',
    title: { zh: '清册中有您无权查看的档案', en: 'The list holds records you may not see' },
    detail: { zh: '须由能查看全部档案的人办理，或先由主任向您开放。', en: 'Whoever sees all of them does this, or the director admits you first.' },
  },
  approvedByAnother: {
    kind: 'forbidden',
    title: { zh: '须由他人批准', en: 'Somebody else approves it' },
    detail: { zh: '申请人及其代理人、被代理人都不能批准。', en: 'Neither who applied, nor who stands in for them, nor for whom they stand in.' },
  },
  handsNew: { kind: 'conflict', title: { zh: '经办人已变动', en: 'Other people have a hand in it by now' }, detail: { zh: '请刷新后重试。', en: 'Read it again and retry.' } },
});

/** Archive numbers one after the other, as a sentence takes them. */
export const numbers = (all: readonly string[]): Localized => ({ zh: all.join('、'), en: all.join(', ') });

/** Of lists of records that somebody applies for, another person approves, and people sign. */
export const listErrors = {
  ...factories,
  recordsHeld: (records: readonly string[]) => factories.recordsHeld({ records: numbers(records) }),
  nothingNamed: () => factories.nothingNamed({}, { fields: [{ pointer: '/recordIds', message: { zh: '请选择档案', en: 'name at least one record' } }] }),
};
