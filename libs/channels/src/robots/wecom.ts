import { judgeCode } from './judge-code';
import { cut, type RobotFormat } from './robot';

const mostBytes = 2_048;

/**
 * 企业微信 group robots (developer.work.weixin.qq.com, 91770): the key in the URL is all there is to authenticate by; text
 * of at most 2,048 bytes; 20 messages a minute. 45009: over that limit; 45033: too many at once; -1: busy.
 */
export const wecom: RobotFormat = {
  paceMs: 3_000,
  posting: ({ url, text }) => ({
    url: new URL(url),
    headers: {},
    body: JSON.stringify({ msgtype: 'text', text: { content: cut(text, mostBytes) } }),
  }),
  judge: (reply) =>
    judgeCode(reply, { code: 'errcode', message: 'errmsg', throttled: new Set([45009, 45033]), throttledMs: 60_000, busy: new Set([-1]) }),
};
