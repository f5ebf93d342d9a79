import { createHmac } from 'node:crypto';
import { judgeCode } from './judge-code';
import { cut, type RobotFormat } from './robot';

const mostBytes = 18_000;

/** What goes into the query as `sign`: HMAC-SHA256 under the secret over time (ms) and secret, base64. */
export function dingtalkSignature(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/**
 * 钉钉 group robots (open.dingtalk.com, custom robots): signed in the query where the group asks for it (加签); 20 messages a
 * minute, beyond which the robot is not listened to for ten. 130101, 410100: over that limit; -1: busy; 310000: signature,
 * key word or address refused.
 */
export const dingtalk: RobotFormat = {
  paceMs: 3_000,
  posting({ url: address, secret, text }, atMs) {
    const url = new URL(address);
    const timestamp = String(atMs);
    if (secret !== null) {
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', dingtalkSignature(timestamp, secret));
    }
    return { url, headers: {}, body: JSON.stringify({ msgtype: 'text', text: { content: cut(text, mostBytes) } }) };
  },
  judge: (reply) =>
    judgeCode(reply, { code: 'errcode', message: 'errmsg', throttled: new Set([130101, 410100]), throttledMs: 600_000, busy: new Set([-1]) }),
};
