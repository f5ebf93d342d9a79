import { buildingOf, labelOf } from './place-tree';

const site = {
  kind: 'site',
  nameZh: '阳光花园',
  nameEn: 'Sunshine Garden',
  label: '阳光花园',
  labelEn: 'Sunshine Garden',
  buildingId: null,
} as const;

test('the way to a home leaves out the site', () => {
  const building = { kind: 'building' as const, nameZh: '3栋', nameEn: 'Building 3' };
  const entrance = { kind: 'entrance' as const, nameZh: '2单元', nameEn: 'Entrance 2' };
  const home = { kind: 'home' as const, nameZh: '501', nameEn: null };
  const first = { ...building, ...labelOf(building, site) };
  const second = { ...entrance, ...labelOf(entrance, first) };
  expect(labelOf(home, second)).toEqual({ label: '3栋2单元501', labelEn: 'Building 3, Entrance 2, 501' });
});

test('two Latin names do not run together', () => {
  const tower = { kind: 'building' as const, nameZh: 'Tower A', nameEn: null };
  const parent = { ...tower, ...labelOf(tower, site) };
  expect(labelOf({ kind: 'home', nameZh: '1204', nameEn: null }, parent).label).toBe('Tower A 1204');
});

test('a building is in itself, what stands on the site is in none', () => {
  expect(buildingOf({ id: 'b', kind: 'building' }, site)).toBe('b');
  expect(buildingOf({ id: 'e', kind: 'entrance' }, { buildingId: 'b' })).toBe('b');
  expect(buildingOf({ id: 'g', kind: 'public-place' }, site)).toBeNull();
});
