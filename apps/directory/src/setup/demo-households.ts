import type { OfficeSetup } from './office-setup';

const day = 24 * 60 * 60 * 1000;

/** What a demonstration shows of residents' accounts (W2.6, W6.4). */
export async function seedHouseholds(
  setup: OfficeSetup,
  {
    site,
    agent,
    homeOf,
    phone,
    now,
  }: { site: string; agent: string; homeOf: (code: string) => string; phone: () => string; now: Date },
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

  // What became of others: one lives there now, one has to bring papers, one had written the wrong home.
  const claimed = async (name: string, home: string) =>
    setup.claim(await setup.person('新住户', phone()), {
      siteId: site,
      place: { building: '6栋', entrance: '1单元', home },
      name,
      kind: 'family',
    });
  const byAgent = { personId: agent, siteId: site };
  await setup.confirmClaim(byAgent, await claimed('尤家宁', '401'));
  await setup.refuseClaim(
    byAgent,
    await claimed('何佳', '501'),
    '登记的姓名与房屋资料不一致，请携带身份证件到客服中心办理',
  );
  await setup.withdrawClaim(await claimed('吕航', '601'));
}
