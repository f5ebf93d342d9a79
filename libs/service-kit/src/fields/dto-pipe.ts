import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { readDto } from './read-dto';
import { shapeOf, type DtoClass } from './shape';

/** Reads `@Body()` and `@Query()` into their DTOs. Anything else a route asks of body or query would go unchecked. */
export class DtoPipe implements PipeTransform {
  transform(received: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return received;
    if (!metatype || data !== undefined || shapeOf(metatype).size === 0) {
      throw new Error(
        `@${type === 'body' ? 'Body' : 'Query'}() of type ${metatype?.name} has no declared fields`,
      );
    }
    return readDto(metatype as DtoClass, received, type);
  }
}
