import type { DeviceDto } from '../features/device.dto';
import type { ImportedPlaceDto } from '../features/import-places/import-places.dto';

export interface DemoSite {
  code: string;
  name: { zh: string; en: string };
  address: string;
  buildings: number;
}

/** Of the site that the demonstration is about. */
export const demoSiteCode = 'YG';

export const demoSites: readonly [DemoSite, DemoSite] = [
  { code: demoSiteCode, name: { zh: '阳光花园', en: 'Sunshine Garden' }, address: '示范市阳光路 1 号', buildings: 6 },
  {
    code: 'CH',
    name: { zh: '翠湖苑', en: 'Emerald Lake Court' },
    address: '示范市翠湖街 8 号',
    buildings: 2,
  },
];

const entrances = 2;
const floors = 6;
const homesPerFloor = 2;

const outside: Array<[code: string, zh: string, en: string]> = [
  ['gate', '小区大门', 'Main gate'],
  ['garage', '地下车库', 'Underground garage'],
  ['garden', '中心花园', 'Central garden'],
  ['gym', '健身区', 'Gym'],
  ['playground', '儿童乐园', 'Playground'],
  ['path', '环湖步道', 'Footpath'],
  ['office', '物业服务中心', 'Property office'],
];

/** Devices that stand outside, by their codes there: the pump in service, and those it took the place of. */
const pumps: Array<[code: string, zh: string, en: string, device: DeviceDto]> = [
  ['pump-first', '首台生活水泵', 'First water pump', { number: 'SB-00', equipment: 'pump', installedOn: '2002-04-18', outOfServiceOn: '2011-09-08' }],
  ['pump-old', '原生活水泵', 'Former water pump', { number: 'SB-01', equipment: 'pump', installedOn: '2011-09-10', outOfServiceOn: '2025-06-30' }],
  ['pump', '生活水泵', 'Water pump', { number: 'SB-02', equipment: 'pump', installedOn: '2025-07-02' }],
];

/** The lift of the first building and entrance. */
const firstLift: DeviceDto = { number: 'DT-01', equipment: 'lift', installedOn: '2018-05-20' };

/** External code of a home: `YG-3-2-501`. */
export function homeCode(site: DemoSite, building: number, entrance: number, home: string): string {
  return `${site.code}-${building}-${entrance}-${home}`;
}

/** Homes of an entrance: 101, 102, 201, … */
export function homeNumbers(): string[] {
  return range(floors).flatMap((floor) => range(homesPerFloor).map((n) => `${floor}0${n}`));
}

/** Everything below a site, parents first. */
export function demoPlaces(site: DemoSite): ImportedPlaceDto[] {
  const { code } = site;
  const open = outside.map(([own, zh, en]) => publicPlace(code, own, zh, en));
  const devices = pumps.map(([own, zh, en, device]) => ({ ...publicPlace(code, own, zh, en), device }));
  return [...open, ...devices, ...range(site.buildings).flatMap((building) => demoBuilding(site, building))];
}

function demoBuilding(site: DemoSite, building: number): ImportedPlaceDto[] {
  const top = `${site.code}-${building}`;
  return [
    {
      externalCode: top,
      kind: 'building',
      code: String(building),
      name: { zh: `${building}栋`, en: `Building ${building}` },
    },
    publicPlace(top, 'lobby', '大堂', 'Lobby', top),
    publicPlace(top, 'roof', '屋顶', 'Roof', top),
    ...range(entrances).flatMap((entrance) => demoEntrance(site, building, entrance)),
  ];
}

function demoEntrance(site: DemoSite, building: number, entrance: number): ImportedPlaceDto[] {
  const top = `${site.code}-${building}`;
  const own = `${top}-${entrance}`;
  return [
    {
      externalCode: own,
      kind: 'entrance',
      parentExternalCode: top,
      code: String(entrance),
      name: { zh: `${entrance}单元`, en: `Entrance ${entrance}` },
    },
    { ...publicPlace(own, 'lift', '电梯', 'Lift', own), ...(building === 1 && entrance === 1 && { device: firstLift }) },
    ...homeNumbers().map((home) => ({
      externalCode: homeCode(site, building, entrance, home),
      kind: 'home' as const,
      parentExternalCode: own,
      code: home,
    })),
  ];
}

function publicPlace(
  prefix: string,
  code: string,
  zh: string,
  en: string,
  parentExternalCode?: string,
): ImportedPlaceDto {
  return {
    externalCode: `${prefix}-${code}`,
    kind: 'public-place',
    code,
    name: { zh, en },
    ...(parentExternalCode && { parentExternalCode }),
  };
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
