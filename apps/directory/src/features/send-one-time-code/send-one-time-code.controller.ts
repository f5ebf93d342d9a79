import { Body, Controller, Header, Post, Req } from '@nestjs/common';
import { languageOf, Operation, sourceOf } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { codeQuotas, codeValidSeconds } from '../../domain/one-time-code';
import { OneTimeCodeSentView, SendOneTimeCodeDto } from './send-one-time-code.dto';
import { SendOneTimeCodeHandler } from './send-one-time-code.handler';

@Controller('api/one-time-codes')
export class SendOneTimeCodeController {
  constructor(private readonly handler: SendOneTimeCodeHandler) {}

  @Post()
  @Header('cache-control', 'no-store')
  @Operation('directory.sendOneTimeCode', {
    summary: { zh: '获取手机验证码', en: 'Have a one-time code sent to a telephone' },
    description: {
      zh: '无论手机号是否登记，回答都一样；不按 Idempotency-Key 保存回答。',
      en: 'The answer is the same whether the number is known or not, and is not kept for repeats under an Idempotency-Key.',
    },
    public: true,
    ok: 200,
    okBody: OneTimeCodeSentView,
    errors: ['too-many', 'unavailable'],
  })
  async send(
    @Body() { phone }: SendOneTimeCodeDto,
    @Req() request: FastifyRequest,
  ): Promise<OneTimeCodeSentView> {
    await this.handler.execute({
      phone,
      source: sourceOf(request),
      language: languageOf(request.headers['accept-language']),
    });
    return { validSeconds: codeValidSeconds, againSeconds: codeQuotas.phone[0].seconds };
  }
}
