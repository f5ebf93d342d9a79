import type { NoticeChannel } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { StaffGroup } from '../../../domain/staff-groups';
import type { WebhookEvent } from '../../../domain/webhook-events';
import { enqueueDelivery } from '../../../persistence/enqueue-delivery';
import { robotsOf } from '../../../persistence/group-robots';
import { webhooksFor } from '../../../persistence/webhooks';
import { contentIn } from '../../domain/notice-content';
import type { Notice } from '../../persistence/notice.entity';

const groups: readonly StaffGroup[] = ['desk', 'management'];
const event: WebhookEvent = 'notice.released';

/** The chats of the staff by their robots, and other systems by webhook: a handful of a site, each once. */
export async function tellEndpoints(tx: Transaction, notice: Notice): Promise<void> {
  const { channels } = contentIn(notice.content);
  if (channels.includes('robot')) {
    for (const group of groups) {
      for (const endpointId of await robotsOf(tx, notice.siteId, group)) tell(tx, notice, 'robot', endpointId, { type: 'notice', ref: { noticeId: notice.id } });
    }
  }
  if (!channels.includes('webhook')) return;
  for (const endpointId of await webhooksFor(tx, notice.siteId, event)) tell(tx, notice, 'webhook', endpointId, { type: 'cloud-event', ref: cloudEventOf(notice) });
}

function tell(tx: Transaction, notice: Notice, channel: Extract<NoticeChannel, 'robot' | 'webhook'>, endpointId: string, content: { type: string; ref: object }): void {
  enqueueDelivery(tx, { businessKey: `notice:${notice.id}:${channel}:${endpointId}`, siteId: notice.siteId, channel, receiver: { endpointId }, content });
}

/** CloudEvents 1.0: what was released and under which hash; the words are on the board. */
function cloudEventOf({ id, siteId, number, edition, kind, contentHash, releasedAt }: Notice): object {
  return {
    specversion: '1.0',
    id: `${id}:${event}`,
    source: `/sites/${siteId}`,
    type: `property-office.${event}.v1`,
    subject: id,
    time: releasedAt!.toISOString(),
    datacontenttype: 'application/json',
    data: { noticeId: id, number, edition, kind, contentHash },
  };
}
