import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { registerCallerPath } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { rememberCaller } from '../../persistence/converted-callers';
import { RegisterCallerDto } from './register-caller.dto';

/** Whose case a converted contact will be (W2.1), told beside its event, which names nobody (W2.3). */
@Controller()
export class RegisterCallerController {
  constructor(private readonly database: Database) {}

  @Post(registerCallerPath)
  @HttpCode(200)
  @Internal('reception')
  async register(@Body() caller: RegisterCallerDto): Promise<object> {
    await this.database.transaction((tx) => rememberCaller(tx, caller));
    return {};
  }
}
