import type { ConversionKind } from '@property-office/contracts';
import { defineErrors, type Localized } from '@property-office/kernel';

const factories = defineErrors({
  contactUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条来电来访', en: 'No such contact' },
    detail: { zh: '这条来电来访不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  contactMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '来电来访目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The contact is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  notTheOwner: {
    kind: 'forbidden',
    title: { zh: '这条来电来访不由您负责', en: 'This contact is not in your hands' },
    detail: {
      zh: '只有首问责任人（或接手的同事）可以答复、指引、转办或移交；移交只能由被移交的同事接手或退回。',
      en: 'Only its owner answers, guides, converts or hands it over; only the colleague it is offered to accepts or returns it.',
    },
  },
  colleagueUnknown: {
    kind: 'invalid',
    title: { zh: '不能移交给此人', en: 'It cannot go to this person' },
    detail: { zh: '请选择本项目在职的另一位同事。', en: 'Please choose another person who works on this site today.' },
  },
  callerUnknown: {
    kind: 'invalid',
    title: { zh: '没有这位住户', en: 'No such person' },
    detail: { zh: '本项目没有登记此人，请重新选择或按陌生来电登记。', en: 'Nobody of this site has this id; choose again or record a stranger.' },
  },
  contactPlaceUnknown: {
    kind: 'invalid',
    title: { zh: '没有这个地点', en: 'No such place' },
    detail: { zh: '本项目没有这套房屋或这个公共地点，请重新选择。', en: 'The site has no such home or public place; choose another.' },
  },
  standardAnswerUnknown: {
    kind: 'invalid',
    title: { zh: '没有这条标准答复', en: 'No such standard answer' },
    detail: { zh: '本项目没有这条标准答复的这个版本。', en: 'The site has no standard answer of this id and version.' },
  },
  wordsMissing: {
    kind: 'invalid',
    title: { zh: '请填写来电人原话', en: "The caller's own words are missing" },
    detail: {
      zh: '只有附了截图的聊天消息可以不写原话，其他来电来访请记下对方的原话。',
      en: 'Only a message with a screenshot attached may do without; of everything else the words of the caller are written down.',
    },
  },
  callerNotTold: {
    kind: 'invalid',
    title: { zh: '请先告知来电人', en: 'The caller has to be told' },
    detail: { zh: '指引到别处时，必须已经告诉来电人去哪里办理。', en: 'A contact is guided elsewhere only when the caller was told where.' },
  },
  conversionIncomplete: {
    kind: 'invalid',
    title: { zh: '转办内容不完整', en: 'The conversion lacks something' },
  },
  conversionOfAnotherKind: {
    kind: 'invalid',
    title: { zh: '填写了其他转办类型的内容', en: 'Something belongs to another kind' },
    detail: { zh: '请只填写所选转办类型的内容。', en: 'Say only what belongs to the kind it becomes.' },
  },
  convertedOtherwise: {
    kind: 'conflict',
    title: { zh: '已按其他内容转办', en: 'It was converted as something else' },
    detail: {
      zh: '这条来电来访已转为{kind}，内容与这次填写的不同；请到该{kind}中更改。',
      en: 'The contact became a {kind}, and not with what is said now: change it there.',
    },
  },
  aboutOfJoined: {
    kind: 'invalid',
    title: { zh: '并入的投诉已写明被投诉人', en: 'The complaint that is joined says whom it is about' },
  },
  notOfTheStaff: {
    kind: 'invalid',
    title: { zh: '没有这位工作人员', en: 'No such member of the staff' },
    detail: { zh: '被投诉人应为本项目的工作人员。', en: 'A complaint is about somebody who works on this site.' },
  },
  causeUnknown: {
    kind: 'invalid',
    title: { zh: '没有这个事由', en: 'There is no such cause' },
    detail: { zh: '请选择本项目的一条标准答复作为事由。', en: 'Name a standard answer of this site.' },
  },
  causeBesideAnswer: {
    kind: 'invalid',
    title: { zh: '已选标准答复，不需再填事由', en: 'The standard answer is the cause' },
    detail: { zh: '事由只用于自行答复。', en: 'A cause is named of an answer in own words only.' },
  },
  answerMissing: {
    kind: 'invalid',
    title: { zh: '请填写答复', en: 'Say what was answered' },
    detail: { zh: '请填写答复内容，或选用一条标准答复。', en: 'Write an answer, or choose a standard one.' },
  },
  standardAnswerMissing: {
    kind: 'not-found',
    title: { zh: '没有找到这条标准答复', en: 'There is no such standard answer' },
    detail: { zh: '它不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  standardAnswerRetired: {
    kind: 'conflict',
    title: { zh: '这条标准答复已停用', en: 'The standard answer is retired' },
  },
  phoneNoteUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这张电话转告单', en: 'No such phone note' },
    detail: { zh: '它不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  phoneNoteMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '电话转告单目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The phone note is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  notYourNote: {
    kind: 'forbidden',
    title: { zh: '这张转告单不由您处理', en: 'This note is not yours to answer' },
    detail: {
      zh: '只有转告对象可以确认或退回，只有登记人可以改转他人。',
      en: 'Whom it is for acknowledges or returns it; whoever left it readdresses it.',
    },
  },
  callerUnsaid: {
    kind: 'invalid',
    title: { zh: '请填写来电人', en: 'Say who rang' },
    detail: { zh: '请填写来电人的姓名或电话；对方不愿留下的，请注明匿名。', en: 'Give the name or the number of who rang; where they wanted to leave neither, say that they stayed anonymous.' },
  },
  callerNotAnonymous: {
    kind: 'invalid',
    title: { zh: '已留姓名或电话的不是匿名来电', en: 'Who left a name or a number is not anonymous' },
  },
  visitorUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这位访客', en: 'No such visitor' },
    detail: { zh: '访客不存在，或者不在您的权限范围内。', en: 'There is none, or none of yours to see.' },
  },
  visitorMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '访客目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The visitor is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  hostUnknown: {
    kind: 'invalid',
    title: { zh: '被访人有误', en: 'The host is wrong' },
    detail: {
      zh: '住户访客须选择住在该房屋的人，物业访客须选择本项目的工作人员；住户只能登记自己的访客。',
      en: 'The host of a guest lives in the home, the host of an office guest works on the site; residents announce guests of their own.',
    },
  },
  notTheHost: {
    kind: 'forbidden',
    title: { zh: '请先征求被访人', en: 'The host has to be asked' },
    detail: { zh: '只有被访人可以确认或谢绝；客服代为登记时，须已经征求被访人。', en: 'The host confirms or declines; the desk enters it only after asking them.' },
  },
  visitWindowImpossible: {
    kind: 'invalid',
    title: { zh: '来访时间有误', en: 'The time of the visit is wrong' },
  },
  identityCardRefused: {
    kind: 'invalid',
    title: { zh: '请勿填写身份证号', en: 'No identity card number, please' },
    detail: { zh: '访客登记不收集身份证号，请删除后再提交。', en: 'Identity card numbers are not kept; remove it and send again.' },
  },
  passUnknown: {
    kind: 'not-found',
    title: { zh: '通行码无效', en: 'The pass is not valid' },
    detail: { zh: '没有这个通行码，或者它已失效。', en: 'There is no such pass, or it is void by now.' },
  },
  enquiryUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条咨询', en: 'No such enquiry' },
    detail: { zh: '它不存在，或者不是您写的。', en: 'It does not exist, or it is not yours.' },
  },
  homeNotYours: {
    kind: 'invalid',
    title: { zh: '请选择您的房屋', en: 'Choose a home of yours' },
    detail: { zh: '在线咨询须针对您居住或拥有的房屋所在的项目。', en: 'You write to the desk of a site where you have a home.' },
  },
  nobodyAtTheDesk: {
    kind: 'conflict',
    title: { zh: '本项目暂无客服', en: 'The site has no desk' },
    detail: { zh: '本项目目前没有任何客服或负责人，请致电公司。', en: 'Nobody holds the desk of this site or answers for it today; please call the company.' },
  },
  callerUnnamed: {
    kind: 'invalid',
    title: { zh: '请说明是谁来电', en: 'Say who rings' },
    detail: { zh: '请提供来电号码、住户或房屋之一。', en: 'Give a number, a person or a home.' },
  },
  residentOrHomeUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这位住户或这套房屋', en: 'No such resident or home' },
    detail: { zh: '本项目没有登记此人或这套房屋。', en: 'Nobody and no home of this site has this id.' },
  },
  outsideTheWindow: {
    kind: 'conflict',
    title: { zh: '不在来访时间内', en: 'Outside the time of the visit' },
    detail: { zh: '访客只能在登记的时间内进入。', en: 'A visitor comes in within the window that was announced.' },
  },
  hostMovedOut: {
    kind: 'conflict',
    title: { zh: '接待人已不住在该房屋', en: 'The host lives there no more' },
    detail: { zh: '请取消该来访，或由现住户另行登记。', en: 'Cancel the visit, or let whoever lives there announce it.' },
  },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

const conversionNames: Record<ConversionKind, Localized> = {
  'repair-request': { zh: '报修', en: 'repair request' },
  complaint: { zh: '投诉', en: 'complaint' },
  suggestion: { zh: '建议', en: 'suggestion' },
  visitor: { zh: '访客', en: 'visitor' },
};

const none = { zh: '没有', en: 'nothing' };
const listed = (names: readonly Localized[]): Localized =>
  names.length === 0 ? none : { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };

export const receptionErrors = {
  contactUnknown: factories.contactUnknown,
  contactMoveIllegal: (state: Localized, move: Localized, legal: readonly Localized[]) =>
    factories.contactMoveIllegal({ state, move, allowed: listed(legal) }),
  notTheOwner: factories.notTheOwner,
  colleagueUnknown: () => factories.colleagueUnknown({}, at('/toPersonId', '请选择另一位在职同事', 'choose another colleague')),
  callerUnknown: () => factories.callerUnknown({}, at('/caller/personId', '请重新选择', 'choose again')),
  placeUnknown: (pointer: string) => factories.contactPlaceUnknown({}, at(pointer, '请重新选择地点', 'choose another place')),
  standardAnswerUnknown: () => factories.standardAnswerUnknown({}, at('/standardAnswer', '请重新选择', 'choose again')),
  standardAnswerMissing: factories.standardAnswerMissing,
  standardAnswerRetired: factories.standardAnswerRetired,
  causeUnknown: () => factories.causeUnknown({}, at('/causeId', '请重新选择', 'choose again')),
  causeBesideAnswer: () => factories.causeBesideAnswer({}, at('/causeId', '请不要填写', 'leave it out')),
  answerMissing: () => factories.answerMissing({}, at('/answer', '请填写答复', 'say what was answered')),
  wordsMissing: () => factories.wordsMissing({}, at('/ownWords', '请填写原话，或附上聊天截图', 'write them down, or attach the screenshot of a message')),
  callerNotTold: () => factories.callerNotTold({}, at('/callerTold', '请先告知来电人', 'tell the caller first')),
  conversionIncomplete: (pointer: string, zh: string, en: string) => factories.conversionIncomplete({}, at(pointer, zh, en)),
  conversionOfAnotherKind: (fields: readonly string[]) =>
    factories.conversionOfAnotherKind({}, { fields: fields.flatMap((each) => at(`/${each}`, '请不要填写', 'leave it out').fields) }),
  convertedOtherwise: (kind: ConversionKind) => factories.convertedOtherwise({ kind: conversionNames[kind] }),
  aboutOfJoined: () => factories.aboutOfJoined({}, at('/complaint/joins', '被投诉人请在该投诉中更正', 'correct in that complaint whom it is about')),
  notOfTheStaff: () => factories.notOfTheStaff({}, at('/complaint/aboutPersonId', '请重新选择', 'choose again')),
  phoneNoteUnknown: factories.phoneNoteUnknown,
  phoneNoteMoveIllegal: (state: Localized, move: Localized, legal: readonly Localized[]) =>
    factories.phoneNoteMoveIllegal({ state, move, allowed: listed(legal) }),
  notYourNote: factories.notYourNote,
  callerUnsaid: () => factories.callerUnsaid({}, at('/caller', '请填写姓名或电话，或注明匿名', 'give a name or a number, or say that they stayed anonymous')),
  callerNotAnonymous: () => factories.callerNotAnonymous({}, at('/caller/anonymous', '请不要勾选', 'leave it out')),
  visitorUnknown: factories.visitorUnknown,
  visitorMoveIllegal: (state: Localized, move: Localized, legal: readonly Localized[]) =>
    factories.visitorMoveIllegal({ state, move, allowed: listed(legal) }),
  hostUnknown: (pointer: string) => factories.hostUnknown({}, at(pointer, '请重新选择', 'choose again')),
  notTheHost: factories.notTheHost,
  visitWindowImpossible: (pointer: string, zh: string, en: string) => factories.visitWindowImpossible({}, at(pointer, zh, en)),
  identityCardRefused: (pointer: string) => factories.identityCardRefused({}, at(pointer, '请删除身份证号', 'remove the number')),
  passUnknown: factories.passUnknown,
  outsideTheWindow: factories.outsideTheWindow,
  hostMovedOut: factories.hostMovedOut,
  enquiryUnknown: factories.enquiryUnknown,
  homeNotYours: () => factories.homeNotYours({}, at('/homeId', '请选择您的房屋', 'choose a home of yours')),
  nobodyAtTheDesk: factories.nobodyAtTheDesk,
  residentOrHomeUnknown: factories.residentOrHomeUnknown,
  callerUnnamed: () => factories.callerUnnamed({}, at('?phone', '请提供其中一项', 'give one of them')),
};
