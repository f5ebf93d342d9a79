import type { ComplaintKind } from '@property-office/contracts';
import type { ComplaintState } from '../domain/complaint-states';
import type { SuggestionState } from '../domain/suggestion-states';

interface DemoComplaint {
  state: ComplaintState;
  kind: ComplaintKind;
  words: string;
}

/** One complaint of a resident in each state (DEMO=1); the one that is merged is of the same matter as the one that is being handled. */
export const demoComplaints: readonly DemoComplaint[] = [
  { state: 'recorded', kind: 'noise', words: '楼上装修，中午也在敲墙' },
  { state: 'acknowledged', kind: 'greening', words: '楼前的树枝碰到窗户了' },
  { state: 'verifying', kind: 'security', words: '单元门一直没有锁好' },
  { state: 'decided', kind: 'facility', words: '儿童滑梯松动' },
  { state: 'handling', kind: 'cleaning', words: '三号楼楼道三天没有打扫' },
  { state: 'awaiting-feedback', kind: 'parking', words: '消防通道总有车停着' },
  { state: 'disputed', kind: 'repair-work', words: '水管修了两次还在漏' },
  { state: 'closed', kind: 'cleaning', words: '垃圾桶没有盖好' },
  { state: 'merged', kind: 'cleaning', words: '三号楼的楼道没人打扫，我家门口也是' },
];

/** All of it happened so many hours ago, and was entered later (G2). */
interface Followed extends DemoComplaint {
  hoursAgo?: number;
  /** What was said after the closing, before anybody followed up: no follow-up is left of that. */
  disputed?: string;
}

/** More that are closed: their follow-ups go on in followups' demonstration, one of them until it is disputed. Whom nobody reaches is tried on three days. */
export const demoFollowed: readonly Followed[] = [
  { state: 'closed', kind: 'greening', words: '草坪一个月没有修剪' },
  { state: 'closed', kind: 'security', words: '夜里巡逻的对讲机声音太大' },
  { state: 'closed', kind: 'parking', words: '访客车占了固定车位' },
  { state: 'closed', kind: 'repair-work', words: '换灯的师傅没有带走旧灯管' },
  { state: 'closed', kind: 'noise', words: '地下室风机整夜在响', hoursAgo: 60 },
  { state: 'closed', kind: 'parking', words: '地库车位上堆着建材', disputed: '第二天又堆上了' },
];

/** Of the one that is being handled; without an end it is still to be done. */
export const demoTasks: ReadonlyArray<{ what: string; done?: string; cancelReason?: string }> = [
  { what: '加装减震垫' },
  { what: '三号楼楼道当日补扫一次', done: '已清扫，照片发业主群' },
  { what: '向邻里逐户了解保洁时间', cancelReason: '已从监控确认，不必再问' },
];

/** Those that go another way from the beginning. */
export const demoSpecial = {
  major: { kind: 'facility', words: '单元门玻璃碎了，划伤了孩子的手' },
  hidden: { kind: 'attitude', words: '师傅上门时说话很难听' },
  hotline: { kind: 'noise', words: '热线转来：工地夜间施工扰民' },
  group: { kind: 'noise', words: '我们三户联名：水泵房半夜一直响' },
} as const satisfies Record<string, Pick<DemoComplaint, 'kind' | 'words'>>;

interface DemoSuggestion {
  state: SuggestionState;
  words: string;
  adopted?: boolean;
}

export const demoSuggestions: readonly DemoSuggestion[] = [
  { state: 'recorded', words: '大堂放一个伞架' },
  { state: 'reviewed', words: '快递柜旁加一盏灯' },
  { state: 'adopted', words: '电梯里贴维保电话', adopted: true },
  { state: 'declined', words: '屋顶开放晒被子', adopted: false },
  { state: 'answered', words: '周末延长客服时间', adopted: true },
  { state: 'carried-out', words: '门口加一把长椅', adopted: true },
];
