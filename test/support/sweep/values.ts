import type { ApiDocument, Schema } from '../api-document';

/** A field of a body, however deep, and the body that has something else in its place. */
export interface Field {
  /** RFC 6901, of the first entry where it stands in a list. */
  pointer: string;
  schema: Schema;
  bodyWith(value: unknown): unknown;
}

/** What fields of a name take whose schema cannot say it. */
export type Known = Record<string, unknown>;

const written: Known = { phone: '13800138000', date: '2027-01-01', from: '08:30', to: '12:00', url: 'https://example.com/' };

/** Makes values that the schemas of the document allow. */
export class Values {
  constructor(
    private readonly document: ApiDocument,
    private readonly now: Date,
  ) {}

  resolve(schema: Schema): Schema {
    const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return ref === undefined ? schema : { ...schema, ...this.document.components.schemas[ref.split('/').at(-1)!] };
  }

  /** A value with nothing in it that may be left out, but for what is `known`. */
  minimal(given: Schema, known: Known = {}, name = ''): unknown {
    const schema = this.resolve(given);
    const { type, format, properties, required = [], items, minItems = 0 } = schema;
    if (properties || type === 'object') {
      const names = Object.keys(properties ?? {}).filter((each) => required.includes(each) || each in known);
      return Object.fromEntries(names.map((each) => [each, known[each] ?? this.minimal(properties![each]!, known, each)]));
    }
    if (type === 'array') return Array.from({ length: minItems }, (_, index) => this.minimal(items!, known, `${name}${index || ''}`));
    if (schema.enum) return schema.enum[0];
    if (format === 'date-time') return this.now.toISOString();
    if (format === 'uuid') return idLike(0);
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
    return textFor(schema, name);
  }

  /** Every field of a body, those of what is inside it, too. */
  fieldsOf(body: Schema): Field[] {
    const whole = this.resolve(body);
    const minimal = () => this.minimal(whole) as Record<string, unknown>;
    return Object.entries(whole.properties ?? {}).flatMap(([name, given]) => {
      const schema = this.resolve(given);
      const bodyWith = (value: unknown) => ({ ...minimal(), [name]: value });
      const entry = schema.type === 'array' ? this.resolve(schema.items!) : undefined;
      const inside = schema.properties ? this.fieldsOf(schema) : entry?.properties ? this.fieldsOf(entry) : [];
      const at = entry ? `/${name}/0` : `/${name}`;
      const wrap = (value: unknown) => bodyWith(entry ? [value] : value);
      return [
        { pointer: `/${name}`, schema, bodyWith },
        ...inside.map((field) => ({ ...field, pointer: at + field.pointer, bodyWith: (value: unknown) => wrap(field.bodyWith(value)) })),
      ];
    });
  }

  /** More than the field takes; undefined where nothing is too much for it. */
  oversized({ schema }: Field): unknown {
    const { type, enum: choices, maxLength, maxItems, maximum, items } = schema;
    if (choices) return undefined;
    if (type === 'string' && maxLength !== undefined) return '漏'.repeat(maxLength + 1);
    if (maximum !== undefined) return maximum + 1;
    if (maxItems === undefined) return undefined;
    const each = this.resolve(items!);
    return Array.from({ length: maxItems + 1 }, (_, index) => this.distinct(each, index));
  }

  private distinct(schema: Schema, index: number): unknown {
    if (schema.format === 'uuid') return idLike(index);
    if (schema.enum) return schema.enum[index % schema.enum.length];
    return schema.type === 'integer' ? (schema.minimum ?? 0) + index : schema.type === 'string' ? `t${index}` : this.minimal(schema);
  }
}

const idLike = (index: number): string => `01900000-0000-7000-8000-${index.toString(16).padStart(8, '0')}dead`;

function textFor({ example, minLength = 1, maxLength = minLength }: Schema, name: string): string {
  const known = written[name];
  if (typeof known === 'string' && known.length <= maxLength) return known;
  return typeof example === 'string' ? example : '漏水'.repeat(minLength).slice(0, Math.max(minLength, Math.min(maxLength, 2)));
}
