import { Injectable } from '@nestjs/common';
import { accessCondition, FieldCipher, lockRow, lockThenJudge, type OperationKey } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { RobotPlatform } from '@property-office/channels';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid, type Transaction } from '@property-office/persistence';
import type { Language } from '@property-office/service-kit';
import type { StaffGroup } from '../domain/staff-groups';

export interface GroupRobot {
  id: string;
  siteId: string;
  name: string;
  platform: RobotPlatform;
  staffGroup: StaffGroup;
  crewId: string | null;
  host: string;
  hasSecret: boolean;
  language: Language;
  atNight: boolean;
  createdAt: Date;
  version: number;
}

export interface RobotSecrets {
  url: string;
  secret: string | null;
}

type Row = Record<string, unknown>;

const urlField = 'notifications.group_robot.url';
const secretField = 'notifications.group_robot.secret';

export const sealedRobots: readonly SealedColumn[] = [
  { table: 'group_robot', key: 'id', column: 'url_cipher', field: urlField },
  { table: 'group_robot', key: 'id', column: 'secret_cipher', field: secretField },
];

const columns = `r.id, r.site_id AS "siteId", r.name, r.platform, r.staff_group AS "staffGroup", r.crew_id AS "crewId", r.host,
  r.secret_cipher IS NOT NULL AS "hasSecret", r.language, r.at_night AS "atNight", r.created_at AS "createdAt", r.version`;

/** Robots of chat groups, with what it takes to speak through them. */
@Injectable()
export class GroupRobots {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async page(principal: Principal, { limit, cursor, siteId, q }: { limit: number; cursor?: PagePosition; siteId?: string; q?: string }): Promise<Page<GroupRobot>> {
    const said = q === undefined ? undefined : whereSaid(`concat_ws(' ', r.name, r.platform, r.host)`, q);
    if (q !== undefined && !said) return { items: [], nextCursor: null };
    const values = [siteId ?? null, cursor?.at ?? null, cursor?.id ?? null, ...(said ? [said.value] : [])];
    const access = conditionOf(principal, 'notifications.listGroupRobots', values.length + 1);
    const rows = await this.database.query<GroupRobot & Row>(
      `SELECT ${columns} FROM group_robot r WHERE r.closed_at IS NULL AND ($1::uuid IS NULL OR r.site_id = $1)
         AND ($2::timestamptz IS NULL OR (r.created_at, r.id) < ($2, $3::uuid)) AND ${access.sql}${said ? ` AND ${said.sql('$4')}` : ''}
       ORDER BY r.created_at DESC, r.id DESC LIMIT ${Number(limit) + 1}`,
      [...values, ...access.params],
    );
    return toPage(rows, limit, ({ createdAt, id }) => ({ at: createdAt.toISOString(), id }));
  }

  /** Locked until COMMIT; undefined: there is none, or it is not theirs to see. */
  lock(tx: Transaction, principal: Principal, operation: OperationKey, id: string): Promise<GroupRobot | undefined> {
    const access = conditionOf(principal, operation, 2);
    const judge = `SELECT ${columns} FROM group_robot r WHERE r.id = $1 AND r.closed_at IS NULL AND ${access.sql}`;
    return lockThenJudge<GroupRobot & Row>(tx, lockRow('group_robot'), judge, [id, ...access.params]);
  }

  insert(tx: Transaction, robot: GroupRobot, secrets: RobotSecrets): void {
    const { id, siteId, name, platform, staffGroup, crewId, host, language, atNight, createdAt, version } = robot;
    tx.send(
      `INSERT INTO group_robot (id, site_id, name, platform, staff_group, crew_id, host, language, at_night, created_at, version, url_cipher, secret_cipher)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [id, siteId, name, platform, staffGroup, crewId, host, language, atNight, createdAt, version, ...this.sealed(secrets)],
    );
  }

  /** @param secrets undefined: as they are */
  update(tx: Transaction, { id, name, host, language, atNight, version }: GroupRobot, secrets: RobotSecrets | undefined): void {
    const [url, secret] = secrets ? this.sealed(secrets) : [null, null];
    tx.send(
      `UPDATE group_robot SET name = $2, host = $3, language = $4, at_night = $5, version = $6,
         url_cipher = coalesce($7, url_cipher), secret_cipher = CASE WHEN $7::text IS NULL THEN secret_cipher ELSE $8 END WHERE id = $1`,
      [id, name, host, language, atNight, version, url, secret],
    );
  }

  close(tx: Transaction, id: string): void {
    tx.send('UPDATE group_robot SET closed_at = $2, version = version + 1 WHERE id = $1', [id, tx.now]);
  }

  /** Those that may be spoken through, with their secrets opened. */
  async open(ids: readonly string[]): Promise<Map<string, GroupRobot & RobotSecrets>> {
    const rows = await this.database.query<GroupRobot & Row & { url_cipher: string; secret_cipher: string | null }>(
      `SELECT ${columns}, r.url_cipher, r.secret_cipher FROM group_robot r WHERE r.id = ANY ($1) AND r.closed_at IS NULL`,
      [ids],
    );
    return new Map(
      rows.map(({ url_cipher, secret_cipher, ...robot }) => [
        robot.id,
        {
          ...robot,
          url: this.cipher.decrypt(urlField, url_cipher),
          secret: secret_cipher === null ? null : this.cipher.decrypt(secretField, secret_cipher),
        },
      ]),
    );
  }

  private sealed({ url, secret }: RobotSecrets): [string, string | null] {
    return [this.cipher.encrypt(urlField, url), secret === null ? null : this.cipher.encrypt(secretField, secret)];
  }
}

/** Which robots speak to a group of a site now; of a crew: to its own group. */
export async function robotsOf(tx: Transaction, siteId: string, staffGroup: StaffGroup, crewId: string | null = null): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM group_robot WHERE site_id = $1 AND staff_group = $2 AND crew_id IS NOT DISTINCT FROM $3 AND closed_at IS NULL`,
    [siteId, staffGroup, crewId],
  );
  return rows.map(({ id }) => id);
}

function conditionOf(principal: Principal, operation: OperationKey, firstParam: number) {
  return accessCondition(principal, { operation, right: 'act', objectColumn: 'r.id', siteColumn: 'r.site_id', firstParam });
}
