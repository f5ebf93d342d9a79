import { defineErrors } from '@property-office/kernel';

export const notificationErrors = defineErrors({
  notificationUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条通知', en: 'No such notification' },
  },
  escalationUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条升级事项', en: 'No such escalation' },
    detail: { zh: '它不存在，或者不是升级给您的。', en: 'It does not exist, or was not escalated to you.' },
  },
  escalationAnswered: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '该事项目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'It is {state} and cannot be moved by "{move}". Allowed now: {allowed}.',
    },
  },
  emailInvalid: {
    kind: 'invalid',
    title: { zh: '邮箱地址有误', en: 'The e-mail address is wrong' },
  },
  quietHoursInvalid: {
    kind: 'invalid',
    title: { zh: '免打扰时段有误', en: 'The quiet hours are wrong' },
  },
  deliveryUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条发送记录', en: 'No such delivery' },
    detail: { zh: '这条记录不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  deliveryMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '这次发送目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The delivery is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  endpointUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这个机器人或 Webhook', en: 'No such robot or webhook' },
    detail: { zh: '它不存在、已移除，或者不在您的权限范围内。', en: 'It does not exist, was removed, or is not yours to see.' },
  },
  endpointInvalid: {
    kind: 'invalid',
    title: { zh: '机器人或 Webhook 的设置有误', en: 'The settings of the robot or webhook are wrong' },
  },
});
