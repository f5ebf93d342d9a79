import type { Device, PlaceKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface SiteSettings {
  /** Number residents call. */
  deskPhone?: string;
  /** Postal address. */
  address?: string;
}

/** A site, building, entrance (单元), home or public place, which may be a device (设备). */
@Entity({ name: 'place' })
export class Place {
  @PrimaryColumn('uuid')
  id!: string;

  /** Of a site: its own id. */
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('text')
  kind!: PlaceKind;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('uuid', { name: 'building_id', nullable: true })
  buildingId!: string | null;

  /** Unique within the parent. */
  @Column('text')
  code!: string;

  @Column('text', { name: 'name_zh' })
  nameZh!: string;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn!: string | null;

  /** The way within the site: 3栋2单元501. */
  @Column('text')
  label!: string;

  @Column('text', { name: 'label_en' })
  labelEn!: string;

  /** Its name in the system it was imported from. */
  @Column('text', { name: 'external_code', nullable: true })
  externalCode!: string | null;

  /** IANA name; sites only. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone!: string | null;

  @Column('jsonb', { nullable: true })
  settings!: SiteSettings | null;

  /** Of a public place that is a device. */
  @Column('jsonb', { nullable: true })
  device!: Device | null;

  /** By which the number of the device is its own within the site. */
  @Column('text', { name: 'device_key', nullable: true })
  deviceKey!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
