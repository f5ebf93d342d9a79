import type { Localized } from '@property-office/kernel';

/** Something of a caller's that is not over. */
export interface OpenThing {
  kind: 'repair-request' | 'contact' | 'complaint';
  number: string;
  /** What it is about: the category of a repair, the kind of a complaint. */
  about: Localized | null;
  state: Localized;
  at: Date;
  /** The last thing that happened to it, where anything did. */
  latest: { at: Date; summary: Localized } | null;
  /** By when they were promised that it is settled: said before any news. */
  promised?: { by: Date; extended: boolean; overdue: boolean } | null;
}

/** Two sentences to read aloud. */
export type Said = Record<keyof Localized, [string, string]>;

const kinds: Record<OpenThing['kind'], Localized> = {
  'repair-request': { zh: '报修', en: 'repair request' },
  contact: { zh: '来电来访', en: 'enquiry' },
  complaint: { zh: '投诉', en: 'complaint' },
};

const nothing: Said = {
  zh: ['您目前没有在办的事项。', '请问有什么可以帮您？'],
  en: ['You have nothing open with us.', 'How can I help you?'],
};

/**
 * What the desk says to whoever rings, by template from what is known and nothing else: the newest of what is open, and how
 * it stands.
 * @param timeZone of the site
 */
export function sayThisNow(things: readonly OpenThing[], timeZone: string): Said {
  const [newest, ...others] = things.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (!newest) return nothing;
  const said = (language: keyof Localized): [string, string] => [
    first(newest, others.length, timeZone, language),
    second(newest, timeZone, language),
  ];
  return { zh: said('zh'), en: said('en') };
}

function first({ kind, number, about, state, at }: OpenThing, others: number, timeZone: string, language: keyof Localized): string {
  const when = timeOf(at, timeZone, language);
  const what = kinds[kind][language];
  if (language === 'zh') return `您${when}的${about ? `“${about.zh}”` : ''}${what}（${number}）目前${state.zh}${others > 0 ? `，另有 ${others} 项在办` : ''}。`;
  return `Your ${about ? `${about.en.toLowerCase()} ` : ''}${what} ${number} of ${when} is ${state.en}${others > 0 ? `, and ${others} more ${others === 1 ? 'is' : 'are'} open` : ''}.`;
}

function second({ latest, promised }: OpenThing, timeZone: string, language: keyof Localized): string {
  if (promised) return promise(promised, timeOf(promised.by, timeZone, language), language);
  if (!latest) return language === 'zh' ? '登记之后还没有新的进展。' : 'There is no news since it was recorded.';
  const when = timeOf(latest.at, timeZone, language);
  const summary = latest.summary[language].replace(/[。.]$/, '');
  return language === 'zh' ? `最近的进展是${when}：${summary}。` : `The latest, of ${when}: ${summary}.`;
}

function promise({ extended, overdue }: { extended: boolean; overdue: boolean }, by: string, language: keyof Localized): string {
  if (overdue) return language === 'zh' ? `原承诺${by}前办结，现已超时，非常抱歉。` : `It was to be settled by ${by} and is late: we are sorry.`;
  if (extended) return language === 'zh' ? `办结时间已告知您延至${by}。` : `As you were told, it is to be settled by ${by} instead.`;
  return language === 'zh' ? `我们承诺${by}前办结。` : `We promised to settle it by ${by}.`;
}

function timeOf(at: Date, timeZone: string, language: keyof Localized): string {
  const options = { timeZone, month: language === 'zh' ? 'long' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options).format(at);
}
