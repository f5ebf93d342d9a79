import { permanent, robotPaceMs, temporary, type RobotProvider } from '@property-office/channels';
import { quietUntil, usualQuietHours } from '../domain/quiet-hours';
import type { LeasedDelivery } from '../persistence/deliveries';
import type { GroupRobots } from '../persistence/group-robots';
import type { SiteZones } from '../persistence/site-zones';
import type { Contents, RenderedContent } from './contents';
import { known, type ChannelWork, type Prepared } from './prepared';

/** Messages to chat groups of the staff, at the pace their platform allows a robot. */
export class RobotWork implements ChannelWork {
  readonly channel = 'robot';

  constructor(
    private readonly robots: GroupRobots,
    private readonly zones: SiteZones,
    private readonly contents: Contents,
    private readonly provider: RobotProvider,
    private readonly publicUrl: string | undefined,
  ) {}

  async prepare(deliveries: readonly LeasedDelivery[]): Promise<Prepared[]> {
    const robots = await this.robots.open([...new Set(deliveries.flatMap(({ endpointId }) => endpointId ?? []))]);
    const zoneOf = await this.zones.of([...new Set(deliveries.map(({ siteId }) => siteId))]);
    return Promise.all(
      deliveries.map(async (delivery): Promise<Prepared> => {
        const robot = robots.get(delivery.endpointId ?? '');
        if (!robot) return known(delivery, permanent('receiver-gone', 'the robot was removed'));
        const until = delivery.urgent || robot.atNight ? undefined : quietUntil(delivery.now, zoneOf(delivery.siteId), usualQuietHours);
        if (until) return { do: 'wait', until };
        let content: RenderedContent | undefined;
        try {
          content = await this.contents.render(delivery.contentType, delivery.content, delivery.language ?? robot.language);
        } catch (error) {
          return known(delivery, temporary('content-failed', (error as Error).message));
        }
        if (!content) return { do: 'withdraw' };
        const text = textOf(content, this.publicUrl);
        const { id: lane, platform, url, secret } = robot;
        return { do: 'send', lane, paceMs: robotPaceMs(platform), send: () => this.provider.send({ platform, url, secret, text }) };
      }),
    );
  }
}

function textOf({ title, text }: RenderedContent, publicUrl: string | undefined): string {
  return [title, ...(text === title ? [] : [text]), ...(publicUrl ? [publicUrl] : [])].join('\n');
}
