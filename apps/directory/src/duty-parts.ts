import { CancelDutyController } from './features/cancel-duty/cancel-duty.controller';
import { CancelDutyHandler } from './features/cancel-duty/cancel-duty.handler';
import { ChangeDutyController } from './features/change-duty/change-duty.controller';
import { ChangeDutyHandler } from './features/change-duty/change-duty.handler';
import { EndAbsenceController } from './features/end-absence/end-absence.controller';
import { EndAbsenceHandler } from './features/end-absence/end-absence.handler';
import { EndDelegationController } from './features/end-delegation/end-delegation.controller';
import { EndDelegationHandler } from './features/end-delegation/end-delegation.handler';
import { EndSuperiorController } from './features/end-superior/end-superior.controller';
import { EndSuperiorHandler } from './features/end-superior/end-superior.handler';
import { GiveDelegationController } from './features/give-delegation/give-delegation.controller';
import { GiveDelegationHandler } from './features/give-delegation/give-delegation.handler';
import { ListAbsencesController } from './features/list-absences/list-absences.controller';
import { ListDelegationsController } from './features/list-delegations/list-delegations.controller';
import { ListDutiesController } from './features/list-duties/list-duties.controller';
import { ListSuperiorsController } from './features/list-superiors/list-superiors.controller';
import { PlanDutyController } from './features/plan-duty/plan-duty.controller';
import { PlanDutyHandler } from './features/plan-duty/plan-duty.handler';
import { ReadAnsweringController } from './features/read-answering/read-answering.controller';
import { ReadBelongingsController } from './features/read-belongings/read-belongings.controller';
import { WorkElsewhere } from './features/read-belongings/work-elsewhere';
import { RecordAbsenceController } from './features/record-absence/record-absence.controller';
import { RecordAbsenceHandler } from './features/record-absence/record-absence.handler';
import { SetSuperiorController } from './features/set-superior/set-superior.controller';
import { SetSuperiorHandler } from './features/set-superior/set-superior.handler';
import { ReadAnswering } from './persistence/read-answering';
import { ReadBelongings } from './persistence/read-belongings';
import { ReadDutyPlan } from './persistence/read-duty-plan';

/** Who is on duty, away or somebody's deputy, and who answers for whom (G1, G6, W6.2). */
export const duty = {
  controllers: [
    ListDutiesController,
    PlanDutyController,
    ChangeDutyController,
    CancelDutyController,
    ListAbsencesController,
    RecordAbsenceController,
    EndAbsenceController,
    ListDelegationsController,
    GiveDelegationController,
    EndDelegationController,
    ListSuperiorsController,
    SetSuperiorController,
    EndSuperiorController,
    ReadAnsweringController,
    ReadBelongingsController,
  ],
  providers: [
    ReadDutyPlan,
    ReadAnswering,
    ReadBelongings,
    WorkElsewhere,
    PlanDutyHandler,
    ChangeDutyHandler,
    CancelDutyHandler,
    RecordAbsenceHandler,
    EndAbsenceHandler,
    GiveDelegationHandler,
    EndDelegationHandler,
    SetSuperiorHandler,
    EndSuperiorHandler,
  ],
};
