import type { ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

type HomeClaimEventType = Extract<ReactableEventType, `directory.home-claim${string}` | `reception.home-claim-${string}`>;

/** What the timeline of a claim of a home says; who claims, and what they wrote, are in no event. */
export const homeClaimSentences: Record<HomeClaimEventType, Localized> = {
  'directory.home-claimed.v1': { zh: '已提交认领，等待审核', en: 'Claimed, and waits for a decision' },
  'directory.home-claim-confirmed.v1': { zh: '已确认', en: 'Confirmed' },
  'directory.home-claim-refused.v1': { zh: '未通过：{reason}', en: 'Refused: {reason}' },
  'directory.home-claim-withdrawn.v1': { zh: '本人已撤回', en: 'Taken back by the claimant' },
  'reception.home-claim-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'reception.home-claim-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
};
