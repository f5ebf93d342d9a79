import type { Operation, Schema } from '../../support/api-document';
import type { Expected } from '../../support/sweep/refusal';
import { sweep, type Opened } from '../../support/sweep/sweep';
import { named, nobodys, withId, type Sent } from '../../support/sweep/swept';
import type { Field, Values } from '../../support/sweep/values';
import { contents } from '../../support/unchanged';

type Case = [what: string, sent: Sent, expected: Expected];

const match = { 'if-match': '"1"' };

/** No body of any operation. */
const noBodies: Array<[what: string, body: string | Uint8Array]> = [
  ['no JSON', '{'],
  ['a list', '[]'],
  ['a number', '1e999'],
  ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['40 levels', '['.repeat(40) + ']'.repeat(40)],
];

/** Where the pass of a visitor is looked at before anything else. */
const visited: Record<string, Expected> = { 'POST /api/visitor-photos': { status: 403, code: 'visit-over' } };

function casesOf(operation: Operation, values: Values): Case[] {
  const { body, requestBody } = operation;
  // A form: JSON is none.
  if (!body && requestBody) return [['JSON for a form', { body: '{}' }, visited[named(operation)] ?? { status: 415 }]];
  const unknown: Case = ['a field nobody knows', { body: { __nobody__: 1 }, headers: match }, { status: 400, pointer: '/__nobody__' }];
  if (!body) return operation.method === 'GET' ? [] : [unknown];
  return [
    ...noBodies.map(([what, text]): Case => [what, { body: text, headers: match }, { status: 400 }]),
    ['plain text', { body: 'hello', headers: { ...match, 'content-type': 'text/plain' } }, { status: 415 }],
    unknown,
    ...(body.required ?? []).map((name): Case => [`no ${name}`, { body: without(values.minimal(body), name), headers: match }, { status: 400, pointer: `/${name}` }]),
    ...values.fieldsOf(body).flatMap((field) => casesOfField(field, values)),
  ];
}

function casesOfField({ pointer, schema, bodyWith }: Field, values: Values): Case[] {
  const sent = (value: unknown): Sent => ({ body: bodyWith(value), headers: match });
  const inside = schema.properties ? { of: schema, at: pointer, wrap: (value: unknown) => value } : entryOf(schema, pointer, values);
  return [
    [`${pointer} of another type`, sent(anotherType(schema)), { status: 400, pointer }],
    [`NUL in ${pointer}`, sent('\0'), { status: 400, code: 'invalid-characters', pointer }],
    ...(inside
      ? [[`a field nobody knows in ${inside.at}`, sent(inside.wrap({ ...(values.minimal(inside.of) as object), __nobody__: 1 })), { status: 400, pointer: `${inside.at}/__nobody__` }] as Case]
      : []),
  ];
}

/** Of what a list of objects is made. */
function entryOf({ type, items }: Schema, pointer: string, values: Values): { of: Schema; at: string; wrap: (value: unknown) => unknown } | undefined {
  const entry = type === 'array' ? values.resolve(items!) : undefined;
  return entry?.properties && { of: entry, at: `${pointer}/0`, wrap: (value) => [value] };
}

/** An object where something else belongs, a text where an object or a list does. */
const anotherType = ({ type, properties }: Schema): unknown => (properties || type === 'object' || type === 'array' ? '?' : { kind: ['?'], '': { '': null } });

function without(body: unknown, name: string): object {
  const { [name]: _, ...rest } = body as Record<string, unknown>;
  return rest;
}

export const bodies = sweep<Opened>('bodies that are none', (given) => {
  it('are refused, naming the field, and change nothing', async () => {
    const { swept, office } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    let count = 0;
    const names = swept.operations.map(named);
    expect(Object.keys(visited).filter((name) => !names.includes(name))).toEqual([]);
    for (const operation of swept.operations) {
      const person = await swept.whoMay(operation);
      for (const [what, sent, expected] of casesOf(operation, swept.values)) {
        count += 1;
        wrong.push(...(await swept.refused(what, operation, swept.asked(operation, withId(operation.path, nobodys)), person, sent, expected)));
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(2_500);
    expect(await contents(office)).toEqual(before);
  }, 300_000);
});
