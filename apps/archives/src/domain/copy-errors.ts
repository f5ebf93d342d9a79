import { defineErrors } from '@property-office/kernel';
import { afterCopyMove, copyMoveNames, copyStateNames, legalCopyMoves, type CopyMove, type CopyState } from './copy-states';
import { listed } from './listed';

const factories = defineErrors({
  copyingUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这项复制', en: 'No such copies' },
    detail: { zh: '复制不存在，或者不在您的权限范围内。', en: 'They do not exist or are not yours to see.' },
  },
  copyMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '复制目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The copies are {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  ownCopy: {
    kind: 'forbidden',
    title: { zh: '自己的复制申请由他人办理', en: 'Somebody else deals with the copies you ask for' },
    detail: { zh: '申请人不能审批自己的复制申请，只有申请人可以撤销。', en: 'Whoever asks for copies does not approve them, and nobody else withdraws them.' },
  },
  nothingToCopy: { kind: 'invalid', title: { zh: '这份档案不能复制', en: 'The record cannot be copied' } },
  officialIncomplete: { kind: 'invalid', title: { zh: '公务查询手续不全', en: 'The official request is not complete' } },
  copyNotMade: {
    kind: 'conflict',
    title: { zh: '还没有复制', en: 'The copies are not made' },
    detail: { zh: '复制目前是“{state}”，复制并编号后才能取得复制件。', en: 'They are {state}: a copy is had once it is made and numbered.' },
  },
  copyNumberUnknown: { kind: 'not-found', title: { zh: '没有这个副本号', en: 'No such number of a copy' } },
});

export const copyErrors = {
  ...factories,
  nothingToCopy: () =>
    factories.nothingToCopy(
      {},
      {
        fields: [
          {
            pointer: '/recordId',
            message: {
              zh: '没有纸质原件，也没有能逐页加标记的内容：PDF、图片（不超过 25 MB）或定稿文本',
              en: 'there is neither an original of paper nor anything that can be marked on every page: a PDF or picture of 25 MiB at most, or the final text',
            },
          },
        ],
      },
    ),
  officialIncomplete: (pointer: '/letter' | '/officers') =>
    factories.officialIncomplete(
      {},
      {
        fields: [
          {
            pointer,
            message: pointer === '/letter' ? { zh: '请填写介绍信或公函', en: 'name the letter' } : { zh: '请填写来查询的人员', en: 'name the officers' },
          },
        ],
      },
    ),
  copyNotMade: (state: CopyState) => factories.copyNotMade({ state: copyStateNames[state] }),
};

/** Where a move leads. @throws copyMoveIllegal (409) naming the legal ones */
export function copyStateAfter(state: CopyState, move: CopyMove): CopyState {
  const next = afterCopyMove(state, move);
  if (next) return next;
  const allowed = listed(legalCopyMoves(state).map((each) => copyMoveNames[each]));
  throw factories.copyMoveIllegal({ state: copyStateNames[state], move: copyMoveNames[move], allowed });
}
