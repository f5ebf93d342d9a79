import { takes } from '../../support/api-document';
import { schemasOf } from '../../support/rest';
import { contents } from '../../support/unchanged';
import { sweep } from '../../support/sweep/sweep';
import { named, nobodys, withId } from '../../support/sweep/swept';
import { pathOf } from '../../support/sweep/things';

/** What keeps no answer says so in the document; what else is not asked, and why. */
const saysSo = 'Idempotency-Key';
const untested: Record<string, string> = {
  'POST /api/approval-links/{token}/approve': 'the link is known to its approver alone',
  'POST /api/approval-links/{token}/return': 'the link is known to its approver alone',
  'POST /api/attachments': 'takes a form',
  'POST /api/scans': 'takes a form',
  'POST /api/place-codes/{code}/repair-requests': 'needs a visit to a place: the key is of that visit',
  'POST /api/visitor-photos': 'takes a form',
  'POST /api/hand-over-links/{token}/sign': 'the link is known to its signer alone',
  'POST /api/witness-links/{token}/sign': 'the link is known to its witness alone',
};
const key = 'taken for something else';

export const reusedKeys = sweep('keys that were used for something else', (given) => {
  beforeAll(async () => {
    const { office } = given;
    for (const schema of await schemasOf(office))
      await office.query(
        `INSERT INTO ${schema}.idempotency (principal, key, request_hash, created_at, status) SELECT id, $1, '\\x00', platform.now(), 200 FROM directory.account`,
        [key],
      );
  });

  it('are refused by whatever takes one', async () => {
    const { swept, office, things } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    const taking = swept.operations.filter((each) => takes(each, 'Idempotency-Key'));
    expect(taking.map(named)).toEqual(expect.arrayContaining(Object.keys(untested)));
    for (const operation of taking.filter((each) => !each.description?.includes(saysSo) && !Object.hasOwn(untested, named(each)))) {
      const person = await swept.whoMay(operation);
      const there = things.at(operation.path);
      // Of a site their own: who may do it on no other is refused before the key is looked at.
      const thing = there.find(({ ids }) => person.who.sites.some(({ id }) => ids.includes(id))) ?? there[0];
      const path = thing ? pathOf(operation.path, thing) : withId(operation.path, nobodys);
      const sent = { ...swept.bodyOf(operation, person), headers: { 'idempotency-key': key, ...(takes(operation, 'If-Match') && { 'if-match': '*' }) } };
      wrong.push(...(await swept.refused('a reused key', operation, path, person, sent, { status: 422, code: 'key-reused' })));
    }
    expect(wrong).toEqual([]);
    expect(await contents(office)).toEqual(before);
  }, 180_000);
});
