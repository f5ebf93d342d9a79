import { defineErrors } from '@property-office/kernel';

export const trackingErrors = defineErrors({
  timelineUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条进度', en: 'No such timeline' },
    detail: { zh: '这条记录不存在，或者不在您的权限范围内。', en: 'What it is about does not exist or is not yours to see.' },
  },
  caseTimelineUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条进度', en: 'No such timeline' },
    detail: { zh: '这条投诉、建议或改进措施不存在，或者不在您的权限范围内。', en: 'The complaint, suggestion or measure does not exist or is not yours to see.' },
  },
  periodImpossible: {
    kind: 'invalid',
    title: { zh: '统计时段有误', en: 'The period is wrong' },
    detail: { zh: '结束时间应晚于开始时间，且最长为一年。', en: 'It must end after it begins, and be a year at most.' },
  },
  tooManyStreams: {
    kind: 'too-many',
    title: { zh: '打开的窗口太多', en: 'Too many open streams' },
    detail: { zh: '请先关闭其他页面，再打开实时动态。', en: 'Close other windows that show the live stream first.' },
  },
  lastEventIdInvalid: {
    kind: 'invalid',
    title: { zh: '续传位置有误', en: 'Last-Event-ID is wrong' },
    detail: { zh: '请去掉 Last-Event-ID，从现在开始接收。', en: 'It is not one of ours; leave it out to begin now.' },
  },
});
