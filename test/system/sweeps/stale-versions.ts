import { takes } from '../../support/api-document';
import { contents } from '../../support/unchanged';
import { sweep } from '../../support/sweep/sweep';
import { mayAtAll, named } from '../../support/sweep/swept';
import { pathOf } from '../../support/sweep/things';

/** Of what nothing is found, and why. */
const untested: Record<string, string> = {
  'POST /api/destructions/{id}/witness-links/{linkId}/revoke': 'links are handed out where a witness comes from elsewhere',
  'POST /api/hand-overs/{id}/links/{linkId}/revoke': 'links are handed out where who signs comes from elsewhere',
  'POST /api/notices/{id}/approval-links/{linkId}/revoke': 'links are handed out where a site has no second person',
};

/** What asks for If-Match only now and then, and when. */
const sometimes: Record<string, string> = {
  'POST /api/outgoing-documents/{id}/sign': 'where an earlier version was signed under the same hash (`outgoing-substance.int.spec`)',
};

/** Acts on what has no version (docs/adr/2026-11-28-acts-without-if-match.md). */
const versionless = [
  'POST /api/approval-links/{token}/approve',
  'POST /api/approval-links/{token}/return',
  'POST /api/deliveries/{id}/retry',
  'POST /api/hand-over-links/{token}/sign',
  'POST /api/inbox/{id}/read',
  'POST /api/notices/{id}/acknowledge',
  'POST /api/notices/{id}/read',
  'POST /api/people/{id}/unmask',
  'POST /api/place-codes/{code}/repair-requests',
  'POST /api/places/{id}/change-code',
  'POST /api/witness-links/{token}/sign',
];

export const staleVersions = sweep('acts on another version than there is', (given) => {
  it('take If-Match wherever there is a version', () => {
    const { operations } = given.swept;
    const acts = operations.filter((each) => each.method === 'POST' && each.path.includes('{') && !takes(each, 'If-Match'));
    expect(acts.map(named).toSorted()).toEqual(versionless);
  });

  it('are refused wherever If-Match is taken, and where it is left out and may not be', async () => {
    const { swept, office, things } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    const without: string[] = [];
    for (const operation of swept.operations.filter((each) => takes(each, 'If-Match'))) {
      const sent = { ...swept.bodyOf(operation), headers: { 'if-match': '"999999"' } };
      const tried = new Set<string>();
      let done = false;
      for (const thing of things.at(operation.path).slice(0, 20)) {
        for (const login of thing.seenBy) {
          const path = pathOf(operation.path, thing);
          const person = await office.as(login);
          if (!mayAtAll(person, operation)) continue;
          const { status, text, body } = await swept.send(operation, path, person, sent);
          tried.add(`${login} ${thing.status} ${status} ${body?.code}`);
          if (status !== 412 && status >= 400) continue;
          done = true;
          if (status < 400) wrong.push(`${named(operation)} accepted ${text}`);
          if (status < 400) break;
          wrong.push(...(await swept.refused('a stale If-Match', operation, path, person, sent, { status: 412, code: 'stale' })));
          if (Object.hasOwn(operation.responses, '428') && !Object.hasOwn(sometimes, named(operation)))
            wrong.push(...(await swept.refused('no If-Match', operation, path, person, { body: sent.body }, { status: 428, code: 'match-required' })));
          break;
        }
        if (done) break;
      }
      if (!done && tried.size > 0) wrong.push(`${named(operation)} is never stale: ${[...tried].join(', ')}`);
      if (tried.size === 0) without.push(named(operation));
    }
    expect(Object.keys(sometimes).filter((each) => !swept.operations.some((operation) => named(operation) === each))).toEqual([]);
    expect({ wrong, without }).toEqual({ wrong: [], without: Object.keys(untested) });
    expect(await contents(office)).toEqual(before);
  }, 180_000);
});
