import { inParallel, Registrar, Session, stepKey, type Connection, type NewPlace } from '@property-office/office-client';
import { householdsOf, type Household, type Scale } from '../planning/scale';
import { buildingCode, entranceCode, homeCode } from '../planning/plan-notices';
import { day, hour } from '../planning/slots';
import { residentOf } from '../planning/step';
import { agentsOf, colleagues, crewPlans, dutyOfficers, superiors } from './staff';

/** The site of a simulation, ids by what a plan calls them. */
export interface OpenTown {
  siteId: string;
  crews: Array<{ id: string; skills: readonly string[]; members: readonly string[] }>;
  /** By login: staff and residents. */
  people: Record<string, string>;
  places: Record<string, string>;
  homes: string[];
}

export interface TownOptions {
  connection: Connection;
  password: string;
  scale: Scale;
  seed: number;
  /** The first midnight of the plan. */
  start: number;
  width: number;
  say(line: string): void;
}

const siteCode = 'SIM';
/** Everybody has an account of their own here, but for the company: it is the demonstration's, which answers for every site. */
export const loginOf = (login: string): string => (login === 'company' ? login : `sim-${login}`);

/** Opens the site with its homes, its staff, its duty plan and a household in every home, as an operator would. */
export async function openTown({ connection, password, scale, seed, start, width, say }: TownOptions): Promise<OpenTown> {
  const operator = new Session(connection, 'operator', password);
  const registrar = new Registrar(operator, password, 'simulate');
  const keyOf = (...parts: string[]): string => stepKey('simulate', String(seed), ...parts);
  const { id: siteId } = await registrar.site(siteCode, { name: { zh: '模拟小区', en: 'Simulation' }, timeZone: 'Asia/Shanghai' });
  const households = householdsOf(scale);
  const places = await registrar.places(siteId, placesOf(households));
  const company = new Session(connection, loginOf('company'), password);
  const people: Record<string, string> = { company: (await company.get<{ id: string }>('/api/sessions/current')).id };
  for (const post of [...colleagues, ...agentsOf(scale)])
    people[post.login] = (await registrar.hire(siteId, { ...post, login: loginOf(post.login) })).personId;
  const crews: OpenTown['crews'] = [];
  for (const { code, name, skills, members } of crewPlans) {
    const { id } = await registrar.crew(siteId, code, { name, skills });
    await registrar.joinCrew(id, people['foreman']!, true);
    for (const member of members) await registrar.joinCrew(id, people[member]!);
    crews.push({ id, skills, members });
  }
  for (const login of Object.keys(people)) {
    const superior = superiors.find(([of]) => of.test(login))?.[1];
    if (superior) await company.post('/api/superiors', { personId: people[login], superiorId: people[superior] }, keyOf('superior', login));
  }
  const director = new Session(connection, loginOf('director'), password);
  // No paper is printed without it.
  await director.put(`/api/letterheads/${siteId}`, { office: '模拟小区物业服务中心' }, keyOf('letterhead'), 0);
  await planDuties(director, { siteId, people, start, days: scale.days, keyOf });
  say(`site open: ${places.size} places, ${Object.keys(people).length} members of the staff`);

  const homes = households.map(({ building, entrance, home }) => places.get(homeCode(building, entrance, home))!);
  const all = households.map((household, n) => ({ household, n }));
  await inParallel(all, width, async ({ household: { hasAccount }, n }) => {
    const login = residentOf(n);
    const phone = { phone: `1207${String(n).padStart(7, '0')}` };
    const { id } = await operator.post<{ id: string }>('/api/people', { siteId, name: `住户${n}`, ...(hasAccount && phone) }, keyOf('person', login));
    people[login] = id;
    await operator.post('/api/ties', { personId: id, homeId: homes[n], kind: 'owner' }, keyOf('tie', login));
    if (hasAccount) await registrar.openAccount({ login: loginOf(login), personId: id }, keyOf('account', login));
  });
  say(`${households.length} households registered`);
  return { siteId, crews, people, places: Object.fromEntries(places), homes };
}

function placesOf(households: readonly Household[]): NewPlace[] {
  const places = new Map<string, NewPlace>();
  const add = (place: NewPlace): void => void (places.has(place.externalCode) || places.set(place.externalCode, place));
  for (const { building, entrance, home } of households) {
    const [top, door] = [buildingCode(building), entranceCode(building, entrance)];
    add({ externalCode: top, kind: 'building', code: String(building), name: { zh: `${building}栋`, en: `Building ${building}` } });
    add({ externalCode: door, kind: 'entrance', parentExternalCode: top, code: String(entrance), name: { zh: `${entrance}单元`, en: `Entrance ${entrance}` } });
    add({ externalCode: homeCode(building, entrance, home), kind: 'home', parentExternalCode: door, code: home });
  }
  return [...places.values()];
}

interface DutyPlan {
  siteId: string;
  people: Readonly<Record<string, string>>;
  start: number;
  days: number;
  keyOf(...parts: string[]): string;
}

/** A duty officer round the clock and an agent of the desk by day, except on every tenth day: a level that nobody holds is passed over. */
async function planDuties(director: Session, { siteId, people, start, days, keyOf }: DutyPlan): Promise<void> {
  for (let each = 0; each < days; each++) {
    if (each % 10 === 9) continue;
    const midnight = start + each * day;
    const plan = async (role: string, login: string, from: number, until: number): Promise<void> => {
      const times = { from: new Date(midnight + from * hour), until: new Date(midnight + until * hour) };
      await director.post('/api/duties', { siteId, personId: people[login], role, ...times }, keyOf('duty', role, String(each)));
    };
    await plan('duty-officer', dutyOfficers[each % dutyOfficers.length]!, 8, 32);
    await plan('desk', 'desk-1', 8, 20);
  }
}
