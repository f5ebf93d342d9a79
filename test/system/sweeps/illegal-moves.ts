import type { Operation } from '../../support/api-document';
import { takes } from '../../support/api-document';
import type { Session } from '../../support/session';
import { traces } from '../../support/unchanged';
import { sweep, type Given } from '../../support/sweep/sweep';
import { mayAtAll, named, type Sent } from '../../support/sweep/swept';
import { pathOf } from '../../support/sweep/things';

/** What takes from the people of this sweep their session, their role or their home: each is tried beside the code of directory. */
const perilous = [
  'POST /api/accounts/{id}/close',
  'POST /api/accounts/{id}/end-sessions',
  'POST /api/accounts/{id}/reset-password',
  'POST /api/crews/{id}/members',
  'POST /api/delegations/{id}/end',
  'POST /api/homes/{id}/members',
  'POST /api/homes/{id}/members/{tieId}/end',
  'POST /api/homes/{id}/move-out',
  'POST /api/role-grants/{id}/end',
  'POST /api/superiors/{id}/end',
  'POST /api/ties/{id}/end',
];
/** Acts that are no moves of a state table, each with what refuses it instead. */
const refusedOtherwise: Record<string, string> = {
  'POST /api/absences/{id}/end': 'span-ended',
  'POST /api/complaints/{id}/cancel-task': 'task-over',
  'POST /api/complaints/{id}/finish-task': 'task-over',
  'POST /api/complaints/{id}/take-back': 'complaint-not-merged',
  'POST /api/completeness-lists/{siteId}/retire-paper': 'paper-retired',
  'POST /api/crew-memberships/{id}/end': 'span-ended',
  'POST /api/duties/{id}/cancel': 'span-ended',
  'POST /api/escalations/{id}/acknowledge': 'escalation-answered',
  'POST /api/incoming-documents/{id}/take-back': 'too-late-to-take-back',
  'POST /api/living-files/{id}/close': 'nothing-ended',
  'POST /api/living-files/{id}/hold': 'already-held',
  'POST /api/living-files/{id}/release-hold': 'not-held',
  'POST /api/notice-tasks/{id}/spare': 'notice-task-not-spared',
  'POST /api/notices/{id}/acknowledge': 'notice-not-asked',
  'POST /api/notices/{id}/review': 'no-review-open',
  'POST /api/outgoing-documents/{id}/take-back': 'too-late-to-take-back',
  'POST /api/places/{id}/correct-device-number': 'no-device',
  'POST /api/records/{id}/end-admission': 'not-admitted',
  'POST /api/records/{id}/hold': 'already-held',
  'POST /api/records/{id}/release-hold': 'not-held',
  'POST /api/repair-requests/{id}/me-too': 'reported-by-you',
  'POST /api/repair-requests/{id}/plan': 'nothing-to-plan',
  'POST /api/repair-requests/{id}/take-back': 'take-back-too-late',
  'POST /api/repair-requests/{id}/unmerge': 'not-merged',
  'POST /api/standard-answers/{id}/improve': 'standard-answer-retired',
  'POST /api/standard-answers/{id}/retire': 'standard-answer-retired',
  'POST /api/tidy-ups/{id}/finish': 'tidy-up-finished',
};
/** Acts that nothing here refuses for its state, and why. */
const untested: Record<string, string> = {
  'POST /api/approval-links/{token}/approve': 'the link is known to its approver alone',
  'POST /api/approval-links/{token}/return': 'the link is known to its approver alone',
  'POST /api/deliveries/{id}/retry': 'nothing has left the house here',
  'POST /api/destructions/{id}/witness-links/{linkId}/revoke': 'links are handed out where a witness comes from elsewhere',
  'POST /api/hand-over-links/{token}/sign': 'the link is known to its signer alone',
  'POST /api/hand-overs/{id}/links/{linkId}/revoke': 'links are handed out where who signs comes from elsewhere',
  'POST /api/living-files/{id}/file-paper': 'no living file of the demonstration is handed over',
  'POST /api/mail/{id}/convert': 'mail becomes a document once: whoever asks again has the same one',
  'POST /api/notice-tasks/{id}/finish': 'it takes a picture, which is asked for first',
  'POST /api/notices/{id}/approval-links/{linkId}/revoke': 'links are handed out where a site has no second person',
  'POST /api/records/{id}/admit': 'nobody else of the staff is admitted twice',
  'POST /api/records/{id}/correct': 'records are of no state',
  'POST /api/records/{id}/move': 'records are of no state',
  'POST /api/witness-links/{token}/sign': 'the link is known to its witness alone',
};
const illegal = /^(.+-)?(illegal-move|move-illegal)$/;
const names = { zh: /现在可以：.+。$/, en: /Allowed now: .+\.$/ };
/** So many of its illegal moves are enough to know of an act. */
const enough = 2;

export const illegalMoves = sweep('moves that the state does not allow', (given) => {
  it('are refused by every act, and the moves are named that it allows', async () => {
    const { swept } = given;
    const wrong: string[] = [];
    const never: string[] = [];
    const acts = swept.operations.filter(({ method, path, responses }) => method === 'POST' && path.includes('{') && Object.hasOwn(responses, '409'));
    expect(acts.map(named)).toEqual(expect.arrayContaining(perilous));
    for (const operation of acts.filter((each) => !perilous.includes(named(each)))) {
      const found = await tryAll(given, operation, wrong);
      const name = named(operation);
      if (found.illegal > 0) continue;
      never.push(name);
      const instead = refusedOtherwise[name];
      if (instead ? !found.answers.has(`409 ${instead}`) : !Object.hasOwn(untested, name)) wrong.push(`${name} is never illegal: ${[...found.answers].join(', ')}`);
    }
    expect({ wrong, never }).toEqual({ wrong: [], never: Object.keys({ ...refusedOtherwise, ...untested }).toSorted() });
  }, 300_000);
});

async function tryAll(given: Given, operation: Operation, wrong: string[]): Promise<Tried> {
  const found = new Tried();
  for (const thing of given.things.at(operation.path).slice(0, 16))
    for (const login of thing.seenBy) {
      if (found.illegal >= enough) return found;
      const person = await given.office.as(login);
      if (!mayAtAll(person, operation)) continue;
      if (await tryTwice(given, operation, pathOf(operation.path, thing), person, found, wrong)) break;
    }
  return found;
}

class Tried {
  illegal = 0;
  readonly answers = new Set<string>();
}

/** What is done is done again: it cannot have been waiting for it twice. @returns whether somebody else need not try */
async function tryTwice({ swept, office }: Given, operation: Operation, path: string, person: Session, found: Tried, wrong: string[]): Promise<boolean> {
  const sent: Sent = { ...swept.bodyOf(operation, person), ...(takes(operation, 'If-Match') && { headers: { 'if-match': '*' } }) };
  for (const _ of ['once', 'again']) {
    const { status, body, text } = await swept.send(operation, path, person, sent);
    found.answers.add(`${status} ${body?.code}`);
    if (status >= 500) wrong.push(`${named(operation)}: ${text}`);
    if (status >= 400 && status !== 409) return false;
    if (status === 409) {
      wrong.push(...(await refusedAlike({ swept, office } as Given, operation, path, person, sent, body.code)));
      if (illegal.test(body.code)) found.illegal += 1;
      return illegal.test(body.code);
    }
    await office.comeToRest();
  }
  return true;
}

/** Nothing is on its way: whatever is recorded now was changed by what was refused. */
async function refusedAlike({ swept, office }: Given, operation: Operation, path: string, person: Session, sent: Sent, code: string): Promise<string[]> {
  const before = await traces(office);
  const wrong = await swept.refused('an illegal move', operation, path, person, sent, { status: 409, code });
  for (const language of ['zh', 'en'] as const) {
    const { body } = await swept.send(operation, path, person.in(language), sent);
    if (illegal.test(code) && !names[language].test(body?.detail ?? '')) wrong.push(`${named(operation)} names no move: ${body?.detail}`);
  }
  const after = await traces(office);
  return after.events === before.events && after.answers === before.answers ? wrong : [...wrong, `${named(operation)} changed something`];
}
