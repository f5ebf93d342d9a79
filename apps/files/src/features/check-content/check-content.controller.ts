import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { contentFixityPath, type ContentAsked, type ContentFixity } from '@property-office/contracts';
import { Instant, Text } from '@property-office/service-kit';
import { fileErrors } from '../../domain/errors';
import { ContentChecker } from '../../fixity/content-checker';

const hexadecimal = /^[0-9a-f]{64}$/;

export class CheckContentDto implements Record<keyof ContentAsked, unknown> {
  @Text({ label: { zh: '内容哈希', en: 'hash of the content' }, max: 64 })
  sha256!: string;

  @Instant({ label: { zh: '不早于', en: 'not before' } })
  since!: Date;
}

/** Whether bytes of records are whole: archives asks content by content, and again until it is known (W4.2). */
@Controller()
export class CheckContentController {
  constructor(private readonly checker: ContentChecker) {}

  /** @throws unknown (404) for what is no hash */
  @Post(contentFixityPath)
  @HttpCode(200)
  @Internal('archives')
  check(@Body() { sha256, since }: CheckContentDto): Promise<ContentFixity> {
    if (!hexadecimal.test(sha256)) throw fileErrors.unknown();
    return this.checker.ask(sha256, since);
  }
}
