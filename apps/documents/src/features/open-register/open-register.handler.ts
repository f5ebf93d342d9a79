import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { registerYear } from '../../domain/register-number';
import { Registers } from '../../persistence/registers';
import type { RegisterView } from '../register.view';
import type { OpenRegisterDto } from './open-register.dto';

/** A register is kept from a number on: a register of paper is carried on in mid-year. */
@Injectable()
export class OpenRegisterHandler {
  constructor(private readonly registers: Registers) {}

  /** @throws roleMayNot (403), registerExists (409), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, { siteId, code, year: given, firstNumber = 1, direction = 'incoming', ...input }: OpenRegisterDto): Promise<RegisterView> {
    const act = actOf(tx, command, siteId, input);
    const year = given ?? registerYear(act.happenedAt);
    const id = await this.registers.open(tx, act, { siteId, code, year, firstNumber, direction });
    return { id, siteId, code, direction, years: [{ year, firstNumber, lastNumber: null }] };
  }
}
