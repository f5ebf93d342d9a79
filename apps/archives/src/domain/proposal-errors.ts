import { defineErrors } from '@property-office/kernel';
import { afterProposalMove, legalProposalMoves, proposalMoveNames, proposalStateNames, type ProposalMove, type ProposalState } from './proposal-states';

const factories = defineErrors({
  proposalUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这项归档建议', en: 'No such proposal' },
    detail: { zh: '归档建议不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  proposalMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '归档建议目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The proposal is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  proposalIncomplete: {
    kind: 'conflict',
    title: { zh: '归档内容不完整', en: 'What is to be archived is not complete' },
    detail: {
      zh: '来源事项或其文件已无法取得，或产权、设备的终止时间已更正，请退回处理。',
      en: 'Its source, or a file of it, is not there any more, or the end of its ownership or device was corrected: return it.',
    },
  },
  volumeOutdated: {
    kind: 'conflict',
    title: { zh: '这一卷已不能归档', en: 'The volume is out of date' },
    detail: {
      zh: '产权、设备的终止时间已更正，或其材料已另行立卷、移交，请在一户一档、一机一档重新立卷。',
      en: 'The end of its ownership or device was corrected, or its papers were closed anew or handed over: close them again in their living file.',
    },
  },
  pagesKnown: { kind: 'invalid', title: { zh: '来源已有页数', en: 'Its source knows how many pages it has' } },
});

/** Where a move leads. @throws proposalMoveIllegal (409) naming the legal ones */
export function proposalStateAfter(state: ProposalState, move: ProposalMove): ProposalState {
  const next = afterProposalMove(state, move);
  if (next) return next;
  const names = legalProposalMoves(state).map((each) => proposalMoveNames[each]);
  const allowed = names.length === 0 ? { zh: '没有', en: 'nothing' } : { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
  throw factories.proposalMoveIllegal({ state: proposalStateNames[state], move: proposalMoveNames[move], allowed });
}

export const proposalErrors = {
  ...factories,
  pagesKnown: (pages: number) =>
    factories.pagesKnown({}, {
      fields: [{ pointer: '/pages', message: { zh: `来源为 ${pages} 页；如有不同，归档后说明原因更正著录`, en: `${pages}; correct its description with a reason where that is wrong` } }],
    }),
};
