import type { Role } from '@property-office/contracts';
import { defineErrors, shouldLieAhead } from '@property-office/kernel';
import { afterDirective, directiveMoveNames, directiveStateNames, legalDirectiveMoves, type DirectiveMove, type DirectiveState } from './directive-states';
import { listed } from './listed';

const factories = defineErrors({
  directiveUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这份指示', en: 'No such directive' },
    detail: { zh: '指示不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  directiveMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '指示目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The directive is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  notAddressed: {
    kind: 'forbidden',
    title: { zh: '这份指示没有发给您', en: 'It is not addressed to you' },
    detail: { zh: '确认须由指示的接收人本人进行。', en: 'Those it is addressed to acknowledge it, each for themselves.' },
  },
  acknowledgedAlready: {
    kind: 'conflict',
    title: { zh: '您已经确认', en: 'You have acknowledged it' },
    detail: { zh: '每人只确认一次。', en: 'Everybody does so once.' },
  },
  notYourDirective: {
    kind: 'forbidden',
    title: { zh: '这不是您下达的指示', en: 'You did not give it' },
    detail: { zh: '撤回和更正由下达人或其上级进行：公司下达的由公司，其他由主任或公司。', en: 'Who gave it withdraws or corrects it, or who is above: the company, and the director unless it is the company’s.' },
  },
  authorityMissing: { kind: 'invalid', title: { zh: '请填写发出指示的单位', en: 'Say whose directive it is' } },
  ownDirective: { kind: 'invalid', title: { zh: '不能向自己下达指示', en: 'Nobody is directed by themselves' } },
  nobodyAddressed: { kind: 'invalid', title: { zh: '没有接收人', en: 'It would reach nobody' } },
  acknowledgeDateImpossible: { kind: 'invalid', title: { zh: '确认期限有误', en: 'The date to acknowledge by is wrong' } },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

export const directiveErrors = {
  ...factories,
  authorityMissing: () => factories.authorityMissing({}, at('/authority', '文员转达的指示须注明来自哪个单位', 'a clerk passes on what others direct')),
  ownDirective: () => factories.ownDirective({}, at('/addresseeIds', '请选择其他人', 'choose others')),
  nobodyAddressed: (roles: readonly Role[]) =>
    roles.length === 0
      ? factories.nobodyAddressed({}, at('/addresseeIds', '请选择接收人或岗位', 'choose people or roles'))
      : factories.nobodyAddressed({}, at('/roles', `本项目没有其他人担任：${roles.join('、')}`, `nobody else on this site is ${roles.join(', ')}`)),
  acknowledgeDateImpossible: () => factories.acknowledgeDateImpossible({}, shouldLieAhead('/acknowledgeBy')),
};

/** Where a move leads. @throws directiveMoveIllegal (409) naming the legal ones */
export function directiveStateAfter(state: DirectiveState, move: DirectiveMove): DirectiveState {
  const next = afterDirective(state, move);
  if (next) return next;
  const allowed = listed(legalDirectiveMoves(state).map((each) => directiveMoveNames[each]));
  throw factories.directiveMoveIllegal({ state: directiveStateNames[state], move: directiveMoveNames[move], allowed });
}
