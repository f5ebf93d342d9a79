import { siteOf } from '../../support/contacts';
import { journey } from '../../support/journey';
import { accepted, report } from '../../support/repairs';
import type { Session } from '../../support/session';

/** Over all that was left by who was here before. */
export const rotatedKeys = journey('keys are rotated while the office works', (given) => {
  let desk: Session;
  let resident: Session;
  let technician: Session;

  beforeAll(async () => {
    [desk, resident, technician] = await Promise.all([given.office.as('desk'), given.office.as('resident'), given.office.as('technician')]);
  });

  const rotate = async (...args: string[]): Promise<string> => {
    const { code, out, errors } = await given.office.ops('rotate-keys', ...args);
    if (code !== 0) throw new Error(`${code}: ${out}${errors}`);
    return out;
  };

  /** Every column of the office that holds encrypted values, with the keys they are under. */
  async function sealedUnder(): Promise<Map<string, string[]>> {
    const { office } = given;
    const columns = await office.query<{ place: string; column: string }>(
      `SELECT table_schema || '.' || table_name AS place, column_name AS column FROM information_schema.columns WHERE column_name LIKE '%\\_cipher' ORDER BY 1, 2`,
    );
    const each = columns.map(({ place, column }) => `SELECT '${place}.${column}' AS place, array_agg(DISTINCT split_part(${column}, '.', 1)) AS keys FROM ${place} WHERE ${column} IS NOT NULL`);
    const rows = await office.query<{ place: string; keys: string[] | null }>(each.join(' UNION ALL '));
    return new Map(rows.filter(({ keys }) => keys !== null).map(({ place, keys }) => [place, keys!]));
  }

  async function phoneOf(person: Session): Promise<string> {
    return accepted(await desk.post<{ phone: string }>(`/api/people/${person.who.id}/unmask`, { reason: '核对电话' }), 200).phone;
  }

  /** Who has this number, by its blind index. */
  async function callerOf(phone: string): Promise<string[]> {
    const { items } = accepted(await desk.get<{ items: Array<{ personId: string }> }>(`/api/people/callers?siteId=${siteOf(desk)}&q=${phone}`), 200);
    return items.map(({ personId }) => personId);
  }

  it('every encrypted value is sealed under the new key, opens as before and is found as before, and nobody is signed out', async () => {
    const phone = await phoneOf(resident);
    const found = await callerOf(phone);
    expect(found).toContain(resident.who.id);
    const before = await sealedUnder();
    expect(before.size).toBeGreaterThan(1);
    const [old] = [...before.values()].flat();
    // Somebody reports while it goes on.
    const [out] = await Promise.all([rotate('fields', 'principal', 'services', '--wait', '4'), report(resident)]);
    expect(out).toContain('every encrypted value is under the new key');
    const after = await sealedUnder();
    const keys = new Set([...after.values()].flat());
    // No column was forgotten.
    expect([[...after.keys()], keys.size, keys.has(old!)]).toEqual([expect.arrayContaining([...before.keys()]), 1, false]);
    expect([await phoneOf(resident), await callerOf(phone)]).toEqual([phone, found]);
    const { id } = await report(resident);
    expect(accepted(await desk.get<{ id: string }>(`/api/repair-requests/${id}`), 200).id).toBe(id);
    expect([...new Set([...(await sealedUnder()).values()].flat())]).toEqual([...keys]);
  }, 120_000);

  it('nor is anybody when the old keys between processes end', async () => {
    const out = await rotate('principal', 'services', '--retire', '--now');
    expect(out.match(/no longer accepted: /g)).toHaveLength(2);
    const listed = await rotate();
    expect(listed).toMatch(/^principal +door\.[0-9a-f]+$/m);
    expect(listed).toContain('every encrypted value is under the current key of fields');
    for (const person of [desk, resident, technician]) accepted(await person.get('/api/sessions/current'), 200);
    await report(resident);
  }, 60_000);
});
