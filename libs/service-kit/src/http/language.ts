import type { Localized } from '@property-office/kernel';

export type Language = keyof Localized;

/** The language to answer in, from Accept-Language (RFC 9110, 12.5.4): zh unless English is preferred to it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage || acceptLanguage.startsWith('zh')) return 'zh';
  let zh = 0;
  let en = 0;
  for (const range of acceptLanguage.split(',', 20)) {
    const [tag = '', ...parameters] = range
      .toLowerCase()
      .split(';', 3)
      .map((part) => part.trim());
    const quality = qualityOf(parameters);
    if (tag === 'zh' || tag.startsWith('zh-')) zh = Math.max(zh, quality);
    else if (tag === 'en' || tag.startsWith('en-')) en = Math.max(en, quality);
  }
  return en > zh ? 'en' : 'zh';
}

function qualityOf(parameters: string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}
