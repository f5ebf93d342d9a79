/** What other systems can be told of a site, by our events. None of it says who, where in a home, or in whose words. */
export const webhookEvents = ['repair-request.reported', 'repair-request.resolved', 'repair-request.closed', 'notice.released'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
export type RepairWebhookEvent = Exclude<WebhookEvent, 'notice.released'>;

export interface WebhookFact {
  event: RepairWebhookEvent;
  siteId: string;
  repairRequestId: string;
  number: string;
  episode: number;
  happenedAt: Date;
  /** What else is told, by event: category and class of a report, result of a closing. */
  more: Readonly<Record<string, string>>;
}

/**
 * The body of a webhook: a CloudEvent (1.0, structured JSON). Its id is made of the business, so that a receiver sees the
 * same one however often, and by whatever endpoint, it hears of it.
 */
export function cloudEventOf({ event, siteId, repairRequestId, number, episode, happenedAt, more }: WebhookFact): object {
  return {
    specversion: '1.0',
    id: `${repairRequestId}:${episode}:${event}`,
    source: `/sites/${siteId}`,
    type: `property-office.${event}.v1`,
    subject: repairRequestId,
    time: happenedAt.toISOString(),
    datacontenttype: 'application/json',
    data: { repairRequestId, number, episode, ...more },
  };
}
