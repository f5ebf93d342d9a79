import { defineErrors } from '@property-office/kernel';

export const accessErrors = defineErrors({
  notSignedIn: {
    kind: 'unauthenticated',
    title: { zh: '请先登录', en: 'Not signed in' },
    detail: {
      zh: '登录已失效或尚未登录，请重新登录。',
      en: 'There is no session, or it has ended. Sign in again.',
    },
  },
  roleMayNot: {
    kind: 'forbidden',
    title: { zh: '您的角色无权进行此操作', en: 'Your role may not do this' },
    detail: { zh: '此操作需要以下角色之一：{roles}。', en: 'This needs one of the roles: {roles}.' },
  },
  roleNotCompanyWide: {
    kind: 'forbidden',
    title: { zh: '您的角色只在部分项目有效', en: 'Your role holds on some sites only' },
    detail: {
      zh: '此操作对全公司生效，须在全公司（不限项目）担任以下角色之一：{roles}。',
      en: 'This holds for all sites. It needs one of these roles in the whole company, not on a site: {roles}.',
    },
  },
  homeFirst: {
    kind: 'forbidden',
    title: { zh: '请先认领房屋', en: 'Claim your home first' },
    detail: {
      zh: '您目前没有登记在任何房屋名下。请提交认领，客服或业主确认后即可使用。',
      en: 'You are tied to no home today. Claim yours; this opens once the office or an owner has confirmed it.',
    },
  },
  quotaUsedUp: {
    kind: 'too-many',
    title: { zh: '操作过于频繁，请稍后再试', en: 'Too often, try again later' },
    detail: { zh: '请在 {seconds} 秒后重试。', en: 'Try again in {seconds} seconds.' },
  },
  serviceOnly: {
    kind: 'unauthenticated',
    title: { zh: '仅限内部服务', en: 'For services only' },
    detail: {
      zh: '此地址只接受内部服务的令牌。',
      en: 'This route takes only the token of a service named by it.',
    },
  },
  fieldKeyMissing: {
    kind: 'unavailable',
    title: { zh: '数据密钥缺失', en: 'A data key is missing' },
    detail: {
      zh: '数据由密钥 {keyId} 加密，但密钥文件中没有它。请把原来的 secrets/fields.json（或 FIELD_KEYS_FILE）放回后重新启动；不要新建密钥。',
      en: 'The data was encrypted with key {keyId}, which is not in the key file. Put the original secrets/fields.json (or FIELD_KEYS_FILE) back and start again; do not make new keys.',
    },
  },
  fieldDamaged: {
    kind: 'unavailable',
    title: { zh: '加密数据已损坏', en: 'Encrypted data is damaged' },
    detail: {
      zh: '字段 {field} 的密文与密钥 {keyId} 不符：内容被改动，或属于另一个字段。',
      en: 'The stored value of {field} does not fit key {keyId}: it was altered or belongs to another field.',
    },
  },
});
