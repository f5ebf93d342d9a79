import type { NoticeKind } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import type { NoticeText } from './notice-content';

/** `{place}`, `{from}` and `{until}` are filled; everything else is fixed in a template of the night. */
export interface NoticeTemplate {
  code: string;
  kind: NoticeKind;
  /** May go out at night from the hands of the duty officer: nothing in it is theirs but place and time. */
  night: boolean;
  zh: NoticeText;
  en: NoticeText;
}

export interface Blanks {
  place: Localized;
  /** As the wall of the site shows it. */
  from: Localized;
  until: Localized | null;
}

/** Shipped as initial proposal. The words are those offices use. */
export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    code: 'water-cut',
    kind: 'outage',
    night: true,
    zh: { title: '临时停水通知', body: '{place}自 {from} 起停水{until}。我们正在抢修，请关好水龙头。如需帮助请联系值班人员。' },
    en: { title: 'Water cut', body: 'There is no water at {place} from {from}{until}. We are at work on it; please close your taps. The duty officer helps where needed.' },
  },
  {
    code: 'power-cut',
    kind: 'outage',
    night: true,
    zh: { title: '临时停电通知', body: '{place}自 {from} 起停电{until}。我们正在抢修，请关闭大功率电器。如需帮助请联系值班人员。' },
    en: { title: 'Power cut', body: 'There is no power at {place} from {from}{until}. We are at work on it; please switch off what draws much. The duty officer helps where needed.' },
  },
  {
    code: 'lift-stopped',
    kind: 'outage',
    night: true,
    zh: { title: '电梯停运通知', body: '{place}电梯自 {from} 起停运{until}，请走楼梯或使用其他电梯。维保单位已在途中。' },
    en: { title: 'Lift out of service', body: 'The lift at {place} is out of service from {from}{until}. Please take the stairs or another lift; the maintainer is on the way.' },
  },
  {
    code: 'stay-clear',
    kind: 'safety',
    night: true,
    zh: { title: '安全提示', body: '{place}自 {from} 起正在进行应急处置{until}，请勿靠近，听从现场人员指引。' },
    en: { title: 'Keep clear', body: 'Emergency work goes on at {place} from {from}{until}. Please keep clear and follow the people on the spot.' },
  },
  {
    code: 'planned-works',
    kind: 'works',
    night: false,
    zh: { title: '施工通知', body: '{place}将于 {from} 起施工{until}。期间可能有噪音和灰尘，给您带来不便，敬请谅解。' },
    en: { title: 'Works', body: 'There will be works at {place} from {from}{until}, with some noise and dust. We ask for your patience.' },
  },
  {
    code: 'fire-drill',
    kind: 'safety',
    night: false,
    zh: { title: '消防演练通知', body: '{place}将于 {from} 进行消防演练{until}，届时警报会响起，请勿惊慌，欢迎参加。' },
    en: { title: 'Fire drill', body: 'A fire drill is held at {place} at {from}{until}. The alarm will sound; there is no danger, and everybody is welcome.' },
  },
  {
    code: 'community-activity',
    kind: 'activity',
    night: false,
    zh: { title: '社区活动邀请', body: '诚邀您于 {from} 到{place}参加社区活动{until}。' },
    en: { title: 'Community activity', body: 'You are invited to an activity at {place} at {from}{until}.' },
  },
  {
    code: 'holiday-service',
    kind: 'festival',
    night: false,
    zh: { title: '节日服务安排', body: '{place}自 {from} 起按节日安排值班{until}，值班电话不变。祝您节日快乐。' },
    en: { title: 'Service over the holidays', body: '{place} is on holiday duty from {from}{until}; the number to call stays the same. We wish you a happy holiday.' },
  },
];

export function nightTemplate(code: string): NoticeTemplate | undefined {
  return noticeTemplates.find((template) => template.night && template.code === code);
}

/** The texts with their blanks filled. */
export function filled({ zh, en }: Pick<NoticeTemplate, 'zh' | 'en'>, { place, from, until }: Blanks): { zh: NoticeText; en: NoticeText } {
  const inChinese = (text: string): string => fill(text, { place: place.zh, from: from.zh, until: until === null ? '' : `，预计 ${until.zh} 恢复` });
  const inEnglish = (text: string): string => fill(text, { place: place.en, from: from.en, until: until === null ? '' : ` until about ${until.en}` });
  return { zh: { title: zh.title, body: inChinese(zh.body) }, en: { title: en.title, body: inEnglish(en.body) } };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
