import { defineErrors } from '@property-office/kernel';
import { stateNames, type ComplaintState } from './complaint-states';

const factories = defineErrors({
  answerOfAnother: {
    kind: 'forbidden',
    title: { zh: '只能代表本人答复', en: 'Everybody answers for themselves' },
    detail: { zh: '投诉人各自答复，不能代他人答复。', en: 'None of several complainants answers for another.' },
  },
  complainantUnknown: { kind: 'invalid', title: { zh: '没有这位投诉人', en: 'No such complainant' } },
  answerOfWhom: { kind: 'invalid', title: { zh: '请写明是谁的答复', en: 'Say whose answer it is' } },
  answerWayMissing: { kind: 'invalid', title: { zh: '请写明以何种方式答复', en: 'Say how they answered' } },
  alreadyAnswered: { kind: 'conflict', title: { zh: '此人已这样答复', en: 'They have said so already' } },
  mergedComplaintUnknown: { kind: 'invalid', title: { zh: '没有可以并入的投诉', en: 'No such complaint to merge into' } },
  mergedComplaintOver: {
    kind: 'conflict',
    title: { zh: '要并入的投诉已结束', en: 'The complaint to merge into is over' },
    detail: { zh: '{number} 目前是“{state}”，不能再并入。', en: '{number} is {state}: nothing is merged into it any more.' },
  },
  mergeDisputed: {
    kind: 'conflict',
    title: { zh: '有过异议的投诉不能并入', en: 'A disputed complaint is not merged' },
    detail: { zh: '它已升级并由新的处理人办理；请把另一条并入它。', en: 'It has gone one level up, to somebody new; merge the other one into it.' },
  },
  mergeHandlerAbout: {
    kind: 'conflict',
    title: { zh: '处理人在另一条投诉中须回避', en: 'Who handles one of them may not see the other' },
    detail: { zh: '其中一条的处理人正是另一条的被投诉人或其班组成员，请先更换处理人。', en: 'Whoever handles one of them is complained about in the other, or of that crew: assign somebody else first.' },
  },
  mergeComplainantAbout: {
    kind: 'conflict',
    title: { zh: '投诉人在另一条投诉中是被投诉人', en: 'Who complains in one of them is complained about in the other' },
    detail: { zh: '两条投诉须分别办理。', en: 'The two go on by themselves.' },
  },
  aboutOwn: {
    kind: 'forbidden',
    title: { zh: '被投诉人由他人确定', en: 'Somebody else settles whom it is about' },
    detail: {
      zh: '处理过这条投诉的人、所指明的人及其班组成员，都不能确定投诉人所说的是谁。',
      en: 'Neither who handles it or has, nor who is named by it or is of that crew, settles whom the complainant means.',
    },
  },
  aboutSettledByOwn: {
    kind: 'forbidden',
    title: { zh: '这条投诉由他人判定', en: 'Somebody else decides this complaint' },
    detail: {
      zh: '登记“投诉人所说的不是我方人员”的人，不能同时作出判定，请更换处理人。',
      en: 'Whoever recorded that it is nobody of ours whom the complainant means does not decide it, too: assign somebody else.',
    },
  },
  complaintNotMerged: {
    kind: 'conflict',
    title: { zh: '此投诉没有并入其他投诉', en: 'It is not merged into another complaint' },
    detail: { zh: '投诉目前是“{state}”，没有可撤回的并案。', en: 'The complaint is {state}; there is no merge to take back.' },
  },
  mergeStands: {
    kind: 'conflict',
    title: { zh: '这次并案不能撤回', en: 'This merge cannot be taken back' },
    detail: {
      zh: '并案只能由并案人本人在五分钟内撤回，且其后两条投诉均未再办理，也未把并案告知没有账户的投诉人。不属同一事项的，请为其投诉人另行登记一条投诉，由其单独办理。',
      en: 'Whoever merged it can take that back within five minutes, if nothing was done in either complaint since and nobody without an account was told of it. What is another matter please record as a new complaint of those who complain of it: that goes on by itself.',
    },
  },
  aboutOpen: {
    kind: 'conflict',
    title: { zh: '还没有确定被投诉人', en: 'It is not settled whom it is about' },
    detail: {
      zh: '投诉人写明了被投诉人是谁，请先查明并登记，或写明为何不是我方人员。',
      en: 'The complainant said in words whom it is about: say who that is, or why it is nobody of ours.',
    },
  },
});

/** Of several complainants: whose answer it is, and which complaint goes on for them. */
export const groupErrors = {
  ...factories,
  complainantUnknown: (pointer = '/complainantId') => factories.complainantUnknown({}, at(pointer, '请选择这条投诉的投诉人', 'choose a complainant of this complaint')),
  answerOfWhom: () => factories.answerOfWhom({}, at('/complainantId', '有多位投诉人，请选择其中一位', 'several complain: choose one of them')),
  answerWayMissing: () => factories.answerWayMissing({}, at('/how', '请写明以何种方式答复', 'say how they answered')),
  mergedComplaintUnknown: () => factories.mergedComplaintUnknown({}, at('/into', '请选择本项目未结案的另一条投诉', 'choose another complaint of this site that is open')),
  mergedComplaintOver: (number: string, state: ComplaintState) => factories.mergedComplaintOver({ number, state: stateNames[state] }),
  complaintNotMerged: (state: ComplaintState) => factories.complaintNotMerged({ state: stateNames[state] }),
};

function at(pointer: string, zh: string, en: string) {
  return { fields: [{ pointer, message: { zh, en } }] };
}
