import type { TieKind } from '@property-office/contracts';

export interface DemoResident {
  name: string;
  kind: TieKind;
  site: number;
  building: number;
  entrance: number;
  home: string;
  login?: string;
}

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'];
const givenNames = [
  '伟',
  '芳',
  '娜',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
];

/** Every so many homes of a site somebody is registered. */
const every = 3;

/** Two residents with accounts, and some dozens without: owners, tenants and families. */
export function demoResidents(
  homes: ReadonlyArray<{ site: number; building: number; entrance: number; home: string }>,
): DemoResident[] {
  const withAccount: DemoResident[] = [
    { name: '林晓雨', kind: 'owner', site: 0, building: 3, entrance: 2, home: '501', login: 'resident' },
    { name: '何建国', kind: 'tenant', site: 0, building: 1, entrance: 1, home: '202', login: 'resident2' },
  ];
  const taken = new Set(
    withAccount.map(({ site, building, entrance, home }) => [site, building, entrance, home].join()),
  );
  const others = homes
    .filter(
      ({ site, building, entrance, home }, index) =>
        index % every === 0 && !taken.has([site, building, entrance, home].join()),
    )
    .flatMap((home, index) => household(home, index));
  return [...withAccount, ...others];
}

function household(
  home: { site: number; building: number; entrance: number; home: string },
  index: number,
): DemoResident[] {
  const surname = surnames[index % surnames.length]!;
  const person = (offset: number, kind: TieKind, family = surname): DemoResident => ({
    ...home,
    kind,
    name: family + givenNames[(index + offset) % givenNames.length]!,
  });
  const owner = person(0, 'owner');
  if (index % 4 === 1) return [owner, person(7, 'tenant', surnames[(index + 5) % surnames.length])];
  if (index % 3 === 0) return [owner, person(11, 'family')];
  return [owner];
}
