import { Param, type PipeTransform } from '@nestjs/common';
import { isId } from '@property-office/kernel';
import { requestErrors } from '../problems/request-errors';

const idOrNothing: PipeTransform = {
  transform(value: unknown): string {
    if (!isId(value)) throw requestErrors.notFound();
    return value.toLowerCase();
  },
};

/** An id in the path. What is no id names nothing: 404. */
export const PathId = (name = 'id'): ParameterDecorator => Param(name, idOrNothing);
