import { FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import { Injectable } from '@nestjs/common';
import type { Language } from '@property-office/service-kit';
import { Database, type Transaction } from '@property-office/persistence';
import type { PersonalChannel, Topic } from '../domain/channels';
import { usualQuietHours, type QuietHours } from '../domain/quiet-hours';

export interface Settings {
  email: string | null;
  /** What the office's WeChat account knows the person by. */
  wechatId: string | null;
  language: Language;
  /** By which channels, for each topic. One without an address reaches nobody. */
  channels: Record<Topic, PersonalChannel[]>;
  quiet: QuietHours;
  /**
   * Whether they want outage and safety notices by SMS, where that is designated, whatever they chose for notices. Null: they have not said, and
   * what their household asked for holds.
   */
  urgentBySms: boolean | null;
  version: number;
}

/** By one channel. */
export interface Reachable extends Pick<Settings, 'language' | 'quiet'> {
  /** Null for SMS: telephone numbers are directory's. */
  address: string | null;
}

interface Row {
  person_id: string;
  email_cipher: string | null;
  wechat_cipher: string | null;
  language: Language;
  channels: Record<Topic, PersonalChannel[]>;
  quiet_from: number;
  quiet_to: number;
  urgent_by_sms: boolean | null;
  version: number;
}

const emailField = 'notifications.settings.email';
const wechatField = 'notifications.settings.wechat';

export const sealedSettings: readonly SealedColumn[] = [
  { table: 'notification_settings', key: 'person_id', column: 'email_cipher', field: emailField },
  { table: 'notification_settings', key: 'person_id', column: 'wechat_cipher', field: wechatField },
];

const columns = 'person_id, email_cipher, wechat_cipher, language, channels, quiet_from, quiet_to, urgent_by_sms, version';
const read = `SELECT ${columns} FROM notification_settings WHERE person_id = $1`;

export const usualChannels: Settings['channels'] = { repairs: ['email'], work: ['email'], notices: ['email'] };
const unset: Settings = { email: null, wechatId: null, language: 'zh', channels: usualChannels, quiet: usualQuietHours, urgentBySms: null, version: 0 };

/** Where a person wants to be told besides the inbox, and when not. */
@Injectable()
export class SettingsStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async of(personId: string): Promise<Settings> {
    return this.open((await this.database.query<Row & Record<string, unknown>>(read, [personId]))[0]);
  }

  /**
   * Of everybody asked for, those who never chose included. Only the address of that channel is opened: another one may be
   * damaged.
   */
  async ofAll(personIds: readonly string[], channel: PersonalChannel): Promise<Map<string, Reachable>> {
    const rows = await this.database.query<Row & Record<string, unknown>>(`SELECT ${columns} FROM notification_settings WHERE person_id = ANY ($1)`, [personIds]);
    const chosen = new Map(
      rows.map((row) => [
        row.person_id,
        this.open({ ...row, email_cipher: channel === 'email' ? row.email_cipher : null, wechat_cipher: channel === 'wechat' ? row.wechat_cipher : null }),
      ]),
    );
    return new Map(
      personIds.map((id) => {
        const { language, quiet, email, wechatId } = chosen.get(id) ?? unset;
        return [id, { language, quiet, address: email ?? wechatId }];
      }),
    );
  }

  /** Locked until COMMIT. */
  async lock(tx: Transaction, personId: string): Promise<Settings> {
    return this.open((await tx.query<Row & Record<string, unknown>>(`${read} FOR UPDATE`, [personId]))[0]);
  }

  save(tx: Transaction, personId: string, { email, wechatId, language, channels, quiet, urgentBySms, version }: Settings): void {
    tx.send(
      `INSERT INTO notification_settings (person_id, email_cipher, wechat_cipher, language, channels, quiet_from, quiet_to, version, changed_at, urgent_by_sms)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (person_id) DO UPDATE SET email_cipher = excluded.email_cipher, wechat_cipher = excluded.wechat_cipher, language = excluded.language,
         channels = excluded.channels, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, version = excluded.version,
         changed_at = excluded.changed_at, urgent_by_sms = excluded.urgent_by_sms`,
      [personId, this.seal(emailField, email), this.seal(wechatField, wechatId), language, JSON.stringify(channels), quiet.from, quiet.to, version, tx.now, urgentBySms],
    );
  }

  private open(row: Row | undefined): Settings {
    if (!row) return unset;
    return {
      email: row.email_cipher === null ? null : this.cipher.decrypt(emailField, row.email_cipher),
      wechatId: row.wechat_cipher === null ? null : this.cipher.decrypt(wechatField, row.wechat_cipher),
      language: row.language,
      channels: { ...unset.channels, ...row.channels },
      quiet: { from: row.quiet_from, to: row.quiet_to },
      urgentBySms: row.urgent_by_sms,
      version: row.version,
    };
  }

  private seal(field: string, value: string | null): string | null {
    return value === null ? null : this.cipher.encrypt(field, value);
  }
}
