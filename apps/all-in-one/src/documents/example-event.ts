import {
  companyWideSiteId,
  eventContracts,
  type EventContract,
  type EventType,
} from '@property-office/contracts';

interface Schema {
  const?: unknown;
  enum?: readonly unknown[];
  type?: string;
  format?: string;
  minimum?: number;
  maxLength?: number;
  pattern?: string;
  items?: Schema;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
}

const sha256Pattern = '^[0-9a-f]{64}$';
const instant = '2026-11-23T02:15:00.000Z';

/** One event of a type, with every field its contract knows. The same at each call. */
export function exampleEvent(type: EventType): object {
  const { producer, aggregate, data }: EventContract = eventContracts[type];
  return {
    specversion: '1.0',
    id: exampleId('event'),
    source: `/${producer}`,
    type,
    subject: exampleId(aggregate),
    time: instant,
    datacontenttype: 'application/json',
    aggregatetype: aggregate,
    aggregateversion: 1,
    siteid: companyWideSiteId,
    happenedat: instant,
    actorid: exampleId('actor'),
    actorrole: 'desk',
    actorfor: exampleId('resident'),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: exampleOf(data as Schema, 'data'),
  };
}

function exampleOf(schema: Schema, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0] ?? {}, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, exampleOf(inner, field)]),
      );
    case 'array':
      return [exampleOf(schema.items ?? {}, name)];
    case 'string':
      return exampleText(schema, name);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      throw new Error(`no example can be made of ${name}: ${JSON.stringify(schema)}`);
  }
}

function exampleText({ format, maxLength, pattern }: Schema, name: string): string {
  if (pattern === sha256Pattern) return 'a1'.repeat(32);
  if (pattern !== undefined) throw new Error(`no example can be made of ${name}: ${pattern}`);
  if (format === 'uuid') return exampleId(name);
  if (format === 'date-time') return instant;
  if (format === 'date') return instant.slice(0, 10);
  return `示例 ${name}`.slice(0, maxLength);
}

/** A UUIDv7 that differs from name to name. */
function exampleId(name: string): string {
  const hex = Buffer.from(name).toString('hex').padEnd(15, '0').slice(-15);
  return `01938f5a-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6)}000`.slice(0, 36);
}
