import type { RepairClass } from '@property-office/contracts';
import { defineErrors, shouldLieAhead, type Localized } from '@property-office/kernel';
import { legalMoves, moveNames, stateNames, type RepairMove, type RepairState } from './repair-states';

const factories = defineErrors({
  repairRequestUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条报修', en: 'No such repair request' },
    detail: { zh: '这条报修不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  illegalMove: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '报修目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The request is {state} and cannot be moved by "{move}". Allowed now: {allowed}.',
    },
  },
  categoryUnknown: {
    kind: 'invalid',
    title: { zh: '没有这个报修类别', en: 'No such repair category' },
    detail: { zh: '报修类别“{category}”不存在，请从类别列表中选择。', en: 'There is no repair category "{category}".' },
  },
  locationUnknown: {
    kind: 'invalid',
    title: { zh: '没有这个地点', en: 'No such place' },
    detail: {
      zh: '找不到您选择的房屋或公共地点，请重新选择。',
      en: 'The home or public place is not known, or is not one you may report for.',
    },
  },
  onBehalfNotAllowed: {
    kind: 'forbidden',
    title: { zh: '只有客服可以代他人报修', en: 'Only the desk reports on behalf of somebody' },
  },
  externalReferenceTaken: {
    kind: 'conflict',
    title: { zh: '外部编号已登记过', en: 'The external reference is taken' },
    detail: {
      zh: '本项目已有外部编号为“{reference}”的报修，没有重复登记。',
      en: 'A repair request of this site already has the external reference "{reference}"; no second one was made.',
    },
  },
  correctionEmpty: {
    kind: 'invalid',
    title: { zh: '没有需要更正的内容', en: 'There is nothing to correct' },
    detail: { zh: '请至少修改一项与原来不同的内容。', en: 'Please change at least one thing from what it is.' },
  },
  correctionNotAllowed: {
    kind: 'forbidden',
    title: { zh: '您不能更正这一项', en: 'This is not yours to correct' },
    detail: {
      zh: '描述只能由报修人或客服更正；报修人只能更正自己的报修，不能更改报修人。',
      en: "The description is corrected by the reporter or the desk; a resident corrects their own report only, and not who reported it.",
    },
  },
  placeCodeUnknown: {
    kind: 'not-found',
    title: { zh: '二维码无效', en: 'This code is not good' },
    detail: { zh: '这个二维码不存在或已更换，请联系物业。', en: 'There is no such code, or it was replaced. Ask the office.' },
  },
  publicPlaceUnknown: { kind: 'not-found', title: { zh: '没有找到这个公共地点', en: 'No such public place' } },
  visitEnded: {
    kind: 'invalid',
    title: { zh: '扫码已过期，请重新扫码', en: 'The visit is over: scan the code again' },
  },
  contactMissing: {
    kind: 'not-found',
    title: { zh: '没有留下联系方式', en: 'No contact was left' },
  },
  plannedInThePast: {
    kind: 'invalid',
    title: { zh: '计划时间有误', en: 'The planned time is wrong' },
  },
  nothingToPlan: {
    kind: 'conflict',
    title: { zh: '当前状态不需要计划', en: 'There is nothing left to plan' },
    detail: { zh: '报修目前是“{state}”，维修已结束。', en: 'The request is {state}: its work is over.' },
  },
  urgedJustNow: {
    kind: 'too-many',
    title: { zh: '刚刚已催过', en: 'It was urged just now' },
    detail: {
      zh: '已转告负责的人，{minutes} 分钟后可以再催。',
      en: 'Whoever is responsible was told; you may urge again in {minutes} minutes.',
    },
  },
  ratingOfAnother: {
    kind: 'forbidden',
    title: { zh: '只有报修人本人可以评价', en: 'Only whoever reported it rates it' },
  },
  ratingSettled: {
    kind: 'conflict',
    title: { zh: '评价已不能更改', en: 'The rating is settled' },
    detail: {
      zh: '每一轮维修评价一次，一天内可以更改；如仍有问题，可要求返修。',
      en: 'Each episode is rated once, and a rating may be changed for a day. If something is still wrong, ask to reopen it.',
    },
  },
  mergeTargetUnknown: {
    kind: 'invalid',
    title: { zh: '没有找到要并入的报修', en: 'No such request to merge into' },
    detail: { zh: '请选择本项目另一条未完工的报修。', en: 'Please choose another open request of the same site.' },
  },
  mergeTargetOver: {
    kind: 'conflict',
    title: { zh: '另一条报修已不在处理', en: 'The other request is over' },
    detail: { zh: '报修 {number} 目前是“{state}”，只能与处理中的报修并单或撤销并单。', en: 'Request {number} is {state}; merging, and undoing it, is possible while it is open.' },
  },
  mergeTargetLessUrgent: {
    kind: 'conflict',
    title: { zh: '要并入的报修不如本单紧急', en: 'The other request is less urgent' },
    detail: {
      zh: '本单为 {own}，报修 {number} 为 {other}：并入后，对本单承诺的时限将不再计。请先更正 {number} 的类别，或把它并入本单。',
      en: 'This one is {own}, request {number} is {other}: what is promised about this one would be lost. Correct the category of {number} first, or merge it into this one.',
    },
  },
  hasDoubles: {
    kind: 'conflict',
    title: { zh: '有其他报修并入此单', en: 'Other reports are merged into it' },
    detail: { zh: '另有 {reports}并入此单，请先由客服撤销并单。', en: '{reports} merged into this one; the desk has to undo that first.' },
  },
  notMerged: {
    kind: 'conflict',
    title: { zh: '此单没有并入其他报修', en: 'It is not merged into another' },
    detail: { zh: '报修目前是“{state}”，没有可撤销的并单。', en: 'The request is {state}; there is no merge to undo.' },
  },
  reportedByYou: {
    kind: 'conflict',
    title: { zh: '这是您自己的报修', en: 'You reported this yourself' },
  },
  takeBackTooLate: {
    kind: 'conflict',
    title: { zh: '已不能撤回', en: 'It can no longer be taken back' },
    detail: {
      zh: '只能在五分钟内、且之后没有其他操作时撤回自己的上一步。',
      en: "Only one's own last act can be taken back, within five minutes and if nothing followed.",
    },
  },
});

/** How a request stands; a double by the number of the request that goes on for it. */
export interface Standing {
  state: RepairState;
  mergedIntoNumber: string | null;
}

export const ticketErrors = {
  unknown: factories.repairRequestUnknown,
  categoryUnknown: (category: string) =>
    factories.categoryUnknown({ category }, { fields: [{ pointer: '/category', message: { zh: '请从类别列表中选择', en: 'choose one of the list' } }] }),
  locationUnknown: () =>
    factories.locationUnknown({}, { fields: [{ pointer: '/location', message: { zh: '请重新选择地点', en: 'choose another place' } }] }),
  onBehalfNotAllowed: factories.onBehalfNotAllowed,
  externalReferenceTaken: (reference: string) =>
    factories.externalReferenceTaken(
      { reference },
      { fields: [{ pointer: '/externalReference', message: { zh: '这个外部编号已登记过', en: 'it is taken' } }] },
    ),
  correctionEmpty: factories.correctionEmpty,
  correctionNotAllowed: (field: string) =>
    factories.correctionNotAllowed({}, { fields: [{ pointer: `/${field}`, message: { zh: '您不能更正这一项', en: 'not yours to correct' } }] }),
  placeCodeUnknown: factories.placeCodeUnknown,
  publicPlaceUnknown: factories.publicPlaceUnknown,
  visitEnded: () => factories.visitEnded({}, { fields: [{ pointer: '/visit', message: { zh: '请重新扫码', en: 'scan the code again' } }] }),
  contactMissing: factories.contactMissing,
  plannedInThePast: () =>
    factories.plannedInThePast({}, shouldLieAhead('/plannedFor')),
  nothingToPlan: (state: RepairState) => factories.nothingToPlan({ state: stateNames[state] }),
  /** @param seconds until it may be urged again */
  urgedJustNow: (seconds: number) => factories.urgedJustNow({ minutes: Math.ceil(seconds / 60) }, { retryAfter: Math.ceil(seconds) }),
  ratingOfAnother: factories.ratingOfAnother,
  ratingSettled: factories.ratingSettled,
  mergeTargetUnknown: () =>
    factories.mergeTargetUnknown({}, { fields: [{ pointer: '/into', message: { zh: '请选择另一条报修', en: 'choose another request' } }] }),
  mergeTargetOver: (number: string, state: RepairState) => factories.mergeTargetOver({ number, state: stateNames[state] }),
  mergeTargetLessUrgent: (own: RepairClass, { number, repairClass: other }: { number: string; repairClass: RepairClass }) =>
    factories.mergeTargetLessUrgent({ own, number, other }),
  hasDoubles: (count: number) =>
    factories.hasDoubles({ reports: { zh: `${count} 条报修`, en: count === 1 ? '1 other report is' : `${count} other reports are` } }),
  notMerged: (state: RepairState) => factories.notMerged({ state: stateNames[state] }),
  reportedByYou: factories.reportedByYou,
  takeBackTooLate: factories.takeBackTooLate,
  illegalMove: ({ state, mergedIntoNumber }: Standing, move: RepairMove) => {
    const allowed = legalMoves(state).map((each) => moveNames[each]);
    const none = mergedIntoNumber === null ? { zh: '没有', en: 'nothing' } : goneInto(mergedIntoNumber);
    return factories.illegalMove({
      state: stateNames[state],
      move: moveNames[move],
      allowed: allowed.length === 0 ? none : { zh: allowed.map((name) => name.zh).join('、'), en: allowed.map((name) => name.en).join(', ') },
    });
  },
};

/** Nothing is left to do with a double, but with what it was merged into. */
function goneInto(number: string): Localized {
  return { zh: `没有；已并入 ${number}，由它办理`, en: `nothing; it was merged into ${number}, which goes on for it` };
}
