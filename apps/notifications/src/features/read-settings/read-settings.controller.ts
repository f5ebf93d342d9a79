import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation } from '@property-office/service-kit';
import { SettingsStore } from '../../persistence/settings';
import { NotificationSettingsView, settingsView } from '../settings.view';

@Controller('api/notification-settings')
export class ReadSettingsController {
  constructor(private readonly settings: SettingsStore) {}

  @Get()
  @Operation('notifications.readSettings', { summary: { zh: '通知设置', en: 'Notification settings' }, ok: 200, okBody: NotificationSettingsView })
  async read(@Acting() { personId }: Principal): Promise<Answer<NotificationSettingsView>> {
    const settings = await this.settings.of(personId);
    return ok(settingsView(settings), settings.version);
  }
}
