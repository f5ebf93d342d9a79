import type { DutyRole } from '@property-office/contracts';

const hour = 3_600_000;
const day = 24 * hour;
/** China keeps one time all year: 08:00 there is midnight UTC. */
const inChina = 8 * hour;

export interface DemoShift {
  role: DutyRole;
  /** Names of those who take turns, day by day. */
  inTurn: readonly string[];
  /** Hours of the day in China; beyond 24: of the next morning. */
  begins: number;
  ends: number;
  site: number;
}

/** Of the demonstration's sites: a duty officer round the clock, the desk by day, a technician at night. */
export const demoShifts: readonly DemoShift[] = [
  { site: 0, role: 'duty-officer', inTurn: ['李强', '卫东'], begins: 8, ends: 32 },
  { site: 0, role: 'desk', inTurn: ['孙丽'], begins: 8, ends: 20 },
  { site: 0, role: 'technician', inTurn: ['周师傅', '吴师傅', '郑师傅'], begins: 18, ends: 32 },
  { site: 1, role: 'duty-officer', inTurn: ['陈刚'], begins: 8, ends: 32 },
  { site: 1, role: 'desk', inTurn: ['冯娟'], begins: 8, ends: 20 },
];

/** Days of the plan, yesterday included: the demonstration has begun at any hour. */
const days = 8;

/** Who answers for whom, by name. */
export const demoSuperiors: ReadonlyArray<{ of: readonly string[]; is: string }> = [
  { of: ['李强', '卫东', '钱文', '陈刚'], is: '赵敏' },
  { of: ['孙丽', '周师傅', '吴师傅', '郑师傅'], is: '李强' },
  { of: ['冯娟', '褚师傅'], is: '陈刚' },
  { of: ['赵敏'], is: '许总' },
];

/** The deputies of the director, the first and the second, for half a year. */
export const demoDeputies = { of: '赵敏', kind: 'approvals', inTurn: ['卫东', '李强'], days: 183 } as const;

export interface DemoDuty {
  site: number;
  role: DutyRole;
  name: string;
  from: Date;
  until: Date;
}

/** The plan from yesterday on. */
export function demoDuties(now: Date): DemoDuty[] {
  const midnight = Math.floor((now.getTime() + inChina) / day) * day - inChina;
  return demoShifts.flatMap(({ site, role, inTurn, begins, ends }) =>
    Array.from({ length: days }, (_, n) => ({
      site,
      role,
      name: inTurn[n % inTurn.length]!,
      from: new Date(midnight + (n - 1) * day + begins * hour),
      until: new Date(midnight + (n - 1) * day + ends * hour),
    })),
  );
}
