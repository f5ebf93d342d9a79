import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiExtension } from '@nestjs/swagger';
import { bodyLimitExtension } from '@property-office/contracts';
import { mebibyte, type UploadLimits } from '../domain/limits';
import { namesOf } from '../domain/media-type';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads a multipart body itself, as it arrives. */
    upload?: boolean;
  }
}

/** Bytes of a multipart body beside its file. */
const around = 64 * 1024;

/** Lets a route take one file as multipart/form-data, which stays 415 everywhere else, and tells the door how large its body may be. */
export const AcceptsUpload = ({ largest, types }: UploadLimits): MethodDecorator =>
  applyDecorators(
    RouteConfig({ upload: true }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: `${namesOf(types).join(', ')}; ≤ ${largest / mebibyte} MiB` } },
      },
    }),
    ApiExtension(bodyLimitExtension, largest + around),
  );
