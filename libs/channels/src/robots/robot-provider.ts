import type { Dispatcher } from 'undici';
import { failureOf, post } from '../http/post';
import { permanent, type Outcome, type Provider } from '../provider';
import { dingtalk } from './dingtalk';
import { feishu } from './feishu';
import type { RobotFormat, RobotMessage, RobotPlatform } from './robot';
import { wecom } from './wecom';

const formats: Readonly<Record<RobotPlatform, RobotFormat>> = { wecom, dingtalk, feishu };

export const robotPaceMs = (platform: RobotPlatform): number => formats[platform].paceMs;

/**
 * Robots of chat groups. None of the platforms knows a message it got before: one that was taken and whose answer was lost
 * appears twice in the group.
 */
export class RobotProvider implements Provider<RobotMessage> {
  /** @param agent closed by whoever made it */
  constructor(private readonly agent: Dispatcher) {}

  async send(message: RobotMessage): Promise<Outcome> {
    const format = formats[message.platform];
    try {
      return await post(this.agent, format.posting(message, Date.now()), (reply) => failureOf(reply) ?? format.judge(reply));
    } catch (error) {
      // What was stored as its address is none.
      return permanent('content-failed', (error as Error).message);
    }
  }

  async close(): Promise<void> {}
}
