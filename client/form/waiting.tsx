import { createCustody } from './custody.ts';
import { draftKeeper, holdsAnswers } from './draft.ts';
import { fillWith } from './elements.ts';
import type { LiveWords } from './live-words.ts';
import type { View } from './page.ts';
import { Receipt } from './receipt.tsx';
import { Slip } from './slip.tsx';
import type { WaitingWords } from './waiting-words.ts';

/** What the notice of a closed survey carries for its script. */
export interface CarriedToWaiting {
  /** Code of the survey. */
  code: string;
  words: LiveWords;
  waitingWords: WaitingWords;
  /** Address of the script that computes a proof of work: the survey may have opened again. */
  prover: string | undefined;
}

/**
 * The notice of a closed survey on a device that has something of it: a response that is not known to have arrived is sent all the
 * same, since it may have arrived before, and its respondent is told plainly what became of it.
 */
function seeToWhatIsHeld(root: HTMLElement, carried: CarriedToWaiting): void {
  const { code, words, waitingWords, prover } = carried;
  const textOf = (selector: string) => root.querySelector(selector)?.textContent ?? '';
  const { title } = document;
  const kept = draftKeeper(code);
  const [text, about] = [textOf('#message + p'), textOf('.colophon')];
  let view: Partial<View> = {};

  const custody = createCustody(
    // Nothing is answered here any more.
    { code, items: [], language: document.documentElement.lang, startedAt: '', prover },
    (change, message) => {
      view = { ...view, ...change };
      fillWith(root, shown());
      const heading = root.querySelector<HTMLElement>('#message');
      document.title = heading?.textContent ?? title;
      if (message) heading?.focus();
    },
  );
  custody.look();

  function shown() {
    const { receipt, before, phase, refusal } = view;
    if (receipt) return <Receipt {...{ receipt, alreadyHeard: !!before, about, words }} />;
    const late = phase === 'refused' && refusal?.status === 403;
    const told =
      phase === 'sending' || phase === 'waiting'
        ? waitingWords[phase]
        : phase !== 'refused'
          ? holdsAnswers(kept.read()?.answers ?? {}) && waitingWords.unsent
          : !late && refusal?.title;
    return (
      <Slip
        by={words.by}
        sign="stop"
        title={late ? waitingWords.lateTitle : title}
        text={late ? waitingWords.late : text}
        about={about}
      >
        {(told || late) && (
          <>
            <p role="status">{told}</p>
            {phase === 'waiting' && (
              <button type="button" class="quiet" onClick={custody.tryNow}>
                {words.tryNow}
              </button>
            )}
            {phase !== 'waiting' && phase !== 'sending' && (
              <button type="button" class="quiet" onClick={custody.startOver}>
                {words.discard}
              </button>
            )}
          </>
        )}
      </Slip>
    );
  }
}

const root = document.getElementById('app');
const carried = document.getElementById('carried');
if (root && carried) seeToWhatIsHeld(root, JSON.parse(carried.textContent || ''));
