import type { Answer, Problem } from '../http';
import type { Language } from '../session';

export interface Expected {
  status: number;
  code?: string;
  /** One of the wrong fields. */
  pointer?: string;
}

const han = /\p{Script=Han}/u;
const latin = /[A-Za-z]{2}/;
const leak = /\bat .+\.[jt]s:\d+|node_modules|syntax error|relation "/;

/** What is wrong with a refusal, if anything: to be put behind the words that say what was sent. */
export function flaw({ status, headers, body, text }: Answer<Problem>, language: Language, expected: Expected): string | undefined {
  const said = `${language}: ${status} ${text.slice(0, 300)}`;
  if (status !== expected.status || (expected.code !== undefined && body?.code !== expected.code)) return said;
  if (!headers['content-type']?.startsWith('application/problem+json')) return `no problem+json, ${said}`;
  const { type, title, detail, code, errors = [] } = body;
  if (type !== `/problems/${code}` || body.status !== status || !title || !detail || !body.instance) return `half a problem, ${said}`;
  if (expected.pointer !== undefined && !errors.some((error) => error.pointer === expected.pointer)) return `without ${expected.pointer}, ${said}`;
  if (errors.some(({ message }) => !message)) return `a field without a message, ${said}`;
  const words = [title, detail, ...errors.map(({ message }) => message)];
  // Names that people gave are in whatever language they have.
  if (han.test(title) !== (language === 'zh') || !words.every((word) => (language === 'zh' ? han : latin).test(word))) return `in another language, ${said}`;
  return leak.test(text) ? `tells too much, ${said}` : undefined;
}
