import { complaintKinds } from '@property-office/contracts';
import { defineErrors, shouldLieAhead, type DomainError, type FieldError, type Localized } from '@property-office/kernel';
import { missingFor, type BranchField, type BranchFields } from './branch';
import { afterMove, legalMoves, moveNames, stateNames, type ComplaintMove, type ComplaintState } from './complaint-states';
import type { ExtensionRefusal } from './extension';
import type { JoinRefusal } from './joining';
import type { PromiseRefusal } from './promise';

const factories = defineErrors({
  complaintUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条投诉', en: 'No such complaint' },
    detail: { zh: '这条投诉不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  complaintMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '投诉目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The complaint is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  branchIncomplete: {
    kind: 'invalid',
    title: { zh: '还缺少必填内容', en: 'Something is still missing' },
    detail: { zh: '进入“{state}”之前请补齐：{missing}。', en: 'Before the case can be {state}, it needs: {missing}.' },
  },
  branchWrong: {
    kind: 'conflict',
    title: { zh: '与判定不符', en: 'This does not fit the decision' },
    detail: {
      zh: '判定属我方责任的，致歉并承诺日期；不属我方责任或不成立的，解释并说明所给帮助。',
      en: 'What is ours is apologised for with a promised date; what is not ours or unfounded is explained, with the help given.',
    },
  },
  handlerMissing: {
    kind: 'conflict',
    title: { zh: '还没有处理人', en: 'Nobody handles it yet' },
    detail: { zh: '请先指定处理人。', en: 'Assign somebody first.' },
  },
  notTheHandler: {
    kind: 'forbidden',
    title: { zh: '您不是这条投诉的处理人', en: 'You do not handle this complaint' },
    detail: { zh: '这一步只能由处理人完成。', en: 'This step is for whoever handles it.' },
  },
  ownComplaint: {
    kind: 'forbidden',
    title: { zh: '您是投诉人', en: 'You are a complainant yourself' },
    detail: { zh: '自己的投诉由其他同事办理。', en: 'Your own complaint is handled by colleagues.' },
  },
  handlerComplainedAbout: {
    kind: 'conflict',
    title: { zh: '被投诉人不能处理', en: 'Whoever is complained about cannot handle it' },
    detail: { zh: '处理人不能是被投诉人，也不能是其班组成员，请另选他人。', en: 'Choose somebody who is neither complained about nor of their crew.' },
  },
  handlerUnfitToComplain: {
    kind: 'conflict',
    title: { zh: '处理人不能同时是投诉人', en: 'Who handles it cannot complain in it' },
    detail: { zh: '请先更换处理人。', en: 'Assign somebody else first.' },
  },
  handlerUnfit: {
    kind: 'conflict',
    title: { zh: '此人不能处理', en: 'This person cannot handle it' },
    detail: { zh: '现在可由以下角色处理：{roles}。', en: 'At this level it is handled by: {roles}.' },
  },
  handlerBefore: {
    kind: 'conflict',
    title: { zh: '此人已处理过', en: 'This person has handled it before' },
    detail: { zh: '有异议的投诉要由新的处理人办理。', en: 'A disputed complaint goes to somebody new.' },
  },
  contactWayMissing: { kind: 'invalid', title: { zh: '请写明如何告知投诉人', en: 'Say how the complainant was told' } },
  handlerReasonMissing: { kind: 'invalid', title: { zh: '请说明为何再次由此人处理', en: 'Say why this person has it again' } },
  ownAnswer: {
    kind: 'forbidden',
    title: { zh: '处理人不能代投诉人确认', en: 'The handler does not accept for the complainant' },
    detail: { zh: '接受或无人答复由其他同事登记。', en: 'That it is accepted, or that nobody answers, is recorded by a colleague.' },
  },
  workOpen: {
    kind: 'conflict',
    title: { zh: '还有未完成的任务或维修', en: 'Tasks or repairs are not finished' },
    detail: { zh: '还有 {tasks} 项任务、{repairs} 条关联报修未完成。', en: '{tasks} tasks and {repairs} linked repairs are not finished.' },
  },
  feedbackMissing: {
    kind: 'conflict',
    title: { zh: '还没有反馈', en: 'No feedback was given yet' },
    detail: { zh: '请先把结果反馈给投诉人。', en: 'The complainant has to hear the result first.' },
  },
  tooSoonToGiveUp: {
    kind: 'conflict',
    title: { zh: '还不能登记无人答复', en: 'Too soon to record that nobody answers' },
    detail: { zh: '投诉人可得知结果满三天仍无答复，才可登记无人答复。', en: 'Nobody answering is recorded three days after they could know the result at the earliest.' },
  },
  finallyDecided: {
    kind: 'conflict',
    title: { zh: '已作最终决定', en: 'It was decided finally' },
    detail: {
      zh: '最终决定之后不再升级；投诉人的意见记录在案。',
      en: 'After the final decision it goes no further; what the complainant thinks of it is on record.',
    },
  },
  promiseImpossible: { kind: 'invalid', title: { zh: '承诺日期有误', en: 'The promised date is wrong' } },
  siteUnknown: { kind: 'invalid', title: { zh: '没有这个项目或房屋', en: 'No such site or home' } },
  aboutUnknown: { kind: 'invalid', title: { zh: '被投诉的人员或班组有误', en: 'Who is complained about is wrong' } },
  complainantMissing: { kind: 'invalid', title: { zh: '请写明投诉人', en: 'Say who joins it' } },
  aboutComplainant: { kind: 'invalid', title: { zh: '投诉人与被投诉人是同一人', en: 'The complainant is who is complained about' } },
  complaintKindUnknown: { kind: 'invalid', title: { zh: '没有这个投诉类别', en: 'No such kind of complaint' } },
  hotlineIncomplete: { kind: 'invalid', title: { zh: '热线工单信息不完整', en: 'The hotline’s number or deadline is missing' } },
  complaintOnBehalf: { kind: 'forbidden', title: { zh: '只有客服可以代他人登记', en: 'Only the desk records on behalf of somebody' } },
  extensionUsed: {
    kind: 'conflict',
    title: { zh: '已延期一次', en: 'It was extended once' },
    detail: {
      zh: '每条投诉连同并入的投诉最多延期一次。已告知部分投诉人的，其余各人的告知任务全部完成后生效。',
      en: 'A complaint, with those merged into it, is extended once at most. One that some were told of holds once the task of telling each of the others is finished.',
    },
  },
  extensionOfNothing: {
    kind: 'conflict',
    title: { zh: '没有可以延长的日期', en: 'There is no date to extend' },
    detail: { zh: '这条投诉没有承诺日期，也没有办结期限。', en: 'No date was promised for this complaint, and it is due at none.' },
  },
  extensionTooLate: {
    kind: 'conflict',
    title: { zh: '原定日期已过，不能延期', en: 'The old date has passed' },
    detail: { zh: '延期要在原定日期之前批准并告知投诉人。', en: 'An extension is approved, and told to the complainant, before the old date.' },
  },
  extensionDate: { kind: 'invalid', title: { zh: '新的日期有误', en: 'The new date is wrong' } },
  extensionMissing: { kind: 'conflict', title: { zh: '没有可以这样处理的延期申请', en: 'There is no extension for this step' } },
  extensionOver: {
    kind: 'conflict',
    title: { zh: '结果已反馈，不再延期', en: 'The result was told: nothing is extended any more' },
  },
  extensionOwn: {
    kind: 'forbidden',
    title: { zh: '延期由他人批准', en: 'Somebody else approves an extension' },
    detail: { zh: '申请人和处理人不能批准自己的延期。', en: 'Neither who asked nor who handles it approves it.' },
  },
  extensionNotAbove: {
    kind: 'forbidden',
    title: { zh: '延期由处理人的上级批准', en: 'Somebody above the handler approves an extension' },
    detail: { zh: '现在可由以下角色批准：{roles}。', en: 'This one is approved by: {roles}.' },
  },
  notYoursToAssign: {
    kind: 'forbidden',
    title: { zh: '您只能自己承接', en: 'You may take it, not give it to others' },
  },
  ownerUnknown: { kind: 'invalid', title: { zh: '没有这位负责人', en: 'No such owner' } },
  aboutUnchanged: { kind: 'conflict', title: { zh: '没有变化', en: 'It is about just these already' } },
  alreadyMajor: { kind: 'conflict', title: { zh: '已是重大投诉', en: 'It is a major complaint already' } },
  alreadyComplainant: { kind: 'conflict', title: { zh: '此人已是投诉人', en: 'This person is a complainant already' } },
  joinedUnknown: { kind: 'invalid', title: { zh: '没有可以并入的投诉', en: 'No such open complaint to join' } },
  joinedUnfit: { kind: 'invalid', title: { zh: '此人不能并入这条投诉', en: 'They cannot join this complaint' } },
  reportedAhead: { kind: 'invalid', title: { zh: '报告时间有误', en: 'The time it was reported is wrong' } },
  taskDate: { kind: 'invalid', title: { zh: '完成期限有误', en: 'The due date is wrong' } },
  notTheTaskOwner: {
    kind: 'forbidden',
    title: { zh: '这不是您的任务', en: 'This task is not yours' },
    detail: { zh: '任务由其负责人或投诉处理人完成。', en: 'Its owner finishes it, or whoever handles the complaint.' },
  },
  taskOver: {
    kind: 'conflict',
    title: { zh: '这项任务已结束', en: 'This task is over' },
    detail: { zh: '任务{how}，不必再办。', en: 'It {how}: there is nothing left to do about it.' },
  },
  taskUnknown: { kind: 'invalid', title: { zh: '没有这项任务', en: 'No such task' } },
  repairUnknown: { kind: 'invalid', title: { zh: '本项目没有这条报修', en: 'No such repair request on this site' } },
  suggestionUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条建议', en: 'No such suggestion' },
    detail: { zh: '这条建议不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
});

const joinRefusals: Readonly<Record<JoinRefusal, Localized>> = {
  complains: { zh: '此人已是投诉人', en: 'they are a complainant already' },
  handles: { zh: '处理人不能同时是投诉人', en: 'who handles it cannot complain in it' },
  'is-complained-about': { zh: '投诉人与被投诉人是同一人', en: 'it is about them' },
};

export const complaintErrors = {
  ...factories,
  unknown: factories.complaintUnknown,
  siteUnknown: (pointer: string) => factories.siteUnknown({}, at(pointer, '请选择您所在的项目或房屋', 'choose a site or home of yours')),
  aboutUnknown: (pointer: string) => factories.aboutUnknown({}, at(pointer, '请选择本项目的员工或班组', 'choose staff or a crew of this site')),
  complainantMissing: () =>
    factories.complainantMissing({}, at('/personId', '请填写投诉人、房屋、联系方式、原话或热线工单号', 'give a person, a home, a contact, their words or the number of the hotline')),
  aboutComplainant: (pointer: string) => factories.aboutComplainant({}, at(pointer, '被投诉人不能是投诉人本人', 'choose somebody else than the complainant')),
  kindUnknown: () => factories.complaintKindUnknown({}, at('/category', `请选择：${complaintKinds.join('、')}`, `choose one of ${complaintKinds.join(', ')}`)),
  contactWayMissing: () => factories.contactWayMissing({}, at('/how', '投诉人没有账户，请写明如何告知', 'a complainant has no account: say how they were told')),
  handlerReasonMissing: () => factories.handlerReasonMissing({}, at('/reason', '没有其他人可以处理，请说明为何由其再次处理', 'nobody else is left: say why they have it again')),
  joinedUnknown: () => factories.joinedUnknown({}, at('/joins', '请选择本项目未结案的投诉', 'choose a complaint of this site that is open')),
  joinedUnfit: (refusal: JoinRefusal) => {
    const { zh, en } = joinRefusals[refusal];
    return factories.joinedUnfit({}, at('/joins', zh, en));
  },
  hotlineIncomplete: (pointer: string, zh: string, en: string) => factories.hotlineIncomplete({}, at(pointer, zh, en)),
  reportedAhead: () => factories.reportedAhead({}, at('/unlawful/reportedAt', '不能晚于现在', 'it cannot be in the future')),
  taskDate: () => factories.taskDate({}, shouldLieAhead('/dueAt')),
  taskUnknown: () => factories.taskUnknown({}, at('/taskId', '请选择未完成的任务', 'choose a task that is not finished')),
  ownerUnknown: () => factories.ownerUnknown({}, at('/ownerId', '请选择本项目的员工', 'choose somebody who works on this site')),
  repairUnknown: () => factories.repairUnknown({}, at('/repairRequestId', '请选择本项目的报修', 'choose a repair request of this site')),
};

/** @throws taskOver (409) saying whether it is done or cancelled */
export function assertTaskOpen({ finishedAt, cancelledAt }: { finishedAt: Date | null; cancelledAt: Date | null }): void {
  if (finishedAt) throw factories.taskOver({ how: { zh: '已完成', en: 'is done' } });
  if (cancelledAt) throw factories.taskOver({ how: { zh: '已取消', en: 'was cancelled' } });
}

/** Where a move leads. @throws complaintMoveIllegal (409) naming the legal ones */
export function stateAfter(state: ComplaintState, move: ComplaintMove): ComplaintState {
  const next = afterMove(state, move);
  if (next) return next;
  const allowed = listed(legalMoves(state).map((each) => moveNames[each]));
  throw factories.complaintMoveIllegal({ state: stateNames[state], move: moveNames[move], allowed });
}

const fieldNames: Record<BranchField, Localized> = {
  findings: { zh: '核实情况', en: 'findings' },
  decision: { zh: '判定', en: 'the decision' },
  apology: { zh: '致歉', en: 'an apology' },
  promisedAt: { zh: '承诺日期', en: 'a promised date' },
  explanation: { zh: '解释', en: 'an explanation' },
  helpGiven: { zh: '所给帮助', en: 'the help given' },
  unlawful: { zh: '是否违法', en: 'whether it is unlawful' },
  unlawfulStopped: { zh: '制止情况', en: 'how it was stopped' },
  unlawfulRecord: { zh: '违法情况记录', en: 'a record of what was unlawful' },
  authority: { zh: '报告的主管部门', en: 'the authority it was reported to' },
  reportedAt: { zh: '报告时间', en: 'when it was reported' },
  result: { zh: '处理结果', en: 'the result' },
  feedbackHow: { zh: '反馈方式', en: 'how feedback was given' },
  feedbackWords: { zh: '投诉人的话', en: 'the complainant’s words' },
  feedbackAt: { zh: '反馈时间', en: 'when feedback was given' },
  answer: { zh: '投诉人的答复', en: 'the complainant’s answer' },
};

/** Where a form asks for what the case has under another name: `features/unlawful.dto.ts`. */
const asked: Partial<Record<BranchField, string>> = {
  unlawfulStopped: 'unlawful/stopped',
  unlawfulRecord: 'unlawful/record',
  authority: 'unlawful/authority',
  reportedAt: 'unlawful/reportedAt',
};

/** @throws branchIncomplete (400) naming each field that the state needs and the case has not */
export function assertBranch(state: ComplaintState, fields: BranchFields): void {
  const missing = missingFor(state, fields);
  if (missing.length === 0) return;
  const wrong = missing.map((name): FieldError => ({ pointer: `/${asked[name] ?? name}`, message: { zh: `请填写${fieldNames[name].zh}`, en: `Please give ${fieldNames[name].en}` } }));
  throw factories.branchIncomplete({ state: stateNames[state], missing: listed(missing.map((name) => fieldNames[name])) }, { fields: wrong });
}

const promiseRefusals: Readonly<Record<Exclude<PromiseRefusal, 'not-ahead'>, Localized>> = {
  'beyond-due': { zh: '承诺日期不能晚于办结期限，如需更久请申请延期', en: 'It may not be later than the case is due; ask for an extension' },
  'beyond-hotline': { zh: '承诺日期应早于热线要求的日期', en: 'It must be earlier than the hotline’s deadline' },
};

/** What is answered to a date that cannot be promised. */
export function promiseError(refusal: PromiseRefusal): DomainError {
  if (refusal === 'not-ahead') return factories.promiseImpossible({}, shouldLieAhead('/promisedAt'));
  const { zh, en } = promiseRefusals[refusal];
  return factories.promiseImpossible({}, at('/promisedAt', zh, en));
}

/** What is answered to an extension that cannot be. */
export function extensionError(refusal: ExtensionRefusal): DomainError {
  switch (refusal) {
    case 'used':
      return factories.extensionUsed();
    case 'no-date':
      return factories.extensionOfNothing();
    case 'date-passed':
      return factories.extensionTooLate();
    case 'not-later':
      return factories.extensionDate({}, at('/until', '新日期应晚于原定日期', 'It must be later than the date as it stands'));
    case 'not-ahead':
      return factories.extensionDate({}, shouldLieAhead('/until'));
    case 'beyond-hotline':
      return factories.extensionDate({}, at('/until', '新日期应早于热线要求的日期', 'It must be earlier than the hotline’s deadline'));
  }
}

/** What is answered to somebody who cannot join. */
export function joinError(refusal: JoinRefusal, pointer: string): DomainError {
  if (refusal === 'complains') return factories.alreadyComplainant();
  return refusal === 'handles' ? factories.handlerUnfitToComplain() : complaintErrors.aboutComplainant(pointer);
}

export function listed(names: Localized[]): Localized {
  if (names.length === 0) return { zh: '没有', en: 'nothing' };
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

function at(pointer: string, zh: string, en: string): { fields: FieldError[] } {
  return { fields: [{ pointer, message: { zh, en } }] };
}
