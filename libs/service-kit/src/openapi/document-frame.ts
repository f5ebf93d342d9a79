import type { OpenAPIObject } from '@nestjs/swagger';

/** OpenAPI 3.1 knows a licence by its SPDX expression; the types of Nest do not yet. */
const license = { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' };

/** The parts of the document that are the same for every service. */
export const documentFrame: Omit<OpenAPIObject, 'paths'> = {
  openapi: '3.1.0',
  info: {
    title: '物业服务平台 / Property office',
    description:
      '错误以 RFC 9457 problem+json 返回，语言由 Accept-Language 决定（默认 zh-CN）。\n\n' +
      'Errors are RFC 9457 problem+json in the language of Accept-Language (zh-CN by default, or en).',
    version: '1',
    license,
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/sessions' },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-session',
        description: 'The same session, for browsers',
      },
    },
  },
};
