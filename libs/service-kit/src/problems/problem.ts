import type { DomainError, ErrorKind } from '@property-office/kernel';
import type { Language } from '../http/language';

/** RFC 9457, with a stable `code`, the wrong fields of a 400, and the request's id to quote when asking for help. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
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

export interface ProblemPlace {
  language: Language;
  /** Path of the request, without its query. */
  instance?: string;
  requestId?: string;
  /** Where HTTP knows a finer status than the kind has. */
  status?: number;
}

export function problemOf(
  error: DomainError,
  { language, instance, requestId, status }: ProblemPlace,
): Problem {
  const errors = error.fields.map(({ pointer, message }) => ({ pointer, message: message[language] }));
  const detail = error.detail(language) ?? errors[0]?.message;
  return {
    type: `/problems/${error.code}`,
    title: error.title(language),
    status: status ?? statusOfKind[error.spec.kind],
    ...(detail !== undefined && { detail }),
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
