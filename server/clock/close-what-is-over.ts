import { audited } from '../accounts/audited.ts';
import { closeByClock, isOver } from '../evaluations/close-by-clock.ts';
import { listOpenWithEnd, type Survey } from '../store/surveys.ts';
import { BY_CLOCK, type Clock } from './work.ts';

/** Closes the surveys whose end has come, however long ago. */
export async function closeWhatIsOver(clock: Clock): Promise<void> {
  const open = await listOpenWithEnd(clock.store.read);
  for (const survey of open.filter((each) => isOver(each, clock.now()))) {
    if (clock.stopping?.aborted) return;
    await audited(
      clock,
      BY_CLOCK,
      (closed: Survey | undefined) =>
        closed && {
          action: 'survey.close',
          evaluationId: closed.evaluationId,
          subject: closed.code,
          detail: { closesAt: closed.closesAt },
        },
      (trx) => closeByClock(trx, survey, clock.now()),
    );
  }
}
