import { contents } from '../../support/unchanged';
import { sweep, type Opened } from '../../support/sweep/sweep';
import { absurdOf } from '../../support/sweep/absurd-times';
import { nobodys, withId } from '../../support/sweep/swept';

/** Beyond what the door lets in, in a body that is JSON. */
const tooLarge = JSON.stringify({ x: 'x'.repeat(2 ** 20) });

export const fields = sweep<Opened>('fields that are too large, and dates that are none', (given) => {
  it('whatever is longer or more than a field takes is refused, naming the field', async () => {
    const { swept, office } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    let count = 0;
    for (const operation of swept.operations.filter(({ body }) => body)) {
      const person = await swept.whoMay(operation);
      const path = withId(operation.path, nobodys);
      for (const field of swept.values.fieldsOf(operation.body!)) {
        const value = swept.values.oversized(field);
        if (value === undefined) continue;
        count += 1;
        const sent = { body: field.bodyWith(value), headers: { 'if-match': '"1"' } };
        wrong.push(...(await swept.refused(`too much of ${field.pointer}`, operation, path, person, sent, { status: 400, pointer: field.pointer })));
      }
      wrong.push(...(await swept.refused('a body beyond the limit', operation, path, person, { body: tooLarge }, { status: 413 })));
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(400);
    expect(await contents(office)).toEqual(before);
  }, 180_000);

  it('a moment that nobody means is refused, naming the field', async () => {
    const { swept, office } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    let count = 0;
    for (const operation of swept.operations.filter(({ body }) => body)) {
      const person = await swept.whoMay(operation);
      const path = withId(operation.path, nobodys);
      for (const { pointer, schema, bodyWith } of swept.values.fieldsOf(operation.body!)) {
        for (const value of absurdOf(schema)) {
          count += 1;
          const sent = { body: bodyWith(value), headers: { 'if-match': '"1"' } };
          wrong.push(...(await swept.refused(`${pointer} ${value}`, operation, path, person, sent, { status: 400, pointer })));
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(600);
    expect(await contents(office)).toEqual(before);
  }, 180_000);
});
