import { defineErrors } from '@property-office/kernel';

/** What only the door refuses. */
export const doorErrors = defineErrors({
  crossSite: {
    kind: 'forbidden',
    title: { zh: '请求来自其他网站', en: 'The request comes from another site' },
    detail: {
      zh: '带登录信息的修改请求只接受来自本系统页面的。',
      en: 'With a session cookie, changes are accepted from this product’s own pages only. Other clients send Authorization: Bearer.',
    },
  },
  bodyTooLarge: {
    kind: 'too-large',
    title: { zh: '提交的内容过大', en: 'The request is too large' },
    detail: { zh: '最多允许 {limit}。', en: 'At most {limit} are accepted.' },
  },
  bodyNotExpected: {
    kind: 'invalid',
    title: { zh: '此请求不应带有内容', en: 'The request must not have a body' },
  },
});
