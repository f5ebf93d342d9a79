import type { AudienceTarget } from '../domain/notice-content';
import { isUrgentKind } from '../domain/urgent-kinds';

/**
 * Common table expressions over the parameters of `audienceParams`: `homes` in the audience, and `people`, each once, with
 * the building of one home of theirs; holders of a role who live nowhere here have none.
 */
export const audienceTables = `
  homes AS (
    SELECT id AS home_id, building_id FROM notice_place
    WHERE site_id = $1 AND kind = 'home' AND ($2::boolean OR id = ANY ($3::uuid[]) OR parent_id = ANY ($3::uuid[]) OR building_id = ANY ($3::uuid[]))
  ),
  residents AS (
    SELECT t.person_id, h.home_id, h.building_id FROM homes h JOIN notice_tie t USING (home_id)
    WHERE t.starts_at <= $5 AND (t.ends_at IS NULL OR t.ends_at > $5)
  ),
  staff AS (
    SELECT person_id, role FROM role_held
    WHERE role = ANY ($4::text[]) AND (site_id IS NULL OR site_id = $1) AND starts_at <= $5 AND (ends_at IS NULL OR ends_at > $5)
  ),
  people AS (
    SELECT DISTINCT ON (person_id) person_id, building_id
    FROM (SELECT person_id, home_id, building_id FROM residents UNION ALL SELECT person_id, NULL, NULL FROM staff) anybody
    ORDER BY person_id, home_id NULLS LAST
  )`;

/** `$1` site, `$2` the whole of it, `$3` places, `$4` roles, `$5` now: a statement's own parameters begin at `$6`. */
export function audienceParams(siteId: string, audience: readonly AudienceTarget[], now: Date): unknown[] {
  return [
    siteId,
    audience.some(({ scope }) => scope === 'site'),
    audience.flatMap(({ placeId }) => placeId ?? []),
    audience.flatMap(({ role }) => role ?? []),
    now,
  ];
}

/** SQL: not known to have no number. */
const mayHavePhone = 'NOT EXISTS (SELECT 1 FROM notice_phone f WHERE f.person_id = p.person_id AND NOT f.has_phone)';

/** SQL that holds for a row `p` of `people` who have a channel, and chose it where it leaves the house. Each is a fact of ours, none a look elsewhere. */
export const chosenBy = {
  'in-app': 'p.person_id IN (SELECT a.person_id FROM notice_account a WHERE NOT a.closed)',
  email: chosen('email', 'AND s.email_cipher IS NOT NULL'),
  sms: `(${chosen('sms')} AND ${mayHavePhone})`,
  wechat: chosen('wechat', 'AND s.wechat_cipher IS NOT NULL'),
} as const;
export type ReachingChannel = keyof typeof chosenBy;

/**
 * SQL that holds for a row `p` of `people`, beside the tables of `audienceTables`, whom a channel reaches with a notice of a kind: an outage or danger
 * reaches by SMS who lives there and asked for these alone, too, or whose household did where they said neither yes nor no (W2.4).
 */
export function reachedBy(channel: ReachingChannel, kind: string): string {
  if (channel !== 'sms' || !isUrgentKind(kind)) return chosenBy[channel];
  const asked = `SELECT l.person_id FROM residents l LEFT JOIN notification_settings s ON s.person_id = l.person_id
    WHERE coalesce(s.urgent_by_sms, l.home_id IN (SELECT u.home_id FROM notice_urgent_home u WHERE u.asked))`;
  return `(${chosenBy.sms} OR p.person_id IN (${asked}) AND ${mayHavePhone})`;
}

export function reaching(channels: readonly string[]): ReachingChannel[] {
  return (Object.keys(chosenBy) as ReachingChannel[]).filter((channel) => channels.includes(channel));
}

/** Channels out of the house are the person's to choose. */
function chosen(channel: string, more = ''): string {
  return `p.person_id IN (SELECT s.person_id FROM notification_settings s WHERE s.channels -> 'notices' ? '${channel}' ${more})`;
}
