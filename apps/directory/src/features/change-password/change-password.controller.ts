import { Body, Controller, Post, Req } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, sourceOf } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { NewPassword, Password } from '../password.field';
import { ChangePasswordHandler } from './change-password.handler';

export class ChangePasswordDto {
  @Password({ zh: '当前密码', en: 'present password' })
  currentPassword!: string;

  @NewPassword({ zh: '新密码', en: 'new password' })
  newPassword!: string;
}

@Controller('api/accounts')
export class ChangePasswordController {
  constructor(private readonly handler: ChangePasswordHandler) {}

  @Post('current/change-password')
  @Operation('directory.changePassword', {
    summary: { zh: '修改我的密码', en: 'Change my password' },
    description: {
      zh: '其他设备上的登录随即失效；不按 Idempotency-Key 保存回答。',
      en: 'The other sessions end. The answer is not kept for repeats under an Idempotency-Key.',
    },
    ok: 204,
    errors: ['too-many'],
  })
  change(
    @Body() input: ChangePasswordDto,
    @Acting() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.handler.execute(principal, { ...input, source: sourceOf(request) });
  }
}
