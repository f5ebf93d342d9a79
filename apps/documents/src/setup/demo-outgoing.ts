import type { Confidentiality, OutgoingKind } from '@property-office/contracts';
import type { Attendance } from '../domain/attendance';
import type { OutgoingState } from '../domain/outgoing-states';

interface DemoOutgoing {
  state: OutgoingState;
  kind: OutgoingKind;
  title: string;
  body: string;
  recipients: string[];
  copiesTo?: string[];
  attendance?: Attendance;
  confidentiality?: Confidentiality;
}

const drill = '社区居委会：\n我中心定于12月5日上午9时在阳光花园开展消防演练，请派员指导。\n请予函复。';

/** One outgoing document in each state (DEMO=1). */
export const demoOutgoing: readonly DemoOutgoing[] = [
  { state: 'drafted', kind: 'notice', title: '关于冬季用火用电安全的通知', body: '各岗位：\n为做好冬季防火工作，现将有关要求通知如下：\n一、〈内容〉', recipients: ['各岗位'] },
  { state: 'submitted', kind: 'letter', title: '关于更换水表的复函', body: '自来水公司：\n来函收悉，同意于12月10日更换水表。', recipients: ['自来水公司'] },
  { state: 'reviewed', kind: 'report', title: '关于电梯年检情况的报告', body: '集团公司：\n本项目电梯十二台，年检全部合格。\n特此报告。', recipients: ['集团公司'] },
  { state: 'to-sign', kind: 'request', title: '关于增设充电车位的请示', body: '集团公司：\n因业主需要，拟增设充电车位六个。\n妥否，请批示。', recipients: ['集团公司'] },
  { state: 'signed-off', kind: 'letter', title: '关于路灯维修的函', body: '市政管理处：\n东门外路灯三盏不亮，请派员维修。', recipients: ['市政管理处'] },
  { state: 'checked', kind: 'notice', title: '关于调整垃圾投放时间的通知', body: '各岗位：\n自12月1日起，垃圾投放时间调整为7时至9时。', recipients: ['各岗位'] },
  { state: 'numbered', kind: 'letter', title: '关于协助管理共享单车的函', body: '社区居委会：\n南门外共享单车占道，请协助管理。', recipients: ['社区居委会'] },
  { state: 'printed', kind: 'report', title: '关于员工处分情况的报告', body: '集团公司：\n处分意见已经送达本人。\n特此报告。', recipients: ['集团公司'], confidentiality: 'confidential' },
  { state: 'sealed', kind: 'reply', title: '关于小区绿化建议的复函', body: '业主委员会：\n来函收悉。补种工作安排在明年三月。\n特此函复。', recipients: ['业主委员会'] },
  { state: 'released', kind: 'letter', title: '关于开展消防演练的函', body: drill, recipients: ['社区居委会'], copiesTo: ['业主委员会'] },
  { state: 'filed', kind: 'report', title: '关于十月份客户服务情况的报告', body: '集团公司：\n十月份受理报修二百零六件，按时完成率百分之九十七。\n特此报告。', recipients: ['集团公司'] },
  {
    state: 'released',
    kind: 'minutes',
    title: '十一月份工作例会会议纪要',
    body: '2026年11月26日，主任在会议室主持召开十一月份工作例会。会议议定事项如下：\n一、消防演练由客服部牵头，12月5日完成。\n二、路灯维修由工程部负责，12月10日前完成。',
    recipients: ['各岗位'],
    copiesTo: ['业主委员会'],
    attendance: { present: ['王主任', '李主管', '张工'], absent: ['刘工'], observers: ['业主委员会代表'] },
  },
  { state: 'discarded', kind: 'notice', title: '关于停车收费的通知', body: '各岗位：\n停车收费由停车管理公司另行通知。', recipients: ['各岗位'] },
  { state: 'voided', kind: 'letter', title: '关于开展消防演练的函', body: drill, recipients: ['社区居委会'] },
];

/** What the office of the demonstration begins its letters with. */
export const demoTemplate = {
  kind: 'letter' as const,
  title: '关于〈事项〉的函',
  body: '〈主送单位〉：\n〈缘由〉。现就〈事项〉函告如下：\n〈内容〉\n联系人：〈联系人〉，电话：〈电话〉。\n请予函复。',
};
