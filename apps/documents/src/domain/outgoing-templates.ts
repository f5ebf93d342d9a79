import { outgoingKinds, type OutgoingKind } from '@property-office/contracts';

/** What a document is begun with (W1.2): its kind gives the form, the drafter puts in what is in angle brackets. */
export interface OutgoingTemplate {
  code: OutgoingKind;
  name: { zh: string; en: string };
  title: string;
  body: string;
}

const texts: Record<OutgoingKind, Omit<OutgoingTemplate, 'code'>> = {
  notice: {
    name: { zh: '通知', en: 'notice' },
    title: '关于〈事项〉的通知',
    body: '〈主送单位〉：\n为〈目的〉，现将〈事项〉通知如下：\n一、〈内容〉\n二、〈要求〉\n请遵照执行。',
  },
  letter: {
    name: { zh: '函', en: 'letter' },
    title: '关于〈事项〉的函',
    body: '〈主送单位〉：\n〈缘由〉。现就〈事项〉函告如下：\n〈内容〉\n请予函复。',
  },
  report: {
    name: { zh: '报告', en: 'report' },
    title: '关于〈事项〉的报告',
    body: '〈上级单位〉：\n现将〈事项〉的情况报告如下：\n一、基本情况\n二、采取的措施\n三、下一步安排\n特此报告。',
  },
  request: {
    name: { zh: '请示', en: 'request for instructions' },
    title: '关于〈事项〉的请示',
    body: '〈上级单位〉：\n因〈缘由〉，拟〈事项〉。\n妥否，请批示。',
  },
  minutes: {
    name: { zh: '纪要', en: 'minutes' },
    title: '〈会议名称〉会议纪要',
    body: '〈时间〉，〈主持人〉在〈地点〉主持召开〈会议名称〉。会议议定事项如下：\n一、〈事项、责任人和期限〉',
  },
  reply: {
    name: { zh: '复函', en: 'reply' },
    title: '关于〈事项〉的复函',
    body: '〈主送单位〉：\n《〈来文标题〉》（〈来文字号〉）收悉。现答复如下：\n〈内容〉\n特此函复。',
  },
};

export const outgoingTemplates: readonly OutgoingTemplate[] = outgoingKinds.map((code) => ({ code, ...texts[code] }));

export function templateOf(code: OutgoingKind): OutgoingTemplate {
  return { code, ...texts[code] };
}

/** What the drafter has not put in yet, of what their template says: nothing is submitted that still says 〈事项〉. */
export function openPlaces(text: string, template: Pick<OutgoingTemplate, 'title' | 'body'>): string[] {
  const places = new Set(`${template.title}\n${template.body}`.match(/〈[^〈〉]+〉/g) ?? []);
  return [...places].filter((place) => text.includes(place));
}
