import { defineErrors } from '@property-office/kernel';

/** Refusals any route can give, whatever it is about. */
export const requestErrors = defineErrors({
  invalidFields: {
    kind: 'invalid',
    title: { zh: '请检查填写的内容', en: 'Please check what you entered' },
  },
  malformedRequest: {
    kind: 'invalid',
    title: { zh: '请求格式有误', en: 'The request is malformed' },
    detail: { zh: '服务器无法理解这个请求。', en: 'The server cannot understand this request.' },
  },
  invalidJson: {
    kind: 'invalid',
    title: { zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON' },
    detail: { zh: '请以 UTF-8 编码提交一个 JSON 对象。', en: 'Send one JSON object in UTF-8.' },
  },
  invalidCharacters: {
    kind: 'invalid',
    title: { zh: '内容中含有无法保存的字符', en: 'The request contains characters that cannot be stored' },
    detail: {
      zh: '请去掉空字符或残缺的表情符号后重试。',
      en: 'Remove NUL characters and broken emoji (lone surrogates, invalid UTF-8), then try again.',
    },
  },
  tooDeep: {
    kind: 'invalid',
    title: { zh: '请求内容嵌套过深', en: 'The body is nested too deeply' },
    detail: { zh: '最多允许 {levels} 层。', en: 'At most {levels} levels are accepted.' },
  },
  forbiddenName: {
    kind: 'invalid',
    title: { zh: '请求中含有不允许的字段名', en: 'The body contains a field name that is not allowed' },
    detail: { zh: '不允许使用字段名“{name}”。', en: 'The field name "{name}" is not allowed.' },
  },
  invalidIdempotencyKey: {
    kind: 'invalid',
    title: { zh: 'Idempotency-Key 无效', en: 'The Idempotency-Key is not valid' },
    detail: { zh: '请使用 1–255 个可见的 ASCII 字符。', en: 'Use 1 to 255 printable ASCII characters.' },
  },
  notSignedIn: {
    kind: 'unauthenticated',
    title: { zh: '请先登录', en: 'Not signed in' },
    detail: {
      zh: '登录已失效或尚未登录，请重新登录。',
      en: 'There is no session, or it has ended. Sign in again.',
    },
  },
  notAllowed: {
    kind: 'forbidden',
    title: { zh: '您无权进行此操作', en: 'You may not do this' },
  },
  notFound: {
    kind: 'not-found',
    title: { zh: '没有找到', en: 'Not found' },
    detail: { zh: '它不存在，或您无权查看。', en: 'It does not exist, or it is not yours to see.' },
  },
  methodNotAllowed: {
    kind: 'invalid',
    title: { zh: '此地址不支持这种请求', en: 'This address does not support the method' },
  },
  conflict: {
    kind: 'conflict',
    title: { zh: '当前状态不允许此操作', en: 'The present state does not allow this' },
  },
  stale: {
    kind: 'stale',
    title: { zh: '内容已被他人修改', en: 'Someone else has changed this meanwhile' },
    detail: {
      zh: '请刷新后在最新内容上重新修改。',
      en: 'Reload it and repeat your change on what it is now.',
    },
  },
  matchRequired: {
    kind: 'precondition-missing',
    title: { zh: '缺少 If-Match', en: 'If-Match is missing' },
    detail: {
      zh: '此操作会覆盖内容，请在 If-Match 中带上读取时得到的 ETag。',
      en: 'This overwrites fields: send the ETag you have read in If-Match.',
    },
  },
  tooLarge: {
    kind: 'too-large',
    title: { zh: '提交的内容过大', en: 'The request is too large' },
  },
  unsupportedMediaType: {
    kind: 'unsupported-media',
    title: { zh: '不支持的内容类型', en: 'The content type is not supported' },
    detail: {
      zh: '请使用 application/json（UTF-8，不压缩）。',
      en: 'Send application/json in UTF-8 without a content encoding.',
    },
  },
  keyReused: {
    kind: 'key-reused',
    title: { zh: 'Idempotency-Key 已用于另一个请求', en: 'The Idempotency-Key was used for another request' },
    detail: {
      zh: '同一个 Idempotency-Key 只能用于重复同一个请求；新的请求请使用新的值。',
      en: 'A key may only repeat the very same request. Use a new key for a new request.',
    },
  },
  tooManyRequests: {
    kind: 'too-many',
    title: { zh: '操作过于频繁，请稍后再试', en: 'Too many requests, try again later' },
  },
  unavailable: {
    kind: 'unavailable',
    title: { zh: '系统繁忙，请稍后重试', en: 'The service is busy, try again shortly' },
    detail: { zh: '您的操作没有生效，请稍后重试。', en: 'Nothing was changed. Try again shortly.' },
    detailOfRead: { zh: '暂时无法读取，请稍后再试。', en: 'It cannot be read at the moment. Try again shortly.' },
  },
  unknownOutcome: {
    kind: 'unavailable',
    title: { zh: '暂时无法确认操作是否成功', en: 'It is not known whether this took effect' },
    detail: {
      zh: '请用相同的 Idempotency-Key 重试：已成功的不会重复执行。',
      en: 'Repeat the request under the same Idempotency-Key: what has taken effect is not done twice.',
    },
  },
});
