import { contents } from '../../support/unchanged';
import { sweep } from '../../support/sweep/sweep';
import { languages, named, nobodys, withId } from '../../support/sweep/swept';
import { flaw } from '../../support/sweep/refusal';
import { pathOf } from '../../support/sweep/things';
import type { Answer, Problem } from '../../support/http';

/** A neighbour, the technicians of other crews, and the staff of the other site. */
const outsiders = ['resident2', 'technician', 'technician2', 'desk2', 'lead2'];

/** Of what nothing is found, and why. */
const untested: Record<string, string> = {
  'GET /api/deliveries/{id}': 'nothing has left the house here',
  'POST /api/deliveries/{id}/retry': 'nothing has left the house here',
  'POST /api/destructions/{id}/witness-links/{linkId}/revoke': 'links are handed out where a witness comes from elsewhere',
  'POST /api/hand-overs/{id}/links/{linkId}/revoke': 'links are handed out where who signs comes from elsewhere',
  'POST /api/notices/{id}/approval-links/{linkId}/revoke': 'links are handed out where a site has no second person',
};
/** Who may see more of something than its list shows them. */
const seenAnyway: Record<string, readonly string[]> = {
  // The staff of a site know who stands in for a colleague.
  'GET /api/people/{id}/answering': ['technician', 'technician2'],
};

export const otherPeoplesThings = sweep('ids of what is none of theirs', (given) => {
  it('are answered as ids that nobody has', async () => {
    const { swept, office, things } = given;
    const before = await contents(office);
    const wrong: string[] = [];
    const without: string[] = [];
    const needed = new Set<string>();
    for (const operation of swept.operations.filter(({ path, security }) => path.includes('{') && security?.length !== 0)) {
      let count = 0;
      for (const login of outsiders) {
        const hidden = things.hiddenFrom(login, operation.path).slice(0, 2);
        if (hidden.length === 0) continue;
        if (seenAnyway[named(operation)]?.includes(login)) {
          needed.add(`${named(operation)} ${login}`);
          continue;
        }
        const sent = { ...swept.bodyOf(operation), headers: { 'if-match': '*' } };
        for (const language of languages) {
          const person = (await office.as(login)).in(language);
          const nobody = await swept.send(operation, swept.asked(operation, withId(operation.path, nobodys)), person, sent);
          const status = nobody.status === 403 ? 403 : 404;
          for (const thing of hidden) {
            count += 1;
            const answer = await swept.send(operation, swept.asked(operation, pathOf(operation.path, thing)), person, sent);
            const said = flaw(answer, language, { status, ...(status === 403 && { code: 'role-may-not' }) });
            if (said) wrong.push(`${named(operation)} ${login} ${thing.status}: ${said}`);
            else if (what(answer) !== what(nobody)) wrong.push(`${named(operation)} ${login} ${thing.status}: ${answer.text} is not ${nobody.text}`);
            if (status === 403) break;
          }
        }
      }
      if (count === 0) without.push(named(operation));
    }
    expect({ wrong, without }).toEqual({ wrong: [], without: Object.keys(untested) });
    // Nothing is spared that nobody comes upon.
    expect([...needed].sort()).toEqual(Object.entries(seenAnyway).flatMap(([name, logins]) => logins.map((login) => `${name} ${login}`)).sort());
    expect(await contents(office)).toEqual(before);
  }, 180_000);
});

/** An answer but for what names the request. */
const what = ({ status, body }: Answer<Problem>): string => JSON.stringify({ ...body, status, instance: undefined, requestId: undefined });
