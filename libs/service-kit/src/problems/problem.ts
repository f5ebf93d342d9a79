import type { DomainError, ErrorKind, Localized } from '@property-office/kernel';
import type { Language } from '../http/language';

/** RFC 9457, with a stable `code`, the wrong fields of a 400, and the request's id to quote when asking for help. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  code: string;
  errors?: Array<{ pointer: string; message: string }>;
  requestId?: string;
}

export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media': 415,
  'key-reused': 422,
  'precondition-missing': 428,
  'too-many': 429,
  unavailable: 503,
};

/** What a refusal says beyond its title that has no more words of its own. */
const detailOfKind: Readonly<Record<ErrorKind, Localized>> = {
  invalid: { zh: '请检查提交的内容后重试。', en: 'Check what you have sent, then try again.' },
  unauthenticated: { zh: '请重新登录。', en: 'Sign in again.' },
  forbidden: { zh: '您的身份不允许这样操作。', en: 'It is not among what you may do.' },
  'not-found': { zh: '它不存在，或您无权查看。', en: 'It does not exist, or it is not yours to see.' },
  conflict: { zh: '请刷新后查看最新情况。', en: 'Reload it and look at how things stand now.' },
  stale: { zh: '请刷新后在最新内容上重试。', en: 'Reload it and try again on what it is now.' },
  'too-large': { zh: '请减少内容后重试。', en: 'Send less, then try again.' },
  'unsupported-media': { zh: '请换一种格式后重试。', en: 'Send it in another format.' },
  'key-reused': { zh: '新的请求请使用新的 Idempotency-Key。', en: 'Use a new Idempotency-Key for a new request.' },
  'precondition-missing': { zh: '请带上读取时得到的 ETag。', en: 'Send the ETag you have read.' },
  'too-many': { zh: '请稍后再试。', en: 'Try again later.' },
  unavailable: { zh: '请稍后重试。', en: 'Try again shortly.' },
};

export interface ProblemPlace {
  language: Language;
  /** Path of the request, without its query. */
  instance?: string;
  requestId?: string;
  /** Where HTTP knows a finer status than the kind has. */
  status?: number;
  /** The request changes nothing. */
  reading?: boolean;
}

export function problemOf(
  error: DomainError,
  { language, instance, requestId, status, reading }: ProblemPlace,
): Problem {
  const errors = error.fields.map(({ pointer, message }) => ({ pointer, message: message[language] }));
  const detail = error.detail(language, reading) ?? errors[0]?.message ?? detailOfKind[error.spec.kind][language];
  return {
    type: `/problems/${error.code}`,
    title: error.title(language),
    status: status ?? statusOfKind[error.spec.kind],
    detail,
    ...(instance !== undefined && { instance }),
    code: error.code,
    ...(errors.length > 0 && { errors }),
    ...(requestId !== undefined && { requestId }),
  };
}

const faultTexts = {
  zh: { title: '系统出错了', detail: '问题已被记录。请稍后重试；若仍失败，请将请求编号告知物业。' },
  en: {
    title: 'Something went wrong',
    detail: 'It has been recorded. Try again later, or report it with the request id.',
  },
};

/** What is said of a fault of ours: nothing but that it happened. */
export function faultProblem({ language, instance, requestId }: ProblemPlace): Problem {
  return {
    type: '/problems/fault',
    ...faultTexts[language],
    status: 500,
    ...(instance !== undefined && { instance }),
    code: 'fault',
    ...(requestId !== undefined && { requestId }),
  };
}
