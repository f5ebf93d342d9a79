import type { FactoryProvider } from '@nestjs/common';
import { SessionCookie } from '@property-office/access';
import { CONFIGURATION, type PlatformConfiguration } from '@property-office/service-kit';

export const sessionCookieProvider: FactoryProvider<SessionCookie> = {
  provide: SessionCookie,
  inject: [CONFIGURATION],
  useFactory: ({ http }: PlatformConfiguration) => new SessionCookie(http.publicUrl),
};
