import { createHmac } from 'node:crypto';
import { startReceiver, type Answering, type Received, type Receiver } from './receiver';

export interface Said {
  platform: 'wecom' | 'dingtalk' | 'feishu';
  text: string;
}

export interface RobotReceiver extends Receiver {
  /** What stands in the group chats. */
  said: Said[];
  /** Addresses of a robot of each platform, as the platform shows them. */
  urls: Record<Said['platform'], string>;
  /** Overrules the honest answer. */
  instead: ((request: Received) => Answering | undefined) | undefined;
}

const hourMs = 3_600_000;
const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** The three chat platforms, with one robot each that asks for signatures under `secret`, where there are any. */
export async function startRobotReceiver(secret: string): Promise<RobotReceiver> {
  const said: Said[] = [];
  const receiver = await startReceiver((request) => robots.instead?.(request) ?? answerOf(request, secret, said));
  const robots: RobotReceiver = Object.assign(receiver, {
    said,
    urls: {
      wecom: `${receiver.url}/cgi-bin/webhook/send?key=693a91f6-7a4e-4bc4-97a0-0ec2c1f1a5aa`,
      dingtalk: `${receiver.url}/robot/send?access_token=566cc69da782ec7a0a4e`,
      feishu: `${receiver.url}/open-apis/bot/v2/hook/8b1d1a4e-23c7-4b0e-9a5b-6c1f0e1d2c3b`,
    },
    instead: undefined,
  });
  return robots;
}

function answerOf(request: Received, secret: string, said: Said[]): Answering {
  const url = new URL(request.path, 'http://robots');
  const body = JSON.parse(request.body) as Record<string, unknown>;
  if (url.pathname === '/cgi-bin/webhook/send') return wecom(url, body, said);
  if (url.pathname === '/robot/send') return dingtalk(url, body, secret, said);
  if (url.pathname.startsWith('/open-apis/bot/v2/hook/')) return feishu(body, secret, said);
  return { status: 404 };
}

function wecom(url: URL, body: Record<string, unknown>, said: Said[]): Answering {
  const content = (body.text as { content?: unknown } | undefined)?.content;
  if (url.searchParams.get('key') !== '693a91f6-7a4e-4bc4-97a0-0ec2c1f1a5aa') return ok({ errcode: 93000, errmsg: 'invalid webhook url' });
  if (body.msgtype !== 'text' || typeof content !== 'string') return ok({ errcode: 40008, errmsg: 'invalid message type' });
  if (Buffer.byteLength(content) > 2_048) return ok({ errcode: 40058, errmsg: 'text.content exceed max length 2048' });
  said.push({ platform: 'wecom', text: content });
  return ok({ errcode: 0, errmsg: 'ok' });
}

function dingtalk(url: URL, body: Record<string, unknown>, secret: string, said: Said[]): Answering {
  const timestamp = url.searchParams.get('timestamp') ?? '';
  if (url.searchParams.get('access_token') !== '566cc69da782ec7a0a4e') return ok({ errcode: 300005, errmsg: 'token is not exist' });
  if (Math.abs(Date.now() - Number(timestamp)) > hourMs) return ok({ errcode: 310000, errmsg: 'invalid timestamp' });
  if (url.searchParams.get('sign') !== hmac(secret, `${timestamp}\n${secret}`)) return ok({ errcode: 310000, errmsg: 'sign not match' });
  const content = (body.text as { content?: unknown } | undefined)?.content;
  if (body.msgtype !== 'text' || typeof content !== 'string') return ok({ errcode: 400105, errmsg: 'unsupported message type' });
  said.push({ platform: 'dingtalk', text: content });
  return ok({ errcode: 0, errmsg: 'ok' });
}

function feishu(body: Record<string, unknown>, secret: string, said: Said[]): Answering {
  const timestamp = String(body.timestamp ?? '');
  const fresh = Math.abs(Date.now() - Number(timestamp) * 1_000) < hourMs;
  if (!fresh || body.sign !== hmac(`${timestamp}\n${secret}`, ''))
    return ok({ code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' });
  const text = (body.content as { text?: unknown } | undefined)?.text;
  if (body.msg_type !== 'text' || typeof text !== 'string') return ok({ code: 9499, msg: 'Bad Request', data: {} });
  said.push({ platform: 'feishu', text });
  return ok({ code: 0, msg: 'success', data: {} });
}

const ok = (body: object): Answering => ({ status: 200, body });
