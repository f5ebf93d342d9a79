import type { Chance } from './chance';
import { day, hour, type Slot } from './slots';
import { known, place, residentOf, site, time, type Step, type Value } from './step';
import type { Story } from './story';
import type { Town } from './town';

const notice = (verb: string): string => `/api/notices/{notice.id}/${verb}`;
const corrected = (verb: string): string => `/api/notices/{correction.id}/${verb}`;

/** Code of a building or entrance of the site, as the office registers them. */
export const buildingCode = (building: number): string => `B${building}`;
export const entranceCode = (building: number, entrance: number): string => `${buildingCode(building)}-${entrance}`;
export const homeCode = (building: number, entrance: number, home: string): string => `${entranceCode(building, entrance)}-${home}`;

/** A notice by day: written, approved by somebody else, released at once or at a time, read, reminded, withdrawn, corrected. */
export function planNotice(town: Town, id: string): Step[] {
  const chance = town.chance(id);
  const story = town.story(id, chance);
  const writer = chance.pick(['clerk', 'lead', ...town.desk]);
  const approver = chance.pick(writer === 'lead' ? ['deputy', 'director'] : ['lead', 'deputy', 'director']);
  const { audience, readers } = audienceOf(town, chance);
  const acknowledge = chance.is(0.2);
  const kind = chance.weighted({ outage: 20, works: 25, safety: 15, activity: 25, festival: 15 });
  const content = {
    zh: { title: `${kind} ${id}`, body: '请各位住户留意安排，如有不便敬请谅解。' },
    ...(chance.is(0.5) && { en: { title: `${kind} ${id}`, body: 'Please take note; we ask for your patience.' } }),
    audience,
    acknowledge,
    ...(chance.is(0.4) && { onPublicBoard: true }),
    ...(chance.is(0.3) && { remindAfterHours: 24 }),
  };
  const validUntil = time(story.now + (4 + chance.whole(10)) * day);
  story.post(writer, '/api/notices', { siteId: site, kind, ...content, ...(chance.is(0.6) && { validUntil }) }, { keep: 'notice', clicks: chance.is(0.2) ? 2 : 1 });
  if (chance.is(0.05)) return story.later().post(writer, notice('discard')).steps;
  story.post(writer, notice('submit'), {}, { keep: 'notice' });
  // Nobody approves what they wrote themselves, whatever their role.
  if (writer === 'lead') story.post('lead', notice('approve'), { contentHash: known('notice.contentHash') }, { refused: 'approval-needs-another' });
  if (chance.is(0.15)) {
    story.later().post(approver, notice('return'), { remarks: '请写明时间' }, { keep: 'notice' });
    story.later().post(writer, notice('submit'), {}, { keep: 'notice' });
  }
  story.later().post(approver, notice('approve'), { contentHash: known('notice.contentHash') }, { keep: 'notice' });
  release(story, chance, writer);
  story.later();
  for (const reader of readers) story.post(residentOf(reader), notice(acknowledge ? 'acknowledge' : 'read'), {}, { name: `read-${reader}` });
  aftermath(story, chance, { writer, approver, content });
  return story.steps;
}

function release(story: Story, chance: Chance, writer: string): void {
  if (chance.is(0.6)) return void story.post(writer, notice('release'), {}, { keep: 'notice' });
  // By its timer, which may fall into the time while the office is down.
  story.post(writer, notice('schedule'), { releaseAt: time(story.now + hour) }, { keep: 'notice' });
  story.later(2 * hour);
}

interface Written {
  writer: string;
  approver: string;
  content: Readonly<Record<string, Value>>;
}

function aftermath(story: Story, chance: Chance, { writer, approver, content }: Written): void {
  const course = chance.weighted({ stays: 65, reminded: 12, withdrawn: 10, corrected: 13 });
  if (course === 'reminded') story.post(writer, notice('remind'));
  if (course === 'withdrawn') story.later().post('lead', notice('withdraw'), { reason: '改期，另行通知' });
  if (course !== 'corrected') return;
  story.later().post(writer, notice('correct'), { ...content, whatChanged: '时间有变' }, { keep: 'correction' });
  story.post(writer, corrected('submit'), {}, { keep: 'correction' });
  story.later().post(approver, corrected('approve'), { contentHash: known('correction.contentHash') }, { keep: 'correction' });
  story.post(writer, corrected('release'), {}, { keep: 'correction' });
}

/** Whom it is for, and some of them who read it. */
function audienceOf(town: Town, chance: Chance): { audience: Value; readers: number[] } {
  const { building, entrance } = town.households[town.resident(chance)]!;
  const scope = chance.weighted({ site: 50, building: 30, entrance: 20 });
  const there = town.households.flatMap((household, n) => {
    const fits = scope === 'site' || (household.building === building && (scope === 'building' || household.entrance === entrance));
    return fits && household.hasAccount ? [n] : [];
  });
  const readers = [...new Set(Array.from({ length: 4 }, () => chance.pick(there)))];
  if (scope === 'site') return { audience: [{ scope }], readers };
  return { audience: [{ scope, placeId: place(scope === 'building' ? buildingCode(building) : entranceCode(building, entrance)) }], readers };
}

/** An urgent one at night, by the duty officer from a fixed text; the director reviews it, objects, or forgets it (W2.4). */
export function planNightNotice(town: Town, id: string, night: Slot): Step[] {
  const chance = town.chance(id);
  const story = town.storyAt(id, night);
  const { building } = chance.pick(town.households);
  const body = {
    template: chance.pick(['water-cut', 'power-cut', 'lift-stopped', 'stay-clear']),
    placeId: place(buildingCode(building)),
    from: time(night.at),
    until: time(night.at + 8 * hour),
  };
  story.post('deputy', '/api/night-notices', body, { keep: 'notice', clicks: chance.is(0.3) ? 2 : 1 });
  const course = chance.weighted({ accepted: 60, objected: 15, forgotten: 25 });
  if (course === 'forgotten') return story.steps;
  story.later().post('director', notice('review'), course === 'accepted' ? { verdict: 'accepted' } : { verdict: 'objected', remarks: '地点写得不清楚' });
  return story.steps;
}
