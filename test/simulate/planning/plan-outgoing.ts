import type { Chance } from './chance';
import { clicksOf } from './plan-contacts';
import { tellKeeping } from './plan-keeping';
import { day } from './slots';
import { known, person, site, type Step, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';
import { matters, recipients } from './words';

const outgoing = (verb: string): string => `/api/outgoing-documents/{outgoing.id}/${verb}`;
const read = { kind: 'read', by: 'director', path: '/api/outgoing-documents/{outgoing.id}', keep: 'outgoing' } as const;

/** They begin early enough for most to be filed before the plan ends. */
const begins = 0.94;

interface Draft {
  drafter: string;
  text: string;
  to: readonly string[];
  confidential: boolean;
}

/** From the draft to the file: reviewed, countersigned, signed off, checked, numbered, printed, sealed, released, received, archived (W1.2). */
export function planOutgoing(town: Town, id: string): Step[] {
  const chance = town.chance(id);
  const story = town.story(id, chance, begins);
  const drafter = chance.pick(['clerk', 'lead', 'deputy', 'desk-1', 'desk-2']);
  const matter = chance.pick(matters);
  const from = chance.whole(recipients.length);
  const to = Array.from({ length: 1 + chance.whole(3) }, (_, n) => recipients[(from + n) % recipients.length]!);
  const text = `${to.join('、')}：\n现就${matter}一事函告如下，请予支持。编号 ${id}。`;
  const confidential = chance.is(0.04);
  const draft: Draft = { drafter, text, to, confidential };
  const content: Record<string, Value> = { kind: chance.pick(['notice', 'letter', 'report', 'request', 'reply']), title: `关于${matter}的函（${id}）`, body: text, recipients: to };
  story.post(drafter, '/api/outgoing-documents', { siteId: site, ...content, ...(confidential && { confidentiality: 'confidential' }) }, { keep: 'outgoing', clicks: clicksOf(chance), name: 'draft' });
  if (chance.is(0.03)) return story.later().post(drafter, outgoing('discard'), { reason: '不再需要' }).steps;
  tellApproval(story, chance, draft);
  if (chance.is(0.03)) return story.later().post(drafter, outgoing('discard'), { reason: '情况有变' }).steps;
  story.post('clerk', outgoing('check')).post('clerk', outgoing('number'), {}, { clicks: clicksOf(chance), name: 'number' });
  if (chance.is(0.04)) return story.later().post('clerk', outgoing('void'), { reason: '会议取消' }).steps;
  tellGoing(story, chance, draft);
  tellKeeping(story, chance, { sourceId: 'outgoing.id', lent: undefined });
  return story.steps;
}

/** Nobody reviews or countersigns their own words; a text that is another one by its hash is signed anew. */
function tellApproval(story: Story, chance: Chance, { drafter, text }: Draft): void {
  const reviewer = drafter === 'lead' ? 'deputy' : 'lead';
  const countersigner = chance.is(0.4) ? chance.pick(['foreman', 'technician-1']) : undefined;
  const submit = { reviewerId: person(reviewer), ...(countersigner !== undefined && { countersignerIds: [person(countersigner)] }) };
  if (chance.is(0.1)) story.post(drafter, outgoing('submit'), { ...submit, reviewerId: person(drafter) }, { refused: 'author-named' });
  story.post(drafter, outgoing('submit'), submit, { clicks: clicksOf(chance) });
  if (chance.is(0.15)) {
    story.later().post(reviewer, outgoing('return'), { reason: '请写明时间' });
    story.later().post(drafter, outgoing('submit'), submit);
  }
  // Now and then it lies: the reviewer is reminded, then others are told.
  story.later(chance.is(0.06) ? 5 * day : 1).post(reviewer, outgoing('review'), { opinion: '属实' });
  if (countersigner !== undefined) story.later().post(countersigner, outgoing('countersign'));
  story.later().take(read);
  story.post('director', outgoing('sign'), { textHash: known('outgoing.textHash') }, { clicks: clicksOf(chance) });
  const corrected = chance.weighted({ no: 80, typography: 12, substance: 8 });
  if (corrected === 'no') return;
  story.later().take({ ...read, by: 'clerk', keep: 'outgoing' });
  const changed = corrected === 'typography' ? text.replace('，', ',') : `${text}另请于五日内回复。`;
  story.post('clerk', outgoing('correct'), { body: changed, reason: '校对' }, { match: 'outgoing.version' });
  if (corrected === 'typography') return;
  story.post('director', outgoing('sign'), { textHash: known('outgoing.textHash') }, { refused: 'text-changed' });
  story.later().take(read);
  story.post('director', outgoing('sign'), { textHash: known('outgoing.textHash') });
}

/** Who approved the seal does not use it; each recipient confirms, or it is said why not. */
function tellGoing(story: Story, chance: Chance, { to, confidential }: Draft): void {
  const copies = to.length + chance.whole(3);
  story.later().post('clerk', outgoing('print'), { copies }, { clicks: clicksOf(chance) });
  story.post('director', outgoing('approve-seal'), { seal: '物业服务中心公章', reason: '发函', copies });
  if (chance.is(0.15)) story.post('director', outgoing('use-seal'), {}, { refused: 'own-seal-approval' });
  story.later().post('clerk', outgoing('use-seal'));
  const deliveries = to.map((recipient, n) => ({ recipient, how: '专人送达', copies: 1, ...(confidential && { shares: [n + 1] }) }));
  story.post('clerk', outgoing('release'), { deliveries }, { clicks: clicksOf(chance) });
  if (chance.is(0.2)) story.post('clerk', outgoing('file'), {}, { refused: 'receipts-outstanding' });
  // A receipt that does not come is asked for.
  story.later(chance.is(0.1) ? 12 * day : chance.whole(3) * day);
  for (const delivery of to.keys()) {
    const receipt: Record<string, Value> = chance.is(0.92) ? { receivedBy: '收发室' } : { missingReason: '拒收，已邮寄' };
    story.post('clerk', outgoing('record-receipt'), { delivery: delivery + 1, ...receipt });
  }
  story.post('clerk', outgoing('file'), {}, { clicks: clicksOf(chance), name: 'file' });
}
