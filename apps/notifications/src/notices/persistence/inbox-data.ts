import { contentIn } from '../domain/notice-content';
import type { Notice } from './notice.entity';

/** What fills the sentences of the inbox: the title in each language. */
export function inboxDataOf({ number, content }: Notice): { number: string; title: { zh: string; en: string } } {
  const { zh, en } = contentIn(content);
  return { number, title: { zh: zh.title, en: en?.title ?? zh.title } };
}
