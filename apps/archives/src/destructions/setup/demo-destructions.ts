import type { RegisterRecordDto } from '../../features/register-record/register-record.dto';
import type { DestructionState } from '../domain/destruction-states';

/** Records whose retention is over (DEMO=1), all of paper. */
export type DemoRecord = Pick<RegisterRecordDto, 'title' | 'oldNumber' | 'pages' | 'shelf'> & { title: string };

const title = (what: string, n: number): DemoRecord => ({ title: what, oldNumber: `2012-客-${String(n).padStart(2, '0')}`, pages: 5 + n, shelf: `C柜${n}层` });

/** On no list yet; before appraisers; given up. */
export const demoDue = [title('2012年小区通知汇编', 1), title('2012年装修巡查记录', 2)] as const;
export const demoOpen = title('2012年来访登记簿', 3);
export const demoWithdrawn = title('2012年保洁考勤表', 4);
/** Kept for longer by one of two opinions. */
export const demoKept = title('2012年外墙维修方案', 5);
/** Appraised, and on no destruction list yet. */
export const demoListed = title('2012年临时停车登记', 6);
/** A list for each state that lasts; what is carried out is certified as soon as files has heard of it. */
export const demoLists: ReadonlyArray<{ until: Exclude<DestructionState, 'certified'>; record: DemoRecord }> = [
  { until: 'applied', record: title('2012年钥匙借用登记', 7) },
  { until: 'approved', record: title('2012年巡更记录', 8) },
  { until: 'witnessed', record: title('2012年门岗交接班记录', 9) },
  { until: 'carried-out', record: title('2012年访客留言簿', 10) },
  { until: 'refused', record: title('2012年电梯维保记录', 11) },
  { until: 'withdrawn', record: title('2012年业主意见箱登记', 12) },
];
