import type { Outcome } from '../provider';
import type { Posting, Reply } from '../http/post';

export const robotPlatforms = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotPlatform = (typeof robotPlatforms)[number];

export interface RobotMessage {
  platform: RobotPlatform;
  /** As the platform shows it when the robot is made; it is a secret: who knows it may post. */
  url: string;
  /** For signing, where the platform has it and the group asks for it. */
  secret: string | null;
  text: string;
}

/** What one platform's robots are like. */
export interface RobotFormat {
  /** Shortest time between two messages of one robot that keeps to the platform's limit, in ms. */
  paceMs: number;
  /** @param atMs real time: signatures are good for an hour */
  posting(message: RobotMessage, atMs: number): Posting;
  /** Of a reply with status 200: platforms put their refusals into the body. */
  judge(reply: Reply): Outcome;
}

/** The text, cut where it has more bytes of UTF-8 than a platform takes; never within a character. */
export function cut(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let bytes = Buffer.byteLength('…');
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return `${kept}…`;
}
