/** What the tests read of OpenAPI 3.1, as the office serves it. */
export interface ApiDocument {
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, ObjectSchema> };
}

export interface ApiOperation {
  operationId: string;
  'x-owner': string;
  parameters?: Array<{ name: string; in: string; required?: boolean; schema?: { type?: string } }>;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  /** Empty: for everybody. */
  security?: unknown[];
  responses: Record<string, unknown>;
}

export interface ObjectSchema {
  properties?: Record<string, { type?: string; format?: string }>;
  required?: string[];
}

export interface Operation extends ApiOperation {
  method: string;
  path: string;
  /** Of the JSON body it takes; undefined where it takes none. */
  body: ObjectSchema | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of the document, by path. */
export function operationsOf({ paths, components }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => {
        const ref = operation.requestBody?.content['application/json']?.schema.$ref;
        const body = ref === undefined ? undefined : (components.schemas[ref.split('/').at(-1)!] ?? {});
        return { ...operation, method: method.toUpperCase(), path, body };
      }),
  );
}
