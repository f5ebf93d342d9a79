import { PasswordHasher } from '../passwords/password-hasher';
import { demoDeputies, demoDuties, demoSuperiors } from './demo-duty';
import { seedHouseholds } from './demo-households';
import { demoPlaces, demoSites, homeCode, homeNumbers, range } from './demo-places';
import { demoResidents } from './demo-residents';
import { demoCrews, demoStaff } from './demo-staff';
import type { FirstAccount, OfficeSetup } from './office-setup';
import { onEmptyDirectory, type SetupParts } from './on-empty-directory';

const year = 365 * 24 * 60 * 60 * 1000;

/**
 * Fills an empty directory with two sites, their people, crews and accounts (DEMO=1). All accounts have the one password.
 * @returns the accounts, or undefined when the directory is not empty
 */
export async function seedDemo(parts: SetupParts, password: string): Promise<FirstAccount[] | undefined> {
  const passwordHash = await new PasswordHasher().hash(password);
  return onEmptyDirectory(parts, async (setup, { now }) => {
    const sites: string[] = [];
    const homes = new Map<string, string>();
    for (const site of demoSites) {
      const { code, name, address } = site;
      sites.push(await setup.site({ code, name, settings: { address, deskPhone: '01000000000' } }));
      for (const [place, id] of await setup.registerPlaces(sites.at(-1)!, demoPlaces(site)))
        homes.set(place, id);
    }
    const phone = phoneNumbers();
    const { opened: staff, ids } = await seedStaff(setup, { sites, phone, passwordHash, since: new Date(now.getTime() - year) });
    await seedDuty(setup, sites, ids, now);
    const residents = await seedResidents(setup, {
      sites,
      homes,
      phone,
      passwordHash,
      since: new Date(now.getTime() - 2 * year),
    });
    const homeOf = (code: string) => homes.get(code)!;
    await seedHouseholds(setup, { site: sites[0]!, agent: ids.get('孙丽')!, homeOf, phone, now });
    return [...staff, ...residents];
  });
}

/** No mobile network uses numbers that begin with 120: a demonstration reaches nobody. */
function phoneNumbers(): () => string {
  let last = 0;
  return () => `120${String((last += 1)).padStart(8, '0')}`;
}

async function seedStaff(
  setup: OfficeSetup,
  { sites, phone, passwordHash, since }: { sites: string[]; phone: () => string; passwordHash: string; since: Date },
): Promise<{ opened: FirstAccount[]; ids: Map<string, string> }> {
  const crews = new Map<string, string>();
  for (const { site, ...crew } of demoCrews)
    crews.set(crew.code, await setup.crew({ ...crew, siteId: sites[site]! }));
  const opened: FirstAccount[] = [];
  const ids = new Map<string, string>();
  for (const { name, login, roles, sites: worksOn, crews: belongsTo = [], leadsCrews = false, hasLeft = false } of demoStaff) {
    const personId = await setup.person(name, phone(), sites[worksOn[0]!]);
    ids.set(name, personId);
    for (const role of roles) {
      if (worksOn.length === 0) await setup.role(personId, role, undefined, since);
      for (const site of worksOn) await setup.role(personId, role, sites[site]!, since);
    }
    for (const code of belongsTo) await setup.member(crews.get(code)!, personId, leadsCrews);
    if (!login) continue;
    const accountId = await setup.account(personId, login, passwordHash);
    if (hasLeft) await setup.closeAccount(accountId);
    else opened.push({ login, name, roles });
  }
  return { opened, ids };
}

/** Who is on duty, who answers for whom, and who acts for the director. */
async function seedDuty(
  setup: OfficeSetup,
  sites: string[],
  ids: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  for (const { site, name, ...shift } of demoDuties(now))
    await setup.duty({ ...shift, siteId: sites[site]!, personId: ids.get(name)! });
  for (const { of, is } of demoSuperiors)
    for (const name of of) await setup.superior(ids.get(name)!, ids.get(is)!);
  const { of, kind, inTurn, days } = demoDeputies;
  const until = new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  for (const [turn, name] of inTurn.entries()) {
    const order = turn === 0 ? 1 : 2;
    await setup.deputy({ fromPersonId: ids.get(of)!, toPersonId: ids.get(name)!, kind, order, until });
  }
}

async function seedResidents(
  setup: OfficeSetup,
  office: {
    sites: string[];
    homes: Map<string, string>;
    phone: () => string;
    passwordHash: string;
    since: Date;
  },
): Promise<FirstAccount[]> {
  const all = demoSites.flatMap((site, index) =>
    range(site.buildings).flatMap((building) =>
      [1, 2].flatMap((entrance) => homeNumbers().map((home) => ({ site: index, building, entrance, home }))),
    ),
  );
  const opened: FirstAccount[] = [];
  for (const { name, kind, site, building, entrance, home, login } of demoResidents(all)) {
    const personId = await setup.person(name, office.phone(), office.sites[site]!);
    const homeId = office.homes.get(homeCode(demoSites[site]!, building, entrance, home))!;
    await setup.tie({ personId, homeId, kind, from: office.since });
    if (!login) continue;
    await setup.account(personId, login, office.passwordHash);
    opened.push({ login, name, roles: ['resident'] });
  }
  return opened;
}
