import { defineErrors, type FieldError } from '@property-office/kernel';
import { Instant } from '../fields/instant';
import { Text } from '../fields/text';

const minute = 60_000;
/** G2: an act is entered at most 72 hours after it happened, and with a reason beyond 15 minutes. */
const oldest = 72 * 60 * minute;
const lateAfter = 15 * minute;
/** Clocks of phones run a little ahead; within this an act happened now. */
const clockSkew = 10_000;

export const happenedAtErrors = defineErrors({
  happenedInFuture: {
    kind: 'invalid',
    title: { zh: '发生时间有误', en: 'The time of the act is wrong' },
  },
  happenedTooLongAgo: {
    kind: 'invalid',
    title: { zh: '发生时间过早', en: 'The act is too long ago' },
  },
  happenedBeforePrevious: {
    kind: 'invalid',
    title: { zh: '发生时间早于上一步', en: 'The act is earlier than the one it follows' },
  },
  lateReasonMissing: {
    kind: 'invalid',
    title: { zh: '请说明补录原因', en: 'Please say why this is entered late' },
  },
});

/** Fields of every act that may be entered after it happened (G2). */
export class ActFields {
  @Instant({ label: { zh: '发生时间', en: 'time of the act' }, optional: true })
  happenedAt?: Date;

  @Text({ label: { zh: '补录原因', en: 'reason for entering it late' }, max: 200, optional: true })
  lateReason?: string;
}

export interface HappenedAt {
  happenedAt: Date;
  /** Set when the act shows as "entered later". */
  lateReason?: string;
}

/**
 * When an act happened (G2).
 * @param now when it is recorded
 * @param notBefore when the act it follows happened
 * @throws happenedInFuture, happenedTooLongAgo, happenedBeforePrevious, lateReasonMissing (400)
 */
export function resolveHappenedAt(act: ActFields, now: Date, notBefore?: Date): HappenedAt {
  // Two acts in a row may have read the clock in the other order; the one that follows is not earlier for that.
  if (!act.happenedAt) return { happenedAt: notBefore && notBefore > now ? notBefore : now };
  const claimed = act.happenedAt;
  const age = now.getTime() - claimed.getTime();
  if (age < -clockSkew)
    throw happenedAtErrors.happenedInFuture(
      {},
      at('/happenedAt', '发生时间不能晚于现在', 'It cannot be in the future'),
    );
  const happenedAt = age < 0 ? now : claimed;
  if (age > oldest)
    throw happenedAtErrors.happenedTooLongAgo(
      {},
      at('/happenedAt', '最多可补录 72 小时内的操作', 'It may be at most 72 hours ago'),
    );
  if (notBefore && happenedAt < notBefore) {
    throw happenedAtErrors.happenedBeforePrevious(
      {},
      at('/happenedAt', '发生时间不能早于上一步操作', 'It cannot be earlier than the act it follows'),
    );
  }
  if (age <= lateAfter) return { happenedAt };
  if (!act.lateReason) {
    throw happenedAtErrors.lateReasonMissing(
      {},
      at('/lateReason', '补录 15 分钟之前的操作需要说明原因', 'Beyond 15 minutes a reason is needed'),
    );
  }
  return { happenedAt, lateReason: act.lateReason };
}

function at(pointer: string, zh: string, en: string): { fields: FieldError[] } {
  return { fields: [{ pointer, message: { zh, en } }] };
}
