import { waitFor } from '@property-office/testing';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, report, repairsPath, timelineOf } from '../../support/repairs';
import { enter, streamUntil } from '../../support/residents';
import type { Session, SignedIn } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';
import type { PageView, RepairView, TimelineView } from '../../support/views';

const day = 86_400_000;

interface Claim {
  id: string;
  status: string;
  homeLabel: { zh: string } | null;
}
interface Tie {
  id: string;
  personId: string;
  kind: string;
}
interface Order {
  id: string;
  door: { wishes: string; hasContact: boolean } | null;
}

export const residents = journey('residents’ accounts through the gateway', (given) => {
  let office: Office;
  let desk: Session;
  let site: string;
  let number = 0;

  beforeAll(async () => {
    ({ office } = given);
    desk = await office.as('desk');
    site = desk.who.sites[0]!.id;
  });

  const newPhone = () => `1390000${String((number += 1)).padStart(4, '0')}`;
  const until = async () => new Date((await office.clock.now()).getTime() + 300 * day).toISOString();
  const again = async (person: Session) => accepted(await person.get<SignedIn>('/api/sessions/current'), 200);
  /** The same session, as it stands when the door has noticed. */
  const once = (person: Session, homes: number) =>
    waitFor(async () => (await again(person)).homes.length === homes, {
      what: `${homes} homes`,
      timeoutMs: 3_000,
    });
  const claim = async (person: Session, kind: string, home: string) =>
    accepted(
      await person.post<Claim>('/api/home-claims', {
        siteId: site,
        place: { building: '6栋', entrance: '2单元', home },
        name: '陈晨',
        kind,
      }),
      201,
    );
  async function settled(kind: string, home: string): Promise<{ person: Session; homeId: string }> {
    const person = await enter(office, newPhone());
    const { id } = await claim(person, kind, home);
    accepted(await desk.post(`/api/home-claims/${id}/confirm`, {}), 200);
    await once(person, 1);
    const { homes } = await again(person);
    return { person: person.as({ ...person.who, homes }), homeId: homes[0]!.id };
  }

  it('W2.6: an unknown phone claims a home, the desk confirms, and the claimant reports a repair', async () => {
    const phone = newPhone();
    const person = await enter(office, phone);
    expect(person.who).toMatchObject({ roles: [], homes: [] });
    const refused = await person.post<Problem>(repairsPath, { category: 'light' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'home-first', title: '请先认领房屋' } });
    expect((await upload(person, pdfOf(500), 'a.pdf')).status).toBe(403);
    const { id } = await claim(person, 'owner', '602');
    const { items } = accepted(
      await desk.get<PageView<Claim>>(`/api/home-claims?status=pending&siteId=${site}`),
      200,
    );
    expect(items.find((each) => each.id === id)!.homeLabel!.zh).toBe('6栋2单元602');
    expect((await (await office.as('desk2')).post(`/api/home-claims/${id}/confirm`, {})).status).toBe(404);
    accepted(await desk.post(`/api/home-claims/${id}/confirm`, {}), 200);
    await once(person, 1);
    const { homes } = await again(person);
    const request = await report(person.as({ ...person.who, homes }));
    const first = await waitFor(async () => (await person.get<TimelineView>(`${repairsPath}/${request.id}/timeline`)).body.items?.[0], { what: 'the first line' });
    expect(first.type).toBe('tickets.repair-requested.v1');
  });

  it('W2.6: a known phone enters at once; an owner adds a tenant until a date, who enters by theirs', async () => {
    const { person: owner, homeId } = await settled('owner', '601');
    const phone = newPhone();
    const { id } = accepted(
      await owner.post<Tie>(`/api/homes/${homeId}/members`, {
        name: '租客',
        phone,
        kind: 'tenant',
        until: await until(),
      }),
      201,
    );
    const tenant = await enter(office, phone);
    expect(tenant.who.homes).toMatchObject([{ id: homeId }]);
    accepted(await owner.post(`/api/homes/${homeId}/members/${id}/end`, {}), 200);
    await once(tenant, 0);
    expect((await tenant.get(`/api/homes/${homeId}`)).status).toBe(403);
  });

  it('W2.6: after moving out one’s own words stay readable; the next owner never sees earlier words or photos', async () => {
    const { person: earlier, homeId } = await settled('owner', '502');
    const photo = accepted(await upload(earlier, pdfOf(900), '旧照片.pdf'), 201).id;
    const words = '旧主人的秘密话语';
    const old = await report(earlier, { description: words, attachmentIds: [photo] });
    await timelineOf(earlier, old.id);
    accepted(await desk.post(`/api/homes/${homeId}/move-out`, { personId: earlier.who.id }), 200);
    await once(earlier, 0);
    expect(accepted(await earlier.get<RepairView>(`${repairsPath}/${old.id}`), 200).description).toBe(words);
    expect((await timelineOf(earlier, old.id)).length).toBeGreaterThan(0);
    for (const [verb, body] of [
      ['comment', { comment: '?' }],
      ['cancel', { reason: '?' }],
    ] as const)
      expect((await earlier.post(`${repairsPath}/${old.id}/${verb}`, body)).status).toBe(403);

    const { person: next } = await settled('owner', '502');
    expect(next.homeId).toBe(homeId);
    const own = await report(next, { description: '新主人的话' });
    await timelineOf(next, own.id);
    for (const path of [
      `${repairsPath}/${old.id}`,
      `${repairsPath}/${old.id}/timeline`,
      `${repairsPath}/${old.id}/receipt`,
      `${repairsPath}/${old.id}/contact`,
      `/api/attachments/${photo}`,
      `/api/people/${earlier.who.id}`,
    ]) {
      const { status, text } = await next.get(path);
      expect([path, [403, 404].includes(status)]).toEqual([path, true]);
      expect(text).not.toMatch(/旧/);
    }
    for (const act of ['comment', 'cancel', 'reopen', 'correct'])
      expect([400, 403, 404]).toContain(
        (await next.post(`${repairsPath}/${old.id}/${act}`, { reason: '?', comment: '?' })).status,
      );
    const searched = () => next.get<PageView<RepairView>>(`${repairsPath}?q=${encodeURIComponent('主人的')}`);
    await waitFor(async () => (await searched()).body.items.length > 0, { what: 'the search to know it' });
    for (const list of [await next.get<PageView<RepairView>>(repairsPath), await searched()])
      expect(list.body.items.map(({ id }) => id)).toEqual([own.id]);
    for (const path of [`/api/homes/${homeId}/ties`, `/api/homes/${homeId}/members`])
      expect(
        accepted(await next.get<{ items: Tie[] }>(path), 200).items.map(({ personId }) => personId),
      ).toEqual([next.who.id]);
    expect(accepted(await next.get<PageView<Claim>>('/api/home-claims'), 200).items).toHaveLength(1);
    expect((await next.get('/api/inbox')).text).not.toContain(old.id);
    const stream = await streamUntil(office, next, own.id);
    expect(stream).not.toContain(old.id);
    expect(stream).not.toContain(old.number);
  });

  it('W2.6: who stands before its QR reports a public place with a photo, and follows it, without an account', async () => {
    const { items } = accepted(
      await desk.get<PageView<{ id: string; label: { zh: string } }>>(
        `/api/places?siteId=${site}&kind=public-place&limit=100`,
      ),
      200,
    );
    const lobby = items.find(({ label }) => label.zh === '3栋大堂')!;
    const sheet = await desk.get(`/api/places/${lobby.id}/qr`);
    expect(sheet.headers['content-type']).toMatch(/^image\/svg\+xml/);
    const [row] = await office.query<{ code: string }>(
      'SELECT code FROM tickets.place_code WHERE place_id = $1',
      [lobby.id],
    );
    const nobody = office.nobody();
    const place = accepted(
      await nobody.get<{ visit: string; place: { zh: string } }>(`/api/place-codes/${row!.code}`),
      200,
    );
    expect(place.place.zh).toBe('3栋大堂');
    const opened = await nobody.get(`/report/${row!.code}`);
    expect(opened).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
    for (const shown of ['3栋大堂', 'data-visit="', '<option value="light">']) expect(opened.text).toContain(shown);
    const [, script] = /<script src="([^"]+)"/.exec(opened.text)!;
    expect((await nobody.get(script!)).headers['content-type']).toBe('text/javascript; charset=utf-8');
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
      'base64',
    );
    const photo = accepted(
      await upload(nobody, picture, 'a.png', `/api/visitor-photos?visit=${encodeURIComponent(place.visit)}`),
      201,
    );
    const made = accepted(
      await nobody.post<{ number: string; followUrl: string }>(
        `/api/place-codes/${row!.code}/repair-requests`,
        {
          visit: place.visit,
          category: 'light',
          description: '大堂灯不亮',
          attachmentIds: [photo.id],
        },
      ),
      201,
    );
    const followed = await nobody
      .in('en')
      .get<{ number: string; statusName: string }>(made.followUrl);
    expect(followed.body).toMatchObject({ number: made.number, statusName: 'open' });
    const page = await nobody.get(`/follow/${made.followUrl.split('/').at(-1)}`);
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
    expect(page.text).toContain(made.number);
    for (const private_ of ['大堂灯不亮', '3栋大堂']) expect(page.text).not.toContain(private_);
    const seen = await waitFor(
      async () =>
        (await desk.get<PageView<RepairView>>(`${repairsPath}?q=${encodeURIComponent('大堂灯')}`)).body
          .items[0],
      { what: 'the desk to find it' },
    );
    const detail = await desk.get<{ attachments: Array<{ url: string }> }>(`${repairsPath}/${seen.id}`);
    expect((await nobody.get(detail.body.attachments[0]!.url)).status).toBe(200);
    expect((await nobody.get(`/api/place-codes/${'A'.repeat(22)}`)).status).toBe(404);
    for (const path of [`/report/${'A'.repeat(22)}`, '/follow/nothing'])
      for (const [accept, answered] of [['text/html,*/*', 'text/html; charset=utf-8'], ['*/*', 'application/problem+json; charset=utf-8']] as const)
        expect(await nobody.send('GET', path, undefined, { headers: { accept } })).toMatchObject({ status: 404, headers: { 'content-type': answered } });
  });

  it('W6.4: a home without a phone: wishes and contact reach who goes there, and the receipt is in large type', async () => {
    const home = await desk.get<PageView<{ id: string }>>('/api/homes?externalCode=YG-2-1-101');
    const homeId = home.body.items[0]!.id;
    const written = await desk.send(
      'PUT',
      `/api/homes/${homeId}/care`,
      JSON.stringify({
        noPhone: true,
        wishes: '听力不好，请按两次门铃',
        contact: { name: '女儿', phone: '13811112222', relation: '女儿' },
      }),
      { headers: { 'content-type': 'application/json', 'if-match': '*' } },
    );
    accepted(written, 200);
    await waitFor(
      async () =>
        (await office.query('SELECT 1 FROM dispatch.home_care WHERE home_id = $1', [homeId])).length === 1,
      { what: 'dispatch to know the wishes' },
    );
    const request = accepted(
      await desk.post<RepairView>(repairsPath, {
        category: 'water-leak',
        description: '<i>水龙头</i>漏水',
        location: { homeId },
      }),
      201,
    );
    const technician = await office.as('technician');
    const order = await waitFor(
      async () =>
        (await desk.get<PageView<Order>>(`/api/work-orders?repairRequestId=${request.id}`)).body.items[0],
      { what: 'the work order' },
    );
    const atTheDoor = await waitFor(
      async () => {
        const { status, body } = await technician.get<Order>(`/api/work-orders/${order.id}`);
        return status === 200 && body;
      },
      { what: 'the technician to see it' },
    );
    expect(atTheDoor.door).toMatchObject({ wishes: '听力不好，请按两次门铃', hasContact: true });
    const contact = await technician.get<{ phone: string }>(`/api/work-orders/${order.id}/door-contact`);
    expect(accepted(contact, 200)).toEqual({ name: '女儿', phone: '13811112222' });
    const views = await office.query(
      `SELECT 1 FROM directory.personal_data_view WHERE service = 'dispatch' AND reason LIKE 'work order%'`,
    );
    expect(views.length).toBeGreaterThan(0);
    const receipt = await desk.get(`${repairsPath}/${request.id}/receipt`);
    expect(receipt.status).toBe(200);
    expect(receipt.text).toContain('&lt;i&gt;水龙头&lt;/i&gt;漏水');
    const { origin, pathname } = new URL(/aria-label="([^"]+)"/.exec(receipt.text)![1]!);
    expect(origin).toBe(office.url);
    expect((await office.nobody().get(`/api/followed-repairs/${pathname.split('/').at(-1)}`)).status).toBe(
      200,
    );
    const { siteId } = request;
    const asked = accepted(await desk.post<{ id: string }>('/api/contacts', { siteId, channel: 'walk-in', ownWords: '想问电梯年检', caller: { homeId } }), 201);
    const complaint = accepted(await desk.post<{ id: string }>('/api/complaints', { siteId, kind: 'noise', words: '夜里太吵', homeId, contact: { name: '何奶奶', phone: '13700000001' } }), 201);
    await waitFor(async () => (await desk.get<{ door: object | null }>(`/api/contacts/${asked.id}`)).body.door !== null, { what: 'reception to know the wishes' });
    expect((await desk.get<{ door: object }>(`/api/contacts/${asked.id}`)).body.door).toMatchObject({ wishes: '听力不好，请按两次门铃', hasContact: true });
    for (const path of [`contacts/${asked.id}`, `complaints/${complaint.id}`]) {
      const printed = (await desk.get(`/api/${path}/receipt`)).text;
      const followed = await office.nobody().get(new URL(/aria-label="([^"]+)"/.exec(printed)![1]!).pathname);
      expect([path, followed.status, followed.text.includes('夜里太吵')]).toEqual([path, 200, false]);
    }
  });
});
