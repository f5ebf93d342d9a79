import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RepairRequests1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Part of a human number; it never restarts and may have gaps (architecture.md, Data).
      CREATE SEQUENCE repair_number START 10001;

      CREATE TABLE repair_category (
        code          text PRIMARY KEY,
        parent        text REFERENCES repair_category,
        name_zh       text NOT NULL,
        name_en       text NOT NULL,
        repair_class  text NOT NULL CHECK (repair_class IN ('P0', 'P1', 'P2', 'P3')),
        dispatch_mode text NOT NULL CHECK (dispatch_mode IN ('assign', 'claim', 'rota', 'manual')),
        skill         text NOT NULL,
        needs_photo        boolean NOT NULL DEFAULT false,
        needs_confirmation boolean NOT NULL DEFAULT false,
        position      integer NOT NULL
      );

      -- Own copy of the directory's homes and public places: where a request may be, and on which site.
      CREATE TABLE place (
        id      uuid PRIMARY KEY,
        site_id uuid NOT NULL,
        kind    text NOT NULL CHECK (kind IN ('home', 'place'))
      );

      CREATE TABLE repair_request (
        id                 uuid PRIMARY KEY,
        number             text NOT NULL CONSTRAINT repair_request_number UNIQUE,
        site_id            uuid NOT NULL,
        version            integer NOT NULL,
        episode            integer NOT NULL CHECK (episode > 0),
        state              text NOT NULL,
        category           text NOT NULL,
        repair_class       text NOT NULL,
        dispatch_mode      text NOT NULL,
        skill              text NOT NULL,
        location_kind      text NOT NULL,
        location_id        uuid NOT NULL,
        description        text NOT NULL,
        urgent             boolean NOT NULL,
        preferred_from     timestamptz,
        preferred_to       timestamptz,
        seen_at            timestamptz,
        reporter_id        uuid,
        channel            text NOT NULL,
        external_reference text,
        contact_cipher     text,
        attachment_ids     uuid[] NOT NULL,
        happened_at        timestamptz NOT NULL,
        last_happened_at   timestamptz NOT NULL,
        recorded_at        timestamptz NOT NULL,
        changed_at         timestamptz NOT NULL
      );
      CREATE INDEX repair_request_newest ON repair_request (recorded_at DESC, id DESC);
      CREATE INDEX repair_request_site ON repair_request (site_id, recorded_at DESC, id DESC);
      -- What a search looks in; filled by a reaction, so that accepting work does not wait for these indexes.
      CREATE TABLE repair_search (
        request_id uuid PRIMARY KEY,
        text       text NOT NULL,
        words      text[] NOT NULL
      );
      CREATE INDEX repair_search_text ON repair_search USING gin (text gin_trgm_ops);
      CREATE INDEX repair_search_words ON repair_search USING gin (words);

      -- One request per reference of another system, so that an import repeated does not double.
      CREATE UNIQUE INDEX repair_request_external ON repair_request (site_id, external_reference) WHERE external_reference IS NOT NULL;
    `);
    await seedCategories(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE repair_search, repair_request, place, repair_category; DROP SEQUENCE repair_number');
  }
}

type Category = [code: string, zh: string, en: string, repairClass: string, mode: string, skill: string, children?: Category[]];

/** Shipped defaults; the words are those in use in Chinese property software. */
const categories: Category[] = [
  ['water', '水暖', 'Water and heating', 'P2', 'assign', 'plumbing', [
    ['tap-water', '自来水', 'Tap water', 'P2', 'assign', 'plumbing'],
    ['pipe-burst', '水管爆裂', 'Burst pipe', 'P1', 'assign', 'plumbing'],
    ['water-leak', '漏水', 'Water leak', 'P2', 'assign', 'plumbing'],
    ['drain', '管道疏通', 'Blocked drain', 'P1', 'assign', 'plumbing'],
    ['heating', '暖气、热水', 'Heat and hot water', 'P2', 'assign', 'plumbing'],
    ['gas', '天然气泄漏', 'Gas leak', 'P0', 'assign', 'plumbing'],
  ]],
  ['electricity', '电气', 'Electricity', 'P2', 'assign', 'electricity', [
    ['power-cut', '停电', 'Power cut', 'P1', 'assign', 'electricity'],
    ['live-wire', '电线裸露、漏电', 'Live wire', 'P0', 'assign', 'electricity'],
    ['light', '电灯', 'Light', 'P2', 'claim', 'electricity'],
    ['socket', '插座、开关', 'Socket or switch', 'P2', 'assign', 'electricity'],
  ]],
  ['lift', '电梯', 'Lift', 'P1', 'assign', 'lift', [
    ['lift-entrapment', '电梯困人', 'People trapped in a lift', 'P0', 'assign', 'lift'],
    ['lift-fault', '电梯故障', 'Lift out of order', 'P1', 'assign', 'lift'],
  ]],
  ['doors-windows', '门窗', 'Doors and windows', 'P2', 'assign', 'doors-windows', [
    ['door', '门', 'Door', 'P2', 'claim', 'doors-windows'],
    ['window', '窗户', 'Window', 'P2', 'claim', 'doors-windows'],
    ['lock', '门锁', 'Lock', 'P2', 'assign', 'doors-windows'],
  ]],
  ['building', '房屋土建', 'Walls and floors', 'P3', 'assign', 'masonry', [
    ['wall', '墙面修补', 'Wall, paint and plaster', 'P3', 'assign', 'masonry'],
    ['floor-stairs', '地面、楼梯', 'Floor or stairs', 'P3', 'assign', 'masonry'],
    ['roof', '屋面、外墙渗水', 'Roof or outer wall seepage', 'P3', 'assign', 'masonry'],
  ]],
  ['appliance', '家电', 'Appliances', 'P2', 'claim', 'appliances', [
    ['air-conditioning', '空调维修', 'Air conditioning', 'P2', 'claim', 'appliances'],
    ['other-appliance', '其他家电', 'Other appliance', 'P2', 'claim', 'appliances'],
  ]],
  ['public', '公共设施', 'Public facilities', 'P3', 'assign', 'general', [
    ['gym-facility', '健身器材', 'Gym facility', 'P3', 'assign', 'general'],
    ['children-facility', '儿童设施', "Children's facility", 'P3', 'assign', 'general'],
    ['footpath', '步道', 'Footpath', 'P3', 'assign', 'masonry'],
    ['road', '道路', 'Road', 'P3', 'assign', 'masonry'],
    ['garage', '车库', 'Garage', 'P3', 'assign', 'general'],
    ['camera', '摄像头、门禁', 'Camera and access control', 'P3', 'assign', 'security-systems'],
    ['greenery', '绿化', 'Greenery', 'P3', 'assign', 'greening'],
  ]],
  ['fire-safety', '消防与安全', 'Fire and safety', 'P1', 'assign', 'security-systems', [
    ['fire-hazard', '消防隐患', 'Fire hazard', 'P0', 'assign', 'security-systems'],
    ['safety', '其他安全隐患', 'Other safety hazard', 'P1', 'assign', 'security-systems'],
  ]],
  ['cleaning', '保洁', 'Cleaning', 'P3', 'claim', 'cleaning', [
    ['unsanitary', '卫生状况', 'Unsanitary condition', 'P3', 'claim', 'cleaning'],
    ['refuse', '垃圾清运', 'Refuse', 'P3', 'claim', 'cleaning'],
  ]],
  ['other', '其他维修', 'Other', 'P2', 'manual', 'general'],
];

async function seedCategories(runner: QueryRunner): Promise<void> {
  let position = 0;
  const insert = async (parent: string | null, [code, zh, en, repairClass, mode, skill, children = []]: Category): Promise<void> => {
    position += 10;
    await runner.query(
      `INSERT INTO repair_category (code, parent, name_zh, name_en, repair_class, dispatch_mode, skill, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [code, parent, zh, en, repairClass, mode, skill, position],
    );
    for (const child of children) await insert(code, child);
  };
  for (const category of categories) await insert(null, category);
}
