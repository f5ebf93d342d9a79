import type { ParameterObject, RequestBodyObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import type { ErrorKind } from '@property-office/kernel';
import { DOCUMENTED_OPERATION, type DocumentedOperation } from '../operations/operation';
import { statusOfKind } from '../problems/problem';
import type { DocumentOperation, Schemas } from './operations-of';
import { problemResponse } from './problem-components';

const idempotencyKey: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '用同一个值重试不会重复执行，保留 7 天 / Repeats under one key take effect once; kept 7 days',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const ifMatch: ParameterObject = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: '读取时得到的 ETag / The ETag that was read',
  schema: { type: 'string' },
};

/** Adds what a decorator cannot know and what is the same for every route: owner, security, headers, refusals. */
export function completeOperation(
  { method, path, operation }: DocumentOperation,
  owner: string,
  schemas: Schemas,
): void {
  const declared = operation[DOCUMENTED_OPERATION] as DocumentedOperation | undefined;
  if (!declared) throw new Error(`${method.toUpperCase()} ${path} has no @Operation`);
  delete operation[DOCUMENTED_OPERATION];
  operation['x-owner'] = owner;
  operation.tags = [owner];
  operation.security = declared.public ? [] : [{ bearer: [] }, { cookie: [] }];

  const isPost = method === 'post';
  operation.parameters = [
    ...((operation.parameters ?? []) as ParameterObject[]).map(withIdFormat),
    ...(isPost ? [idempotencyKey] : []),
    ...(declared.errors.includes('stale') ? [ifMatch] : []),
  ];
  const body = operation.requestBody as RequestBodyObject | undefined;
  if (body) describeBody(body, schemas);
  for (const kind of refusals(declared, isPost, Boolean(body), path.includes('{'))) {
    operation.responses[statusOfKind[kind]] ??= problemResponse(kind);
  }
  const made = operation.responses['201'] as ResponseObject | undefined;
  if (made)
    made.headers = {
      Location: { description: 'Path of what was made', schema: { type: 'string', format: 'uri-reference' } },
    };
}

function refusals(
  { public: isPublic, errors }: DocumentedOperation,
  isPost: boolean,
  hasBody: boolean,
  namesOne: boolean,
): ErrorKind[] {
  return [
    'invalid',
    ...(isPublic ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(namesOne ? (['not-found'] as const) : []),
    ...(hasBody ? (['too-large', 'unsupported-media'] as const) : []),
    ...(isPost ? (['key-reused'] as const) : []),
    'too-many',
    'unavailable',
    ...errors,
  ];
}

/** PathId takes UUIDs; the decorator of a parameter cannot tell the document. */
function withIdFormat(parameter: ParameterObject): ParameterObject {
  if (parameter.in !== 'path' || !/^id$|Id$/.test(parameter.name)) return parameter;
  return { ...parameter, schema: { type: 'string', format: 'uuid' } };
}

/** Unknown fields are refused, in nested objects too; a body of which nothing is required may be left out. */
function describeBody(body: RequestBodyObject, schemas: Schemas): void {
  const root = schemaName(body.content['application/json']?.schema);
  if (!root) return;
  body.required = modelOf(root, schemas)?.required !== undefined;
  closeSchema(root, schemas);
}

function closeSchema(name: string, schemas: Schemas): void {
  const schema = modelOf(name, schemas);
  if (!schema || schema.additionalProperties === false) return;
  schema.additionalProperties = false;
  for (const reference of JSON.stringify(schema.properties ?? {}).matchAll(
    /#\/components\/schemas\/([^"]+)/g,
  )) {
    closeSchema(reference[1]!, schemas);
  }
}

function schemaName(schema: SchemaObject | { $ref: string } | undefined): string | undefined {
  return schema && '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
}

function modelOf(name: string, schemas: Schemas): SchemaObject | undefined {
  const schema = schemas[name];
  return schema && '$ref' in schema ? undefined : schema;
}
