import { Body, Controller, Put } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { assertFresh, Command, Commands, Operation, requiredMatch } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { minutesOf, usualQuietHours, type QuietHours } from '../../domain/quiet-hours';
import { SettingsStore, usualChannels } from '../../persistence/settings';
import { NotificationSettingsView, settingsView } from '../settings.view';
import { ChangeSettingsDto, type QuietHoursDto } from './change-settings.dto';

@Controller('api/notification-settings')
export class ChangeSettingsController {
  constructor(
    private readonly commands: Commands,
    private readonly settings: SettingsStore,
  ) {}

  @Put()
  @Operation('notifications.changeSettings', {
    summary: { zh: '修改通知设置', en: 'Change notification settings' },
    ok: 200,
    okBody: NotificationSettingsView,
    errors: ['stale', 'precondition-missing'],
  })
  change(@Body() input: ChangeSettingsDto, @Command() command: CommandContext): Promise<Answer<NotificationSettingsView>> {
    requiredMatch(command);
    const { email = null, wechatId = null, language } = input;
    if (email !== null && !isEmail(email)) throw invalidEmail();
    const quiet = input.quietHours ? quietHoursOf(input.quietHours) : usualQuietHours;
    const channels = { ...usualChannels, ...input.channels };
    return this.commands.act(
      command,
      async (tx) => {
        const { personId } = command.principal;
        const { version, urgentBySms: before } = await this.settings.lock(tx, personId);
        assertFresh(command, version);
        // They consented or refused: whoever does not speak of it has taken back neither.
        const urgentBySms = input.urgentBySms ?? before;
        const changed = { email, wechatId, language, channels, quiet, urgentBySms, version: version + 1 };
        this.settings.save(tx, personId, changed);
        return changed;
      },
      settingsView,
    );
  }
}

function quietHoursOf({ from, to }: QuietHoursDto): QuietHours {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  if (begin !== undefined && end !== undefined) return { from: begin, to: end };
  const message = { zh: '请按 22:00 的格式填写', en: 'Please give a time such as 22:00' };
  throw notificationErrors.quietHoursInvalid({}, { fields: [{ pointer: `/quietHours/${begin === undefined ? 'from' : 'to'}`, message }] });
}

function invalidEmail() {
  const message = { zh: '请填写有效的邮箱地址', en: 'Please give a valid e-mail address' };
  return notificationErrors.emailInvalid({}, { fields: [{ pointer: '/email', message }] });
}
