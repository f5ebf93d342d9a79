import type { Localized } from '@property-office/kernel';

/** Something of a caller's that is not over. */
export interface OpenThing {
  kind: 'repair-request' | 'contact' | 'complaint' | 'suggestion' | 'visitor';
  /** Null where it is not for the desk to know which one it is. */
  number: string | null;
  /** What it is about: the category of a repair, the kind of a complaint. */
  about: Localized | null;
  state: Localized;
  at: Date;
  /** The last thing that happened to it, where anything did. */
  latest: { at: Date; summary: Localized } | null;
  /** By when they were promised that it is settled: said before any news. */
  promised?: { by: Date; extended: boolean; overdue: boolean } | null;
  /** Of a visitor, whose visit begins at `at`: when it is to end. */
  until?: Date;
}

/** A notice in force for a home of theirs: said of where they have nothing open, or else counted. */
export interface CurrentNotice {
  number: string;
  title: Localized;
  at: Date;
  /** Null: until it is withdrawn. */
  validUntil: Date | null;
}

/** What is said without, where whoever knows of it cannot be asked; of repairs, contacts and complaints nothing is said instead. */
export const leftOut = ['suggestions', 'notices'] as const;
export type LeftOut = (typeof leftOut)[number];

/** Two sentences to read aloud. */
export type Said = Record<keyof Localized, [string, string]>;

const kinds: Record<OpenThing['kind'], Localized> = {
  'repair-request': { zh: '报修', en: 'repair request' },
  contact: { zh: '来电来访', en: 'enquiry' },
  complaint: { zh: '投诉', en: 'complaint' },
  suggestion: { zh: '建议', en: 'suggestion' },
  visitor: { zh: '访客', en: 'visitor' },
};

const nothing: Said = {
  zh: ['您目前没有在办的事项。', '请问有什么可以帮您？'],
  en: ['You have nothing open with us.', 'How can I help you?'],
};

/** Nothing was found, but not everything was asked. */
const nothingFound: Said = {
  zh: ['目前没有查到您在办的事项，但系统暂时不能全部查询。', '请问有什么可以帮您？'],
  en: ['I find nothing open with us, but I cannot look everywhere just now.', 'How can I help you?'],
};

/**
 * What the desk says to whoever rings, by template from what is known and nothing else: the newest of what is open, and how
 * it stands; where nothing is, the newest notice for their home.
 * @param timeZone of the site
 * @param without what nobody could be asked of
 */
export function sayThisNow(things: readonly OpenThing[], notices: readonly CurrentNotice[], timeZone: string, without: readonly LeftOut[] = []): Said {
  const [newest, ...others] = newestFirst(things);
  const [notice, ...otherNotices] = newestFirst(notices);
  if (!newest && !notice) return without.length > 0 ? nothingFound : nothing;
  const said = (language: keyof Localized): [string, string] =>
    newest
      ? [first(newest, besides(others.length, notices.length, language), timeZone, language), second(newest, timeZone, language)]
      : [noticed(notice!, besides(0, otherNotices.length, language), timeZone, language), inForce(notice!, timeZone, language)];
  return { zh: said('zh'), en: said('en') };
}

function newestFirst<T extends { at: Date }>(some: readonly T[]): T[] {
  return some.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function first({ kind, number, about, state, at }: OpenThing, more: string, timeZone: string, language: keyof Localized): string {
  const when = timeOf(at, timeZone, language);
  const what = kinds[kind][language];
  if (language === 'zh') return `您${when}的${about ? `“${about.zh}”` : ''}${what}${number ? `（${number}）` : ''}目前${state.zh}${more}。`;
  return `Your ${about ? `${about.en.toLowerCase()} ` : ''}${what}${number ? ` ${number}` : ''} of ${when} is ${state.en}${more}.`;
}

function besides(things: number, notices: number, language: keyof Localized): string {
  if (language === 'zh') return `${things > 0 ? `，另有 ${things} 项在办` : ''}${notices > 0 ? `，另有 ${notices} 份公告与您家有关` : ''}`;
  return `${things > 0 ? `, and ${things} more ${things === 1 ? 'is' : 'are'} open` : ''}${notices > 0 ? `, and ${notices} ${notices === 1 ? 'notice concerns' : 'notices concern'} your home` : ''}`;
}

function noticed({ number, title, at }: CurrentNotice, more: string, timeZone: string, language: keyof Localized): string {
  const when = timeOf(at, timeZone, language);
  return language === 'zh' ? `${when}发布的公告“${title.zh}”（${number}）与您家有关${more}。` : `The notice "${title.en}" ${number} of ${when} concerns your home${more}.`;
}

function inForce({ validUntil }: CurrentNotice, timeZone: string, language: keyof Localized): string {
  if (!validUntil) return language === 'zh' ? '该公告目前有效。' : 'It is in force.';
  const until = timeOf(validUntil, timeZone, language);
  return language === 'zh' ? `该公告有效至${until}。` : `It is in force until ${until}.`;
}

function second({ latest, promised, until }: OpenThing, timeZone: string, language: keyof Localized): string {
  if (until) return language === 'zh' ? `来访预计到${timeOf(until, timeZone, language)}结束。` : `The visit is to end by ${timeOf(until, timeZone, language)}.`;
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
