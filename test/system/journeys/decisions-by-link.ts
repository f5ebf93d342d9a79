import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import { draftNotice, noticeAct, read, told } from '../../support/notices';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';

const hour = 3_600_000;

interface IssuedLink {
  id: string;
  url: string;
}

export const decisionsByLink = journey('a second person decides by a single-use link', (given) => {
  let office: Office;
  let [clerk, lead, director, resident]: Session[] = [];

  beforeAll(async () => {
    ({ office } = given);
    [clerk, lead, director, resident] = [await office.as('clerk'), await office.as('lead'), await office.as('director'), await office.as('resident')];
  });

  const submitted = async (): Promise<string> => {
    const { id } = await draftNotice(clerk!);
    await noticeAct(clerk!, id, 'submit');
    return id;
  };

  const form = (link: string, verb: string, body: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${link}/${verb}`, { method: 'POST', body: new URLSearchParams(body), headers });

  it('G1: where the site has no second person, a named one of the owners’ committee approves by a single-use link, on a page without sign-in', async () => {
    const file = pdfOf(2_000);
    const plan = accepted(await upload(clerk!, file, '停水范围.pdf'), 201);
    const { id } = await draftNotice(clerk!, { attachmentIds: [plan.id] });
    await noticeAct(clerk!, id, 'submit');
    const { contentHash } = await read(clerk!, id);
    const path = `/api/notices/${id}/approval-links`;
    const named = { name: '王建国', body: 'owners-committee', sentBy: 'sms' };
    expect((await clerk!.in('en').post<Problem>(path, named)).body).toMatchObject({ status: 400, code: 'approver-address-wrong', errors: [{ pointer: '/phone' }] });
    const { phone: own } = accepted(await director!.post<{ phone: string }>(`/api/people/${clerk!.who.id}/unmask`, { reason: '核对审核人' }), 200);
    expect((await director!.in('en').post<Problem>(path, { ...named, phone: own })).body).toMatchObject({ status: 400, errors: [{ pointer: '/phone', message: expect.stringContaining('somebody who wrote or submitted it') }] });
    expect((await resident!.post(path, { ...named, phone: '13911112222' })).status).toBe(403);
    const lost = accepted(await clerk!.post<IssuedLink>(path, { ...named, phone: '13911112222' }), 201);
    accepted(await clerk!.post(`${path}/${lost.id}/revoke`, {}), 200);
    expect((await fetch(lost.url)).status).toBe(409);

    const { url } = accepted(await clerk!.post<IssuedLink>(path, { ...named, phone: '13911112223' }), 201);
    const link = url.replace(/\/page$/, '');
    // Whatever draws a preview of it in a chat uses nothing up.
    for (let times = 0; times < 3; times += 1) expect((await fetch(url)).status).toBe(200);
    const page = await fetch(url);
    expect(Object.fromEntries(page.headers)).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'content-type': 'text/html; charset=utf-8' });
    const text = await page.text();
    for (const shown of ['停水通知', 'Water cut', '停水范围.pdf']) expect(text).toContain(shown);
    for (const hidden of ['王建国', clerk!.who.name, clerk!.who.id]) expect(text).not.toContain(hidden);
    const bytes = Buffer.from(await (await fetch(`${link}/attachments/${plan.id}`)).arrayBuffer());
    expect(bytes.equals(file)).toBe(true);

    expect((await form(link, 'approve', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => form(link, 'approve', {}, { 'sec-fetch-site': 'same-origin' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const approved = accepted(await lead!.get<{ status: string; contentHash: string; approvalLinks: object[] }>(`/api/notices/${id}`), 200);
    expect(approved).toMatchObject({ status: 'approved', contentHash });
    expect(approved.approvalLinks).toMatchObject([
      { status: 'revoked', name: '王建国', outcome: null },
      { status: 'used', name: '王建国', body: 'owners-committee', issuedBy: clerk!.who.id, outcome: 'approved' },
    ]);
    expect(await told(clerk!, id)).toEqual(['notice-approved']);
    await noticeAct(clerk!, id, 'release');
    expect(await read(clerk!, id)).toMatchObject({ status: 'released', contentHash });
    expect(await (await fetch(url)).text()).toMatch(/已使用过，结果为：审核通过[^]*used before: approved/);
    expect(JSON.stringify(accepted(await resident!.get(`/api/notices/${id}`), 200))).not.toContain('王建国');
  }, 120_000);

  it('G1: returned by a link with remarks, it goes back to its writer; a link that has expired changes nothing', async () => {
    const id = await submitted();
    const issue = async (notice: string): Promise<string> =>
      accepted(await director!.post<IssuedLink>(`/api/notices/${notice}/approval-links`, { name: '李总', body: 'company', sentBy: 'chat', phone: '13911112224', validHours: 1 }), 201).url.replace(/\/page$/, '');
    const [one, other] = [await issue(id), await issue(id)];
    expect((await form(one, 'return', { remarks: '请写明楼栋' })).status).toBe(200);
    expect(await read(clerk!, id)).toMatchObject({ status: 'returned', remarks: '请写明楼栋' });
    expect((await form(other, 'approve', {})).status).toBe(409);
    const late = await submitted();
    const expiring = await issue(late);
    await office.clock.forward(2 * hour);
    expect(await (await form(expiring, 'approve', {})).text()).toContain('已过期');
    expect((await read(clerk!, late)).status).toBe('submitted');
  }, 120_000);
});
