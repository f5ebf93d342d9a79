import type { Chance } from './chance';

/** What people say. Short: a simulation is about what becomes of it. */
export const enquiries = ['物业费什么时候交', '装修需要办什么手续', '门禁卡丢了怎么补办', '周末有人值班吗', 'When is the gym open?', '停车位怎么租', '水费单在哪里看'];
export const answers = ['已告知办理流程', '已查询并答复', 'Explained at once', '已发送办事指南'];
export const elsewhere = ['街道办事处', '自来水公司 96116', '供电服务 95598', '社区医院', '派出所'];
export const faults: ReadonlyArray<readonly [category: string, words: string]> = [
  ['light', '楼道的灯不亮了'],
  ['water-leak', '厨房水管漏水'],
  ['drain', '地漏堵了'],
  ['door', '单元门关不上'],
  ['socket', '客厅插座没电'],
];
export const ideas = ['大堂放一个伞架', '多种一些桂花', '儿童乐园加遮阳棚', 'Benches by the lake, please', '快递柜移到门口'];
export const grievances: Readonly<Record<string, string>> = {
  cleaning: '楼道三天没有打扫',
  greening: '绿化带枯死很久没人管',
  security: '夜里大门没有人值守',
  facility: '健身器材坏了一个月',
  noise: '楼上装修到半夜',
  neighbour: '邻居在楼道堆放杂物',
  parking: '消防通道被占用停车',
  'repair-work': '修过的水管又漏了',
  attitude: '工作人员说话很不客气',
  privacy: '快递信息贴在墙上',
  safety: '地砖松动，老人差点摔倒',
  theft: '快递被人拿走',
  bribe: '师傅私下收钱',
  violence: '保安推人',
  other: '电梯里总有广告声',
};
export const notes = ['请回电档案局', '下午的会改到三点', '供应商来过，请联系'];

/** Somebody the office does not know. */
export function stranger(chance: Chance): { name: string; phone: string } {
  return { name: `${chance.pick([...'王李张刘陈杨'])}先生`, phone: `1209${String(chance.whole(10_000_000)).padStart(7, '0')}` };
}

export const matters = ['冬季防火', '电梯年检', '汛期值守', '用电检查', '垃圾分类', '消防演练', '外墙修缮', '停水检修', '安全生产'];
export const senders = ['区住建局', '消防救援大队', '供电公司', '街道办事处', '自来水公司', '集团公司'];
export const recipients = ['社区居委会', '业主委员会', '区住建局', '街道办事处', '供电公司'];
export const equipment = ['电梯', '水泵', '配电柜', '消防泵', '发电机', '锅炉', '监控', '门禁'];
