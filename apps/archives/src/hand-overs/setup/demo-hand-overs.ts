import type { DemoRecord } from '../../destructions/setup/demo-destructions';
import type { HandOverState } from '../domain/hand-over-states';

const title = (what: string, n: number): DemoRecord => ({ title: what, oldNumber: `2018-移-${String(n).padStart(2, '0')}`, pages: 8 + n, shelf: `D柜${n}层` });

/** A hand-over for each state (DEMO=1), all of paper. */
export const demoHandOvers: ReadonlyArray<{ until: HandOverState; record: DemoRecord }> = [
  { until: 'applied', record: title('2018年绿化养护图纸', 1) },
  { until: 'approved', record: title('2018年消防竣工图纸', 2) },
  { until: 'sealed', record: title('2018年电梯随机资料', 3) },
  { until: 'handed-over', record: title('2018年供水设备资料', 4) },
  { until: 'refused', record: title('2018年监控系统资料', 5) },
  { until: 'withdrawn', record: title('2018年地下管线图', 6) },
];
