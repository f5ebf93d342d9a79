import type { Operation, Schema } from '../../support/api-document';
import type { Answer } from '../../support/http';
import { sweep, type Given } from '../../support/sweep/sweep';
import { languages, logins, named } from '../../support/sweep/swept';

/** Lists that promise a name and hold nothing for anybody: who asks for what may be joined says words of it. */
const empty = ['GET /api/complaints/joinable'];
const nameOfOurs = /^(status|kind|retention)Name$/;

/** What the office calls a state, a kind or a time of keeping. */
const namesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inside]) => (nameOfOurs.test(name) ? [typeof inside === 'string' ? inside : JSON.stringify(inside)] : namesIn(inside)));

/** Whether the document promises such a name somewhere in what a list holds. */
function promisesNames({ swept }: Given, operation: Operation): boolean {
  const seen = new Set<Schema>();
  const inside = (given: Schema | undefined): boolean => {
    if (!given) return false;
    const schema = swept.values.resolve(given);
    if (seen.has(given)) return false;
    seen.add(given);
    return Object.entries(schema.properties ?? {}).some(([name, each]) => nameOfOurs.test(name) || inside(each)) || inside(schema.items);
  };
  const { content } = (operation.responses['200'] ?? {}) as { content?: Record<string, { schema: Schema }> };
  return inside(content?.['application/json']?.schema);
}

export const names = sweep('names of states and kinds', (given) => {
  it('are said in the language that is asked for, in every list', async () => {
    const { swept } = given;
    const wrong: string[] = [];
    const promised: string[] = [];
    const said = new Set<string>();
    for (const operation of swept.operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
      if (promisesNames(given, operation)) promised.push(named(operation));
      // One of them has something in it, or nobody has.
      for (const login of logins) {
        if (said.has(named(operation))) break;
        const person = await given.office.as(login);
        for (const language of languages) {
          const { body } = (await swept.send(operation, swept.asked(operation, operation.path), person.in(language))) as unknown as Answer<unknown>;
          const found = namesIn(body);
          if (found.length > 0) said.add(named(operation));
          wrong.push(...found.filter((name) => /\p{Script=Han}/u.test(name) !== (language === 'zh')).map((name) => `${named(operation)} in ${language}: ${name}`));
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(promised.filter((name) => !said.has(name))).toEqual(empty);
    expect([...said].filter((name) => !promised.includes(name))).toEqual([]);
  }, 120_000);
});
