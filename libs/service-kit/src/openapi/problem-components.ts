import type { ComponentsObject, SchemaObject } from '@nestjs/swagger';
import type { ErrorKind } from '@property-office/kernel';
import { statusOfKind } from '../problems/problem';
import type { Schemas } from './operations-of';

const descriptions: Record<ErrorKind, string> = {
  invalid: '请求有误 / The request is not valid',
  unauthenticated: '未登录 / Not signed in',
  forbidden: '角色无权操作 / The role may not do this',
  'not-found': '不存在或无权查看 / Not there, or not yours',
  conflict: '当前状态不允许 / The present state does not allow it',
  stale: '内容已被修改 / Changed meanwhile (If-Match)',
  'precondition-missing': '缺少 If-Match / If-Match is missing',
  'too-large': '内容过大 / Too large',
  'unsupported-media': '不支持的类型 / Unsupported content type',
  'key-reused': 'Idempotency-Key 已用于另一请求 / The key was used for another request',
  'too-many': '过于频繁 / Too many requests',
  unavailable: '暂时不可用 / Unavailable for the moment',
};

const problemSchema: SchemaObject = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/invalid-fields' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Path of the request' },
    code: { type: 'string', description: 'Stable name of the problem' },
    requestId: { type: 'string', description: 'To be quoted when asking for help' },
    errors: {
      type: 'array',
      description: 'The wrong fields of a 400',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: {
          pointer: {
            type: 'string',
            description: 'RFC 6901 pointer into the body, or ?name of a query parameter',
          },
          message: { type: 'string' },
        },
      },
    },
  },
};

/** Name of the response component of a refusal. */
export function problemResponse(kind: ErrorKind): { $ref: string } {
  return { $ref: `#/components/responses/${componentName(kind)}` };
}

export function problemComponents(schemas: Schemas): ComponentsObject {
  const retry = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } };
  const responses = Object.entries(descriptions).map(([kind, description]) => [
    componentName(kind as ErrorKind),
    {
      description,
      ...([429, 503].includes(statusOfKind[kind as ErrorKind]) && { headers: retry }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return { schemas: { ...schemas, Problem: problemSchema }, responses: Object.fromEntries(responses) };
}

function componentName(kind: ErrorKind): string {
  return kind.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
