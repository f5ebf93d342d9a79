import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A public place may be a device (设备), whose number is its own within the site, however it is typed (W4.1). */
export class Devices1766600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE place ADD COLUMN device jsonb CONSTRAINT place_device_is_public CHECK (device IS NULL OR kind = 'public-place');
      ALTER TABLE place ADD COLUMN device_key text CONSTRAINT place_device_has_key CHECK ((device_key IS NULL) = (device IS NULL));
      CREATE UNIQUE INDEX place_device_number ON place (site_id, device_key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE place DROP COLUMN device_key, DROP COLUMN device');
  }
}
