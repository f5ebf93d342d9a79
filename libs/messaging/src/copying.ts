import { Ctx, Payload } from '@nestjs/microservices';
import type { EventType } from '@property-office/contracts';
import { Reaction, type ReactionOptions } from './reaction.decorator';

type DirectoryEvent = Extract<EventType, `directory.${string}`>;
type Copied = Omit<ReactionOptions<readonly [DirectoryEvent, ...DirectoryEvent[]]>, 'replay'>;

/** As `@Reaction`, `@Payload` and `@Ctx` on a method would, where the durable's name is known only when a service asks for its copies. */
export function copying<C extends object>(prototype: C): (method: keyof C & string, options: Copied) => void {
  return (method, options) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method)!;
    Payload()(prototype, method, 0);
    Ctx()(prototype, method, 1);
    Reaction<readonly [DirectoryEvent, ...DirectoryEvent[]]>({ ...options, replay: 'rebuild' })(prototype, method, descriptor);
    Object.defineProperty(prototype, method, descriptor);
  };
}
