import { createHmac } from 'node:crypto';
import { judgeCode } from './judge-code';
import { cut, type RobotFormat } from './robot';

/** Of 20 KB for the whole body. */
const mostBytes = 18_000;

/** What goes into the body as `sign`: HMAC-SHA256 over nothing, under time (s) and secret as the key, base64. */
export function feishuSignature(timestamp: string, secret: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
}

/**
 * 飞书 group robots (open.feishu.cn, custom bots): signed in the body where the group asks for it (签名校验); 100 messages a
 * minute and 5 a second. 11232: over that limit; 19021: signature or time refused; 19022: address; 19024: key word.
 */
export const feishu: RobotFormat = {
  paceMs: 600,
  posting({ url, secret, text }, atMs) {
    const timestamp = String(Math.floor(atMs / 1_000));
    const signed = secret === null ? {} : { timestamp, sign: feishuSignature(timestamp, secret) };
    return {
      url: new URL(url),
      headers: {},
      body: JSON.stringify({ ...signed, msg_type: 'text', content: { text: cut(text, mostBytes) } }),
    };
  },
  judge: (reply) => judgeCode(reply, { code: 'code', message: 'msg', throttled: new Set([11232]), throttledMs: 60_000, busy: new Set() }),
};
