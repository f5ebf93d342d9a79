import type { OfficeSetup } from './office-setup';

const day = 24 * 60 * 60 * 1000;

/** What a demonstration shows of residents' accounts (W2.6, W6.4). */
export async function seedHouseholds(
  setup: OfficeSetup,
  {
    site,
    homeOf,
    phone,
    now,
  }: { site: string; homeOf: (code: string) => string; phone: () => string; now: Date },
): Promise<void> {
  const tenant = await setup.person('许愿', phone(), site);
  await setup.tie({
    personId: tenant,
    homeId: homeOf('YG-2-1-202'),
    kind: 'tenant',
    until: new Date(now.getTime() + 200 * day),
  });

  const claimant = await setup.person('新住户', phone());
  await setup.claim(claimant, {
    siteId: site,
    place: { building: '6栋', entrance: '1单元', home: '302' },
    name: '沈一',
    kind: 'owner',
    note: '上月刚收房，请核对购房合同',
  });

  await setup.care(site, homeOf('YG-1-1-101'), {
    noPhone: true,
    wishes: '老人听力不好，请按两次门铃并稍等',
    contact: { name: '王小敏', phone: phone(), relation: '女儿' },
  });
}
