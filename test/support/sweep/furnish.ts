import { derivedId } from '@property-office/kernel';
import { recordContact, siteOf } from '../contacts';
import type { Office } from '../office';
import { accepted, act, report } from '../repairs';
import { pdfOf, upload } from '../uploads';
import type { PageView } from '../views';
import type { Swept } from './swept';
import type { Things } from './things';

const day = 24 * 3_600_000;

/** Gives an office what the demonstration has nothing of, in its states where it has some. */
export async function furnish(office: Office): Promise<void> {
  const [resident, desk, lead, technician] = [await office.as('resident'), await office.as('desk'), await office.as('lead'), await office.as('technician')];
  const director = await office.as('director');
  const siteId = siteOf(desk);
  const now = (await office.clock.now()).getTime();
  const until = new Date(now + 30 * day).toISOString();

  const roads: Array<Array<[string, object]>> = [[], [['accept', {}]], [['accept', {}], ['arrive', {}]], [['accept', {}], ['arrive', {}], ['finish', { workDone: '换了密封圈' }]]];
  const requests = [];
  for (const _ of roads) requests.push(await report(resident));
  await report(resident, { category: 'door' });
  accepted(await act(resident, (await report(resident)).id, 'cancel', { reason: '不用了' }), 200);
  await office.comeToRest();
  for (const [index, road] of roads.entries())
    for (const [verb, body] of road) {
      const { items } = accepted(await desk.get<PageView<{ id: string }>>(`/api/work-orders?repairRequestId=${requests[index]!.id}`), 200);
      accepted(await technician.post(`/api/work-orders/${items[0]!.id}/${verb}`, body), 200);
    }

  await recordContact(desk);
  accepted(await resident.post('/api/enquiries', { homeId: resident.homeId, words: '水费怎么交' }), 201);
  accepted(await resident.post('/api/home-claims', { siteId, place: { building: '6栋', entrance: '2单元', home: '601' }, name: '林晓雨', kind: 'owner' }), 201);
  accepted(await resident.post(`/api/homes/${resident.homeId}/members`, { name: '林小妹', kind: 'family', until }), 201);
  accepted(await lead.post('/api/absences', { personId: technician.who.id, until }), 201);
  accepted(await director.post('/api/group-robots', { siteId, name: '客服群', platform: 'wecom', group: 'desk', url: 'https://example.com/robot' }), 201);
  accepted(await director.post('/api/webhooks', { siteId, name: '对接', url: 'https://example.com/hook', events: ['repair-request.reported'] }), 201);
  await office.comeToRest();
}

/** What is in no list, but known to whoever made it; or is in none yet, so that nothing is done to it but by what names it. */
export async function addUnlisted(office: Office, swept: Swept, things: Things): Promise<void> {
  const goesOn = await report(await office.as('resident'));
  swept.tell('POST /api/repair-requests/{id}/merge', { into: goesOn.id });
  const technician = await office.as('technician');
  const attachment = accepted(await upload(technician, pdfOf(2_000), '说明.pdf'), 201);
  things.add('/api/attachments/{id}', { ids: [attachment.id], status: '', seenBy: new Set(['technician']) });
  // What is retired stands in the list only of who asks for it.
  const [offered] = things.at('/api/standard-answers/{id}');
  for (const { id } of await office.query<{ id: string }>('SELECT id FROM reception.standard_answer WHERE retired'))
    things.add('/api/standard-answers', { ids: [id], status: 'retired', seenBy: offered!.seenBy });
  const memberships = await office.query<{ id: string }>(
    `SELECT m.id FROM directory.crew_membership m JOIN directory.crew c ON c.id = m.crew_id WHERE c.code LIKE 'G%' LIMIT 2`,
  );
  for (const { id } of memberships) things.add('/api/crew-memberships/{id}', { ids: [id], status: '', seenBy: new Set(['director', 'lead', 'operator', 'technician', 'technician2']) });
}

/** What the document does not say of bodies. */
export function tellMore(swept: Swept, things: Things, now: Date): void {
  const shift = [{ from: '08:30', to: '12:00' }];
  const recordIds = [things.at('/api/records/{id}')[0]!.ids[0]!];
  swept.tell('POST /api/appraisals', { recordIds, appraiserIds: ['01900000-0000-7000-8000-00000001dead', '01900000-0000-7000-8000-00000002dead'] });
  swept.tell('POST /api/destructions', { recordIds });
  swept.tell('POST /api/stocktakes', { shelf: 'D柜1层', finishBy: new Date(now.getTime() + 30 * day).toISOString() });
  swept.tell('POST /api/hand-overs', { scope: 'named', recordIds });
  // The register of a month stands among its cases, under the id of its event.
  swept.tell('POST /api/archive-months/{id}/explain', { eventId: derivedId('repair-register-made', things.at('/api/archive-months/{id}').find(({ status }) => status === 'differing')!.ids[0]!) });
  swept.tell('POST /api/archive-settings/set-rule', { category: 'WS', office: 'KFB' });
  swept.tell('POST /api/completeness-lists/{siteId}/set-paper', { subject: 'device', paper: 'spare-keys' });
  swept.tell('POST /api/completeness-lists/{siteId}/retire-paper', { subject: 'device', paper: 'manual' });
  swept.tell('POST /api/living-files/{id}/file-paper', { paper: 'other' });
  const [record] = things.at('/api/records/{id}');
  swept.tell('POST /api/copies', { recordId: record!.ids[0]! });
  swept.tell('POST /api/loans', { recordId: record!.ids[0]!, form: 'paper', dueAt: new Date(now.getTime() + 3 * day).toISOString() });
  // Of the demonstration's complaints one is about noise.
  swept.tell('POST /api/cause-measures', { source: 'complaints', month: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(now), cause: 'noise' });
  swept.tell('POST /api/directives', { acknowledgeBy: new Date(now.getTime() + 3 * day).toISOString(), roles: ['technician'], authority: '区住建局' });
  swept.tell('POST /api/notices/{id}/leave-slips', { all: true });
  swept.tell('POST /api/contacts/{id}/convert', { to: 'suggestion', description: '建议增加路灯', callerConfirmed: true });

  swept.tell('POST /api/phone-notes', { caller: { anonymous: true } });
  swept.tell('POST /api/holidays', { year: 2027 });
  swept.tell('POST /api/records', { carrier: 'paper', category: 'WS', office: 'KFB' });
  swept.tell('POST /api/service-hours', { hours: { workday: shift, saturday: [], sunday: [], holiday: [] } });
  swept.tell('POST /api/service-targets', { limits: [{ amount: 1, unit: 'days' }] });
  swept.tell('POST /api/superiors', { superiorId: '01900000-0000-7000-8000-00000001dead' });
  swept.tell('POST /api/notices/{id}/approval-links', { phone: '13800138000' });
  // The one that is being handled goes on for another one already.
  const handled = things.at('/api/complaints/{id}').find(({ status }) => status === 'handling')!;
  const over = (status: string) => ({ taskId: things.at('/api/complaint-tasks/{id}').find((task) => task.status === status)!.ids[0]! });
  swept.tell('POST /api/complaints/{id}/finish-task', over('finished'));
  swept.tell('POST /api/complaints/{id}/cancel-task', over('cancelled'));
  swept.tell('POST /api/complaints/{id}/merge', { into: handled.ids[0]! });
  swept.tell('POST /api/complaints/{id}/join', { words: '我家也是' });
  swept.tell('POST /api/complaints/{id}/link-repair', { repairRequestId: things.at('/api/repair-requests/{id}')[0]!.ids[0]! });
}
