/** What the tests read of OpenAPI 3.1, as the office serves it. */
export interface ApiDocument {
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, Schema> };
}

export interface ApiOperation {
  operationId: string;
  description?: string;
  'x-owner': string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  /** Empty: for everybody. */
  security?: unknown[];
  responses: Record<string, unknown>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: string[];
  example?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
}

export interface Operation extends ApiOperation {
  method: string;
  path: string;
  /** Of the JSON body it takes; undefined where it takes none. */
  body: Schema | undefined;
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

export const takes = ({ parameters = [] }: Operation, header: string): boolean =>
  parameters.some(({ name, in: place }) => place === 'header' && name === header);
