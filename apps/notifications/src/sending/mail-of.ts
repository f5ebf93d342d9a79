import type { EmailMessage } from '@property-office/channels';
import type { Language } from '@property-office/service-kit';
import type { RenderedContent } from './contents';

const closing = {
  zh: '请登录物业服务平台查看详情。本邮件由系统发出，请勿回复。',
  en: 'Please sign in to see the details. This mail was sent by the system; nobody reads answers to it.',
};

/** The same in plain text and HTML. */
export function mailOf({ title, text, html }: RenderedContent, to: string, language: Language, publicUrl: string | undefined): EmailMessage {
  const end = [closing[language], ...(publicUrl ? [publicUrl] : [])];
  const content = html ?? text.split(/\n{2,}/).map(paragraph).join('');
  return {
    to,
    subject: title,
    text: [text, ...end].join('\n\n'),
    html: `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body>${content}${end.map(paragraph).join('')}</body></html>`,
  };
}

const paragraph = (text: string): string => `<p>${escape(text).replaceAll('\n', '<br>')}</p>`;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
