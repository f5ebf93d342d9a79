import { defineErrors } from '@property-office/kernel';
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
  takeBackTooLate: {
    kind: 'conflict',
    title: { zh: '已不能撤回', en: 'It can no longer be taken back' },
    detail: {
      zh: '只能在五分钟内、且之后没有其他操作时撤回自己的上一步。',
      en: "Only one's own last act can be taken back, within five minutes and if nothing followed.",
    },
  },
});

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
    factories.plannedInThePast({}, { fields: [{ pointer: '/plannedFor', message: { zh: '应晚于现在', en: 'it must lie ahead' } }] }),
  nothingToPlan: (state: RepairState) => factories.nothingToPlan({ state: stateNames[state] }),
  takeBackTooLate: factories.takeBackTooLate,
  illegalMove: (state: RepairState, move: RepairMove) => {
    const allowed = legalMoves(state).map((each) => moveNames[each]);
    const none = { zh: '没有', en: 'nothing' };
    return factories.illegalMove({
      state: stateNames[state],
      move: moveNames[move],
      allowed: allowed.length === 0 ? none : { zh: allowed.map((name) => name.zh).join('、'), en: allowed.map((name) => name.en).join(', ') },
    });
  },
};
