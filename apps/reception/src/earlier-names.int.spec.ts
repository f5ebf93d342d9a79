import type { Principal } from '@property-office/contracts';
import { Desk } from './desk.fixture';
import { perBatch } from './features/rebuild-name-keys/rebuild-name-keys.handler';
import { KeyedNames1765400200000 } from './persistence/migrations/1765400200000-keyed-names.migration';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  agent = await desk.holding('desk');
});
afterAll(() => reception.close());

/** As the office starts that has the migration, on rows of before. */
const upgraded = () => reception.transaction((tx) => new KeyedNames1765400200000().up({ query: (sql: string) => tx.query(sql) } as never));
const timers = () => reception.rows<{ kind: string; status: string }>(`SELECT kind, status FROM timer WHERE kind IN ('contact-names', 'visitor-names') ORDER BY due_at, kind`);
const before = (table: string) => reception.rows(`UPDATE ${table} SET name_index = '{}'`);
const found = async (what: 'contacts' | 'visitors' | 'phone-notes', q: string): Promise<string[]> =>
  (await reception.ask(`GET /api/${what}?siteId=${desk.siteId}&q=${encodeURIComponent(q)}`, agent)).body.items.map(({ id }: { id: string }) => id);

describe('contacts and visitors recorded before names were searched (W2.1)', () => {
  it('are found by whole name and pinyin, batch after batch; who left no name is passed over, who is forgotten stays so', async () => {
    const contact = await desk.recorded(agent, { caller: { name: '何建国', phone: '13800000009' } });
    const nameless = await desk.recorded(agent, { caller: { phone: '13800000008' } });
    const now = (await reception.now()).getTime();
    const [from, until] = [0, 2].map((hours) => new Date(now + hours * 3_600_000).toISOString());
    const visit = { siteId: desk.siteId, kind: 'office-guest', hostId: agent.personId, name: '王芳', from, until };
    const announced = await reception.ask('POST /api/visitors', agent, visit);
    expect(announced.status).toBe(201);
    // More than a batch, without anybody's name in front of one that has it.
    await reception.rows(
      `INSERT INTO contact SELECT (jsonb_populate_record(c, jsonb_build_object('id', '00000000-0000-7000-8000-' || lpad(n::text, 12, '0'), 'number', 'Q-x' || n))).*
       FROM contact c, generate_series(1, ${perBatch + 1}) n WHERE c.id = $1`,
      [nameless],
    );
    for (const table of ['contact', 'visitor']) await before(table);
    expect([await found('contacts', '何建国'), await found('visitors', '王芳')]).toEqual([[], []]);

    await upgraded();
    await reception.later(60);
    await reception.later(60);
    expect([await found('contacts', '何建国'), await found('contacts', 'hejianguo'), await found('visitors', 'wangfang')]).toEqual([[contact], [contact], [announced.body.id]]);
    expect(await timers()).toHaveLength(3);
    expect((await timers()).every(({ status }) => status === 'fired')).toBe(true);
    expect(await reception.rows('SELECT id FROM contact WHERE forgotten_at IS NOT NULL')).toEqual([]);
  });

  it('and phone notes left before, by name and by number, too', async () => {
    const note = { siteId: desk.siteId, toPersonId: (await desk.holding('clerk')).personId, message: '请回电' };
    const [named, numbered] = [{ name: '周建国' }, { phone: '02087654321' }].map((caller) => reception.ask('POST /api/phone-notes', agent, { ...note, caller }));
    const [one, other] = [(await named!).body.id, (await numbered!).body.id];
    // Columns that the version before does not know.
    await reception.rows('UPDATE phone_note SET name_index = DEFAULT, phone_index = DEFAULT');
    expect([await found('phone-notes', '周建国'), await found('phone-notes', '02087654321')]).toEqual([[], []]);
    await reception.runtime.catchUps.run();
    expect([await found('phone-notes', '周建国'), await found('phone-notes', 'zhoujianguo'), await found('phone-notes', '020 8765 4321')]).toEqual([[one], [one], [other]]);
  });

  it('are found where one before them cannot be opened, which is left, counted and tried again when it can be', async () => {
    const note = { siteId: desk.siteId, toPersonId: (await desk.holding('clerk')).personId, message: '请回电' };
    const left = async (name: string) => (await reception.ask('POST /api/phone-notes', agent, { ...note, caller: { name } })).body.id as string;
    const ids = { contact: [await desk.recorded(agent, { caller: { name: '周建国' } }), await desk.recorded(agent, { caller: { name: '吴秀兰' } })], phone_note: [await left('周建国'), await left('吴秀兰')] };
    const ciphers = new Map<string, string>();
    for (const [table, [id]] of Object.entries(ids)) {
      const [row] = await reception.rows<{ cipher: string }>(`SELECT caller_cipher AS cipher FROM ${table} WHERE id = $1`, [id]);
      ciphers.set(table, row!.cipher);
      await reception.rows(`UPDATE ${table} SET caller_cipher = caller_cipher || 'AAAA' WHERE id = $1`, [id]);
    }
    await before('contact');
    await reception.rows('UPDATE phone_note SET name_index = DEFAULT, phone_index = DEFAULT');
    const named = async (q: string) => [await found('contacts', q), await found('phone-notes', q)];
    await reception.rows(`DELETE FROM timer WHERE kind = 'contact-names'`);

    await upgraded();
    await reception.later(60);
    await reception.runtime.catchUps.run();
    expect([await named('吴秀兰'), await named('周建国')]).toEqual([[[ids.contact[1]], [ids.phone_note[1]]], [[], []]]);
    expect([reception.runtime.catchUps.left, (await timers()).every(({ status }) => status === 'fired')]).toEqual([2, true]);

    for (const [table, cipher] of ciphers) await reception.rows(`UPDATE ${table} SET caller_cipher = $2 WHERE id = $1`, [ids[table as keyof typeof ids][0], cipher]);
    await reception.runtime.catchUps.run();
    expect([await named('周建国'), reception.runtime.catchUps.left]).toEqual([[[ids.contact[0]], [ids.phone_note[0]]], 0]);
  });

  it('begin nothing where there are none', async () => {
    await reception.rows(`DELETE FROM timer WHERE kind IN ('contact-names', 'visitor-names')`);
    await reception.rows('UPDATE contact SET caller_cipher = NULL, phone_index = NULL');
    await upgraded();
    expect((await timers()).filter(({ kind }) => kind === 'contact-names')).toEqual([]);
  });
});
