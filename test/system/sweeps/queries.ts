import type { Operation, Parameter } from '../../support/api-document';
import { absurdOf } from '../../support/sweep/absurd-times';
import type { Expected } from '../../support/sweep/refusal';
import { sweep, type Opened } from '../../support/sweep/sweep';
import { named, nobodys, withId, type Sent, type Swept } from '../../support/sweep/swept';
import { contents } from '../../support/unchanged';

type Case = [what: string, path: string, expected: Expected, sent?: Sent];

function casesOf(swept: Swept, operation: Operation): Case[] {
  const { path, parameters = [] } = operation;
  const target = withId(path, nobodys);
  const asked = parameters.filter((each) => each.in === 'query');
  return [
    ...(path.includes('{') ? [anIdThatIsNone(swept, operation)] : []),
    ['NUL in a query', `${target}?q=%00`, { status: 400, code: 'invalid-characters' }],
    ...(asked.length > 0 ? [['a parameter nobody knows', `${target}?__nobody__=1`, { status: 400, pointer: '?__nobody__' }] as Case] : []),
    ...asked.flatMap((parameter) => casesOfParameter(target, parameter)),
  ];
}

/** Where the pass of a visitor is looked at before anything else. */
const visited: Record<string, Expected> = { 'POST /api/place-codes/{code}/repair-requests': { status: 400, code: 'visit-ended' } };

/** It names nothing, and neither does what is no token. */
function anIdThatIsNone(swept: Swept, operation: Operation): Case {
  const path = swept.asked(operation, withId(operation.path, '1%27%20OR%20%271%27=%271'));
  return ['an id that is none', path, visited[named(operation)] ?? { status: 404 }, { ...swept.bodyOf(operation), headers: { 'if-match': '"1"' } }];
}

function casesOfParameter(target: string, { name, schema = {} }: Parameter): Case[] {
  const { maxLength, maximum, format, type, enum: choices } = schema;
  const say = (value: string) => `${target}?${name}=${encodeURIComponent(value)}`;
  const refused = { status: 400, pointer: `?${name}` };
  const isText = type === 'string' && format === undefined && !choices;
  return [
    [`NUL in ?${name}`, say('a\0'), { status: 400, code: 'invalid-characters' }],
    [`?${name} twice`, `${say('\u{1f600}')}&${name}=1`, refused],
    ...(isText ? [] : [[`?${name} of another type`, say('漏水'), refused] as Case]),
    ...(maxLength === undefined ? [] : [[`too much of ?${name}`, say('漏'.repeat(maxLength + 1)), refused] as Case]),
    ...(maximum === undefined ? [] : [[`too much of ?${name}`, say(String(maximum + 1)), refused] as Case]),
    ...absurdOf(schema).map((value): Case => [`?${name} ${value}`, say(value), refused]),
  ];
}

export const queries = sweep<Opened>('queries that ask for nothing', (given) => {
  it('are refused, naming the parameter, and change nothing', async () => {
    const { swept, office } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    let count = 0;
    const names = swept.operations.map(named);
    expect(Object.keys(visited).filter((name) => !names.includes(name))).toEqual([]);
    for (const operation of swept.operations) {
      const person = await swept.whoMay(operation);
      for (const [what, path, expected, sent = {}] of casesOf(swept, operation)) {
        count += 1;
        wrong.push(...(await swept.refused(what, operation, path, person, sent, expected)));
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(900);
    expect(await contents(office)).toEqual(before);
  }, 300_000);
});
