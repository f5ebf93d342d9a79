import { defineErrors, type Localized } from '@property-office/kernel';
import { legalMoves, moveNames, stateNames, type WorkOrderMove, type WorkOrderState } from './work-order-states';

const factories = defineErrors({
  workOrderUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这张派工单', en: 'No such work order' },
    detail: { zh: '这张派工单不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  illegalMove: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '派工单目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The work order is {state} and cannot be moved by "{move}". Allowed now: {allowed}.',
    },
  },
  somebodyElses: {
    kind: 'forbidden',
    title: { zh: '这张派工单由其他人负责', en: "This work order is somebody else's" },
    detail: {
      zh: '派工单已指派给另一位维修工，只能由其本人或班组长操作。',
      en: 'It was given to another technician: that technician or the crew lead can do this.',
    },
  },
  doorContactMissing: {
    kind: 'not-found',
    title: { zh: '没有登记代联系人', en: 'Nobody is called instead' },
    detail: { zh: '没有登记代联系人，或派工单已完工。', en: 'Nobody is named, or the order is over.' },
  },
  crewUnknown: { kind: 'invalid', title: { zh: '没有这个班组', en: 'No such crew' } },
  technicianUnknown: { kind: 'invalid', title: { zh: '没有这位维修工', en: 'No such technician' } },
  nobodyNamed: { kind: 'invalid', title: { zh: '请选择班组或维修工', en: 'Name a crew or a technician' } },
  alreadyTheirs: {
    kind: 'conflict',
    title: { zh: '派工单已经由该维修工负责', en: 'The work order is that technician’s already' },
  },
  helperUnknown: { kind: 'invalid', title: { zh: '协作人员有误', en: 'The helpers are wrong' } },
  reviewTimeWrong: { kind: 'invalid', title: { zh: '复查时间有误', en: 'The time of review is wrong' } },
});

export const dispatchErrors = {
  unknown: factories.workOrderUnknown,
  doorContactMissing: factories.doorContactMissing,
  somebodyElses: factories.somebodyElses,
  alreadyTheirs: factories.alreadyTheirs,
  crewUnknown: () =>
    factories.crewUnknown({}, field('/crewId', { zh: '请选择本项目的班组', en: 'choose a crew of this site' })),
  technicianUnknown: () =>
    factories.technicianUnknown({}, field('/technicianId', { zh: '请选择今天在班组内的维修工', en: 'choose somebody who belongs to the crew today' })),
  nobodyNamed: () => factories.nobodyNamed({}, field('/crewId', { zh: '请选择班组或维修工', en: 'name a crew or a technician' })),
  helperUnknown: () =>
    factories.helperUnknown({}, field('/helperIds', { zh: '协作人员应是本项目班组的其他成员', en: 'helpers are other members of crews of this site' })),
  reviewTimeWrong: () =>
    factories.reviewTimeWrong({}, field('/reviewAt', { zh: '复查时间应在 30 天内', en: 'choose a time within the next 30 days' })),
  illegalMove: (state: WorkOrderState, move: WorkOrderMove) => {
    const allowed = legalMoves(state).map((each) => moveNames[each]);
    const none = { zh: '没有', en: 'nothing' };
    return factories.illegalMove({
      state: stateNames[state],
      move: moveNames[move],
      allowed: allowed.length === 0 ? none : { zh: allowed.map((name) => name.zh).join('、'), en: allowed.map((name) => name.en).join(', ') },
    });
  },
};

function field(pointer: string, message: Localized) {
  return { fields: [{ pointer, message }] };
}
