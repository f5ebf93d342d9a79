import type { FailureReason } from '@property-office/channels';
import type { Localized } from '@property-office/kernel';

/** Why a delivery failed, as the log says it. */
export const reasonTexts: Readonly<Record<FailureReason, Localized>> = {
  unreachable: { zh: '无法连接对方', en: 'The receiver cannot be reached' },
  timeout: { zh: '对方没有及时回应', en: 'The receiver did not answer in time' },
  throttled: { zh: '对方限制发送频率', en: 'The receiver takes no more for now' },
  'receiver-failed': { zh: '对方系统故障', en: 'The receiver failed' },
  'answer-unreadable': { zh: '无法读懂对方的回应', en: 'The answer of the receiver cannot be read' },
  refused: { zh: '对方拒绝接收', en: 'The receiver refused it' },
  'address-forbidden': { zh: '不允许发送到该地址', en: 'The address may not be sent to' },
  'address-missing': { zh: '没有可用的地址或号码', en: 'There is no address or number' },
  'template-missing': { zh: '没有配置对应的模板', en: 'No template is configured for it' },
  'content-failed': { zh: '无法生成内容', en: 'The content could not be made' },
  unfinished: { zh: '多次尝试都没有完成', en: 'None of its attempts came to an end' },
  'not-configured': { zh: '该渠道尚未配置', en: 'The channel is not configured' },
  'receiver-gone': { zh: '接收方已停用', en: 'The receiver is gone' },
};
