import { Injectable } from '@nestjs/common';
import { lockRow, lockThenJudge, accessCondition } from '@property-office/access';
import { systemActor, type ClaimedAttachment, type Device, type LivingFileSubject } from '@property-office/contracts';
import { countedWords, derivedId, searchText, searchWords } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { equipmentNames } from '../domain/equipment';
import { livingFileErrors } from '../domain/living-file-errors';
import type { FileEvent } from '../domain/record-event';
import { lateOf } from '../events';
import { expectCheck } from '../fixity/persistence/content-checks';
import { tellEnded } from './tell-ended';

export interface Subject {
  type: LivingFileSubject;
  id: string;
}

/** What directory says of a home or device. */
export interface KnownSubject {
  /** Of a device, its own number. */
  code: string;
  label: string;
  labelEn: string;
  /** Which it stands in; null: in none. */
  buildingId: string | null;
  device?: Device;
}

export interface NewEntry {
  paper: string;
  title: string;
  /** What it is of, and the event that brought it; left out of what somebody put in. */
  source?: { type: string; id: string; eventId: string };
  files?: readonly ClaimedAttachment[];
}

interface Filing {
  filedBy: string;
  happenedAt: Date;
}

/** Locked until COMMIT. */
export interface LockedFile {
  id: string;
  siteId: string;
  subject: Subject;
  code: string;
  version: number;
  /** How often a hold was set or lifted. */
  holds: number;
  act: Act;
}

export const isHeld = ({ holds }: Pick<LockedFile, 'holds'>): boolean => holds % 2 === 1;

export const livingFileId = ({ type, id }: Subject): string => derivedId('living-file', type, id);

/** Living files as they grow: an entry has the next item of its file and never changes. */
@Injectable()
export class LivingFiles {
  constructor(private readonly ledger: Ledger) {}

  /** Of a home that nobody has named yet. */
  open(tx: Transaction, siteId: string, subject: Subject): void {
    tx.send('INSERT INTO living_file (id, site_id, subject_type, subject_id, recorded_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (subject_type, subject_id) DO NOTHING', [
      livingFileId(subject), siteId, subject.type, subject.id, tx.now,
    ]);
  }

  /** Opened as soon as its home or device is heard of, so that its gaps show; as it is called from then on. */
  know(tx: Transaction, siteId: string, subject: Subject, { code, label, labelEn, buildingId, device }: KnownSubject): void {
    const { zh, en } = device ? equipmentNames[device.equipment] : { zh: null, en: null };
    const searched = searchText(code, label, labelEn, zh, en);
    tx.send(
      `INSERT INTO living_file (id, site_id, subject_type, subject_id, code, label, label_en, building_id, equipment, installed_on, out_of_service_on, warranty_until, search_text, search_words, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (subject_type, subject_id) DO UPDATE SET code = excluded.code, label = excluded.label, label_en = excluded.label_en, building_id = excluded.building_id,
         equipment = excluded.equipment, installed_on = excluded.installed_on, out_of_service_on = excluded.out_of_service_on, warranty_until = excluded.warranty_until, search_text = excluded.search_text, search_words = excluded.search_words`,
      [livingFileId(subject), siteId, subject.type, subject.id, code, label, labelEn, buildingId, device?.equipment ?? null, device?.installedOn ?? null, device?.outOfServiceOn ?? null, device?.warrantyUntil ?? null, searched, [...searchWords(searched), ...countedWords(searched)], tx.now],
    );
  }

  /** What an event brings, once. */
  async grow(tx: Transaction, filing: Filing, subject: Subject, entry: NewEntry & Required<Pick<NewEntry, 'source'>>): Promise<void> {
    const id = livingFileId(subject);
    await tx.query(lockRow('living_file'), [id]);
    const [known] = await tx.query('SELECT 1 FROM living_file_entry WHERE source_event_id = $1', [entry.source.eventId]);
    if (!known) await this.add(tx, filing, id, entry);
  }

  /** @throws livingFileUnknown (404), livingFileHandedOver (409), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedFile> {
    const access = accessCondition(command.principal, { operation: command.operation, right: 'act', firstParam: 2, objectColumn: 'f.id', siteColumn: 'f.site_id' });
    const judge = `SELECT f.site_id AS "siteId", f.subject_type AS type, f.subject_id AS "subjectId", f.code, f.version,
      (SELECT count(*)::int FROM living_file_hold h WHERE h.file_id = f.id) AS holds, EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = f.id) AS "handedOver"
      FROM living_file f WHERE f.id = $1 AND ${access.sql}`;
    const found = await lockThenJudge<{ siteId: string; type: LivingFileSubject; subjectId: string; code: string | null; version: number; holds: number; handedOver: boolean }>(tx, lockRow('living_file'), judge, [id, ...access.params]);
    if (!found) throw livingFileErrors.livingFileUnknown();
    const { siteId, type, subjectId, code, version, holds, handedOver } = found;
    if (handedOver) throw livingFileErrors.livingFileHandedOver();
    assertFresh(command, version);
    return { id, siteId, subject: { type, id: subjectId }, code: code ?? '', version, holds, act: actOf(tx, command, siteId, input) };
  }

  /** Whether a paper of a locked file that had one of these is destroyed: files wipes it a moment later, whoever claimed it meanwhile. */
  async destroyedAny(tx: Transaction, id: string, files: readonly ClaimedAttachment[]): Promise<boolean> {
    if (files.length === 0) return false;
    const rows = await tx.query(
      `SELECT 1 FROM living_file_entry e CROSS JOIN LATERAL jsonb_array_elements(e.files) AS p (file)
       WHERE e.file_id = $1 AND p.file ->> 'id' = ANY ($2) AND living_paper_destroyed(e.file_id, e.item) LIMIT 1`,
      [id, files.map((file) => file.id)],
    );
    return rows.length > 0;
  }

  /** What somebody puts into a locked file. */
  async put(tx: Transaction, locked: LockedFile, entry: NewEntry): Promise<void> {
    const { id, act } = locked;
    const item = await this.add(tx, { filedBy: act.actor.personId, happenedAt: act.happenedAt }, id, entry);
    const attachmentIds = (entry.files ?? []).map((file) => file.id);
    const { at, about } = this.next(tx, locked);
    this.ledger.append(tx, { type: 'archives.paper-filed.v1', ...at, data: { ...about, item, paper: entry.paper, attachmentIds } });
  }

  /** Some of the papers of a locked file were closed as a volume. @param id of the event */
  closed(tx: Transaction, locked: LockedFile, id: string, { volume, endedAt, papers }: { volume: number; endedAt: Date; papers: number }): void {
    const { at, about } = this.next(tx, locked);
    this.ledger.append(tx, { id, type: 'archives.living-file-closed.v1', ...at, data: { ...about, volume, endedAt: endedAt.toISOString(), papers } });
  }

  /** Sets or lifts the legal hold of a locked file: a row that stays. */
  turnHold(tx: Transaction, locked: LockedFile, reason: string): void {
    const { id, holds, act } = locked;
    const held = !isHeld(locked);
    tx.send('INSERT INTO living_file_hold (file_id, n, held, reason, decided_by, decided_for, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id, holds + 1, held, reason, act.actor.personId, act.actor.forPersonId ?? null, act.happenedAt, tx.now,
    ]);
    const { at, about } = this.next(tx, locked);
    this.ledger.append(tx, { type: held ? 'archives.living-hold-set.v1' : 'archives.living-hold-lifted.v1', ...at, data: about });
  }

  /** Of locked ones: they are another body's from now on; what events bring later still joins them and stays readable here, so that nothing is lost. */
  async handOver(tx: Transaction, act: Act, ids: readonly string[], handOverId: string): Promise<void> {
    for (const { id, siteId, version, items, ...file } of await this.nextVersions(tx, ids)) {
      const data = { ...file, ...lateOf(act), items, handOverId };
      this.ledger.append(tx, { type: 'archives.living-file-handed-over.v1', aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, data });
    }
  }

  /** What nobody did to a file of one of its papers: it was found damaged, or whole again (W4.2). @returns its site */
  async note(tx: Transaction, id: string, item: number, event: FileEvent): Promise<string> {
    const [next] = await this.nextVersions(tx, [id]);
    const { siteId, version, code, subject } = next!;
    const { position, sha256 } = event;
    const file = { code, subject, item, position, sha256 };
    const said =
      event.kind === 'file-damaged'
        ? { type: 'archives.living-paper-damaged.v1' as const, data: { ...file, found: event.found } }
        : { type: 'archives.living-paper-restored.v1' as const, data: file };
    this.ledger.append(tx, { ...said, aggregateId: id, aggregateVersion: version, siteId, happenedAt: tx.now, actor: systemActor });
    return siteId;
  }

  /** The next event of a locked file, of what somebody did to it: where it stands in its ledger, and what each of them says. */
  private next(tx: Transaction, { id, siteId, subject, code, version, act }: LockedFile) {
    tx.send('UPDATE living_file SET version = $2 WHERE id = $1', [id, version + 1]);
    const { happenedAt, actor } = act;
    const about = { code, ...lateOf(act), subject };
    return { at: { aggregateId: id, aggregateVersion: version + 1, siteId, happenedAt, actor }, about };
  }

  /** Their next event counted; more than one are locked before. */
  private async nextVersions(tx: Transaction, ids: readonly string[]): Promise<Array<{ id: string; siteId: string; subject: Subject; code: string; version: number; items: number }>> {
    const files = await tx.query<{ id: string; siteId: string; type: LivingFileSubject; subjectId: string; code: string | null; version: number; items: number }>(
      `UPDATE living_file SET version = version + 1 WHERE id = ANY ($1)
       RETURNING id, site_id AS "siteId", subject_type AS type, subject_id AS "subjectId", code, version, last_item AS items`,
      [ids],
    );
    return files.map(({ type, subjectId, code, ...rest }) => ({ ...rest, subject: { type, id: subjectId }, code: code ?? '' }));
  }

  /** To a locked file. */
  private async add(tx: Transaction, { filedBy, happenedAt }: Filing, fileId: string, { paper, title, source, files = [] }: NewEntry): Promise<number> {
    const [row] = await tx.query<{ item: number }>('UPDATE living_file SET last_item = last_item + 1 WHERE id = $1 RETURNING last_item AS item', [fileId]);
    tx.send(
      `INSERT INTO living_file_entry (file_id, item, paper, title, source_type, source_id, source_event_id, files, filed_by, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [fileId, row!.item, paper, title, source?.type ?? null, source?.id ?? null, source?.eventId ?? null, JSON.stringify(files), filedBy, happenedAt, tx.now],
    );
    expectCheck(tx, files.map((file) => file.sha256));
    // It may be of an ownership or device that has ended.
    await tellEnded(tx, this.ledger, fileId);
    return row!.item;
  }
}
