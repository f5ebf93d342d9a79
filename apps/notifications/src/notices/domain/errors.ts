import { defineErrors, shouldLieAhead, type FieldError } from '@property-office/kernel';
import { afterMove, legalMoves, moveNames, stateNames, type NoticeMove, type NoticeState } from './notice-states';
import { taskStateNames, type NoticeTaskState } from './notice-task-states';

const factories = defineErrors({
  noticeUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条公告', en: 'No such notice' },
    detail: { zh: '这条公告不存在，或者不是发给您的。', en: 'It does not exist, or is not addressed to you.' },
  },
  noticeMoveIllegal: {
    kind: 'conflict',
    title: { zh: '公告当前状态不允许这样操作', en: 'The state of the notice does not allow this' },
    detail: {
      zh: '公告目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The notice is {state} and cannot be moved by "{move}". Allowed now: {allowed}.',
    },
  },
  approvalNeedsAnother: {
    kind: 'forbidden',
    title: { zh: '不能审核自己写的公告', en: 'Nobody approves what they wrote themselves' },
    detail: { zh: '请由没有参与起草和送审的人审核。', en: 'Somebody who neither wrote nor submitted it has to approve it.' },
  },
  noticeSlipUnknown: {
    kind: 'invalid',
    title: { zh: '没有这张入户通知单', en: 'There is no such slip' },
    detail: { zh: '请只登记打印清单中的房屋。', en: 'Record homes of the print list only.' },
  },
  noticeSlipNotLeft: {
    kind: 'invalid',
    title: { zh: '这张通知单没有登记送达', en: 'The slip was not marked as left' },
    detail: { zh: '只能更正已登记送达的房屋。', en: 'Only homes whose slip was recorded as left are corrected.' },
  },
  noticeSlipsUnnamed: {
    kind: 'invalid',
    title: { zh: '请说明送达了哪些入户通知单', en: 'Say which slips were left' },
    detail: { zh: '请列出房屋（homeIds），或者写明全部送达（all: true），二者选一。', en: 'List the homes (homeIds), or say that it is all of them (all: true): one of the two.' },
  },
  noticeTextChanged: {
    kind: 'conflict',
    title: { zh: '公告内容已有变化', en: 'The text is not the one you read' },
    detail: { zh: '您看到的内容与现在送审的不同，请重新打开后再审核。', en: 'What was submitted differs from what you read: open it again before you approve it.' },
  },
  noticeAltered: {
    kind: 'conflict',
    title: { zh: '公告内容与审核通过的不一致', en: 'The notice is not the one that was approved' },
    detail: { zh: '内容与审核时的校验值不符，不能发布，请联系系统运维。', en: 'It differs from the hash it was approved under and cannot be released; tell the operator.' },
  },
  noticeOutOfDate: {
    kind: 'conflict',
    title: { zh: '公告已过有效期', en: 'The notice is past its validity' },
    detail: { zh: '有效期已过，不能再发布，请撤回后另拟一份。', en: 'It can no longer be released: withdraw it and write another.' },
  },
  correctionUnderWay: {
    kind: 'conflict',
    title: { zh: '已有更正版本在处理中', en: 'A correction is under way already' },
  },
  audienceUnknown: {
    kind: 'invalid',
    title: { zh: '发布对象有误', en: 'The audience is wrong' },
    detail: { zh: '发布对象必须是本项目的楼栋、单元、房屋或岗位。', en: 'It has to be buildings, entrances, homes or roles of the site.' },
  },
  channelNotDesignated: {
    kind: 'invalid',
    title: { zh: '不是指定渠道', en: 'Not a designated channel' },
    detail: { zh: '本项目此类公告的指定渠道：{channels}。', en: 'Designated for this kind on this site: {channels}.' },
  },
  boardNotChosen: {
    kind: 'invalid',
    title: { zh: '公开展示需要选择公告栏', en: 'To be public it has to go to the board' },
  },
  noticeTimeWrong: {
    kind: 'invalid',
    title: { zh: '时间有误', en: 'The time is wrong' },
  },
  noticeNotAsked: {
    kind: 'conflict',
    title: { zh: '这条公告不需要确认', en: 'The notice asks for no acknowledgement' },
  },
  remindedToday: {
    kind: 'conflict',
    title: { zh: '一天内已提醒过', en: 'They were reminded within a day' },
    detail: { zh: '同一公告每 24 小时最多提醒一次。', en: 'A notice reminds at most once in 24 hours.' },
  },
  noticeTaskUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这个张贴任务', en: 'No such posting task' },
  },
  noticeTaskNotOpen: {
    kind: 'conflict',
    title: { zh: '张贴任务已经结束', en: 'The posting task is over' },
    detail: { zh: '任务目前是“{state}”，不能再完成或免除。现在可以：没有。', en: 'The task is {state} and cannot be finished or spared. Allowed now: nothing.' },
  },
  noticeTaskNotSpared: {
    kind: 'conflict',
    title: { zh: '原文已在此发布', en: 'The old notice was out there' },
    detail: { zh: '已有凭证表明原文在此发布过，请说明撤回或更正后上传截图或照片。', en: 'A picture shows it: say that it no longer holds, or take it down, and upload a picture of that.' },
  },
  proofMissing: {
    kind: 'invalid',
    title: { zh: '请上传截图或照片', en: 'A screenshot or photo is needed' },
  },
  postersMissing: {
    kind: 'invalid',
    title: { zh: '群和公告栏须指定张贴人', en: 'A group or board needs a named poster' },
    detail: { zh: '选择业主群或纸质公告栏渠道时，请列出群或公告栏及其张贴人；未选择时不要填写。', en: 'List the groups or boards and their posters exactly where the channel is chosen.' },
  },
  posterUnknown: {
    kind: 'invalid',
    title: { zh: '张贴人有误', en: 'The poster is wrong' },
  },
  nightLaneClosed: {
    kind: 'conflict',
    title: { zh: '夜间通道未开放', en: 'The night lane is closed' },
    detail: { zh: '客服当日开门至下班（含午间）请按正常流程起草和审核。', en: 'From the opening of the desk until it closes, midday included, a notice is written and approved as always.' },
  },
  templateUnknown: {
    kind: 'invalid',
    title: { zh: '没有这个模板', en: 'No such template' },
  },
  noReviewOpen: {
    kind: 'conflict',
    title: { zh: '没有待复核的内容', en: 'There is nothing to review' },
    detail: { zh: '只有夜间发布、尚未复核的公告需要复核。', en: 'Only a notice of the night lane is reviewed, and once.' },
  },
  reviewNeedsAnother: {
    kind: 'forbidden',
    title: { zh: '不能复核自己发布的公告', en: 'Nobody reviews what they released themselves' },
  },
  objectionNeedsRemarks: {
    kind: 'invalid',
    title: { zh: '请说明异议', en: 'Please say what you object to' },
  },
  approvalLinkUnknown: {
    kind: 'not-found',
    title: { zh: '没有这个审核链接', en: 'No such link' },
  },
  approvalLinkOfAnother: {
    kind: 'forbidden',
    title: { zh: '这个链接是给其他人的', en: 'This link is for somebody else' },
    detail: {
      zh: '您已登录，且参与了起草、送审或出具了这个链接，不能由您（或您的代理人）审核。链接仍然有效，请交给指定的审核人。',
      en: 'You are signed in, and you or whom you stand in for wrote or submitted the notice or issued the link. It stays open: pass it to whom it names.',
    },
  },
  approvalLinkNotYours: {
    kind: 'forbidden',
    title: { zh: '只有送审人或主任可以出具或收回审核链接', en: 'Only who submitted it, or the director, issues and revokes links' },
  },
  approvalLinkOver: {
    kind: 'conflict',
    title: { zh: '链接已失效', en: 'The link is good no more' },
    detail: { zh: '链接已使用、已收回、已过期，或者已不需要审核。没有任何改动。', en: 'It was used, revoked or has expired, or nothing waits for it any more. Nothing was changed.' },
  },
  approverAddressWrong: {
    kind: 'invalid',
    title: { zh: '审核人联系方式有误', en: 'The address of the approver is wrong' },
  },
  boardUnknown: {
    kind: 'not-found',
    title: { zh: '没有这个公告栏', en: 'No such board' },
  },
});

const at = (pointer: string, zh: string, en: string): { fields: FieldError[] } => ({ fields: [{ pointer, message: { zh, en } }] });

export const noticeErrors = {
  unknown: factories.noticeUnknown,
  approvalNeedsAnother: factories.approvalNeedsAnother,
  slipUnknown: (index: number) => factories.noticeSlipUnknown({}, at(`/homeIds/${index}`, '该房屋没有入户通知单', 'there is no slip for this home')),
  slipNotLeft: (index: number) => factories.noticeSlipNotLeft({}, at(`/homeIds/${index}`, '该房屋未登记送达', 'its slip was never recorded as left')),
  slipsUnnamed: () => factories.noticeSlipsUnnamed({}, at('/homeIds', '请选择房屋，或写明全部', 'choose homes, or say that it is all')),
  textChanged: factories.noticeTextChanged,
  altered: factories.noticeAltered,
  outOfDate: factories.noticeOutOfDate,
  correctionUnderWay: factories.correctionUnderWay,
  notAsked: factories.noticeNotAsked,
  remindedToday: factories.remindedToday,
  audienceUnknown: (index: number) => factories.audienceUnknown({}, at(`/audience/${index}`, '请重新选择发布对象', 'choose another audience')),
  channelNotDesignated: (index: number, channels: readonly string[]) =>
    factories.channelNotDesignated({ channels: channels.join(', ') }, at(`/channels/${index}`, '请选择指定渠道', 'choose a designated channel')),
  boardNotChosen: () => factories.boardNotChosen({}, at('/onPublicBoard', '请同时选择公告栏渠道', 'choose the portal board as well')),
  taskUnknown: factories.noticeTaskUnknown,
  taskNotOpen: (state: NoticeTaskState) => factories.noticeTaskNotOpen({ state: taskStateNames[state] }),
  taskNotSpared: factories.noticeTaskNotSpared,
  proofIsNoPicture: (index: number) => factories.proofMissing({}, at(`/attachmentIds/${index}`, '请上传图片，文档不能说明已张贴', 'upload a picture: a document does not show it')),
  proofMissing: () => factories.proofMissing({}, at('/attachmentIds', '请上传截图或照片', 'upload a screenshot or photo')),
  postersMissing: (list: string) => factories.postersMissing({}, at(`/${list}`, '请列出群或公告栏及张贴人', 'list the groups or boards and their posters')),
  posterUnknown: (pointer: string) => factories.posterUnknown({}, at(pointer, '请选择本项目的工作人员', 'choose somebody of the staff of the site')),
  placeTwice: (pointer: string) => factories.postersMissing({}, at(pointer, '名称重复', 'the name is there twice')),
  nightLaneClosed: factories.nightLaneClosed,
  templateUnknown: () => factories.templateUnknown({}, at('/template', '请选择夜间模板', 'choose a template of the night')),
  placeUnknown: () => factories.audienceUnknown({}, at('/placeId', '请重新选择地点', 'choose another place')),
  endBeforeStart: () => factories.noticeTimeWrong({}, at('/until', '结束时间必须晚于开始时间和现在，且在五年之内', 'The end has to be after its start and lie ahead, by five years at most')),
  noReviewOpen: factories.noReviewOpen,
  reviewNeedsAnother: factories.reviewNeedsAnother,
  objectionNeedsRemarks: () => factories.objectionNeedsRemarks({}, at('/remarks', '请说明异议', 'say what you object to')),
  linkUnknown: factories.approvalLinkUnknown,
  linkNotYours: factories.approvalLinkNotYours,
  linkOfAnother: factories.approvalLinkOfAnother,
  linkOver: factories.approvalLinkOver,
  addressMissing: (field: 'phone' | 'email') => factories.approverAddressWrong({}, at(`/${field}`, '请填写审核人的手机号或邮箱', 'give a telephone or e-mail of the approver')),
  addressOfAuthor: (field: 'phone' | 'email') => factories.approverAddressWrong({}, at(`/${field}`, '不能是起草人、送审人或您自己的手机号或邮箱', 'it is that of somebody who wrote or submitted it, or your own')),
  boardUnknown: factories.boardUnknown,
  releaseNotAhead: () => factories.noticeTimeWrong({}, shouldLieAhead('/releaseAt')),
  releaseAfterValidity: () => factories.noticeTimeWrong({}, at('/releaseAt', '发布时间必须早于有效期', 'The release has to be before the end of its validity')),
  periodImpossible: () => factories.noticeTimeWrong({}, at('/to', '结束时间应晚于开始时间，且最长为一年', 'The end of the period has to be after its start, by a year at most')),
  validityNotAhead: () => factories.noticeTimeWrong({}, shouldLieAhead('/validUntil')),
};

/** Where a move leads. @throws noticeMoveIllegal (409) naming the legal ones */
export function stateAfter(state: NoticeState, move: NoticeMove): NoticeState {
  const next = afterMove(state, move);
  if (next) return next;
  const allowed = legalMoves(state).map((each) => moveNames[each]);
  throw factories.noticeMoveIllegal({
    state: stateNames[state],
    move: moveNames[move],
    allowed:
      allowed.length === 0
        ? { zh: '没有', en: 'nothing' }
        : { zh: allowed.map(({ zh }) => zh).join('、'), en: allowed.map(({ en }) => en).join(', ') },
  });
}
