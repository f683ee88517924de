import { isAnswered } from './check.ts';
import { type Draft, draftKeeper, fittingAnswers, holdsAnswers, type Sending } from './draft.ts';
import { runLater } from './later.ts';
import type { Given, PageItem, View } from './page.ts';
import { createPause } from './pause.ts';
import { deliver } from './send.ts';
import { uuid } from './uuid.ts';

/** Has the respondent's answers in its keeping, from the first tap until the server has them. */
export interface Custody {
  /** What an earlier visit left here is taken up, with what the page holds already; shows where the respondent stands. */
  start(onPage: Given): void;
  /** Stands where the device says that its respondent stands; where it says nothing, all stays as it is. */
  look(): void;
  /** Keeps what has changed; without a change, what is kept already, in this entry of the session's history as well. */
  keep(change: Partial<Given>): void;
  /** Sends these, unless another tab has sent already: what was sent once stays as it is. */
  send(given: Given): void;
  startOver(): void;
  tryNow(): void;
}

interface About {
  /** Code of the survey. */
  code: string;
  items: PageItem[];
  /** For messages of the server. */
  language: string;
  /** When the page was served, ISO 8601 UTC. */
  startedAt: string;
  /** Address of the script that makes proofs of work. */
  prover?: string | undefined;
}

/** `tell` shows what has changed; what is a `message` is to be seen and heard at once. */
export function createCustody(
  { code, items, language, startedAt, prover }: About,
  tell: (change: Partial<View>, message?: boolean) => void,
): Custody {
  const keeper = draftKeeper(code);
  const pause = createPause();
  let draft: Draft = { answers: {}, startedAt };
  let phase: View['phase'] = 'answering';
  /** Id of the response that is being delivered. */
  let underWay = '';

  // Other pages of this survey on this device tell of what they do, but not while this one lies in the back-forward cache.
  addEventListener('storage', ({ key }) => key === keeper.key && look(true));
  addEventListener('pageshow', ({ persisted }) => persisted && look());

  function look(later?: boolean): void {
    const found = keeper.read();
    if (found) adopt(found, later);
  }

  /** Stands where the device says that its respondent stands. */
  function adopt(found: Draft, later?: boolean): void {
    draft = found;
    enter(found.sending ? phase : 'answering', {
      answers: fittingAnswers(items, found.answers),
      accessCode: found.accessCode,
      receipt: found.receipt,
      restored: false,
    });
    if (found.sending) void dispatch(found.sending, later);
  }

  function enter(next: View['phase'], change: Partial<View> = {}, message?: boolean): void {
    phase = next;
    tell({ errors: [], refusal: undefined, ...change, phase }, message);
  }

  /** `later`: another page is at it, and most likely done in a moment. */
  async function dispatch({ id, body }: Sending, later?: boolean): Promise<void> {
    if (underWay === id) return pause.hurry();
    underWay = id;
    enter('sending', { restored: false });
    const url = `/api/surveys/${encodeURIComponent(code)}/responses/${id}`;
    const outcome = await deliver(
      { url, id, body, language, prove: () => proofFor(url) },
      async (ms) => {
        if (!isOurs(id)) return false;
        enter('waiting');
        await pause.wait(ms);
        if (!isOurs(id)) return false;
        enter('sending');
        return true;
      },
      later,
    );
    if (underWay === id) underWay = '';
    if (!outcome || !isOurs(id)) return look();
    if (outcome.kind === 'accepted') {
      // Only now, and only this one.
      draft = { answers: {}, startedAt: draft.startedAt, receipt: outcome.receipt };
      keeper.write(draft);
      return enter('answering', { receipt: outcome.receipt, before: outcome.before }, true);
    }
    if (outcome.kind === 'refused' && outcome.refusal.status !== 413) {
      return enter('refused', { refusal: outcome.refusal }, true);
    }
    // Nothing was stored under this id; what is put right is another response.
    draft.sending = undefined;
    keeper.write(draft);
    enter('answering', outcome.kind === 'faulty' ? { errors: outcome.errors } : outcome, true);
  }

  async function proofFor(url: string): Promise<string> {
    tell({ proving: true });
    try {
      await runLater(prover);
      return await window.prove(url);
    } finally {
      tell({ proving: false });
    }
  }

  /** Whether the device still holds this response to be sent; one that keeps nothing has only this page. */
  function isOurs(id: string): boolean {
    const { sending } = keeper.read() || draft;
    return !!sending && sending.id === id;
  }

  return {
    start(onPage) {
      const kept = keeper.read();
      const before = fittingAnswers(items, kept ? kept.answers : {});
      const restored = holdsAnswers(before);
      if (kept && (restored || kept.sending || kept.receipt)) draft = kept;
      // What a refused post brings back is newer than the draft, and what stands in the controls is newest.
      if (!draft.receipt) {
        draft.answers = { ...before, ...onPage.answers };
        draft.accessCode =
          isAnswered(onPage.accessCode) || !kept ? onPage.accessCode : kept.accessCode;
      }
      tell({ live: true, forgetful: !keeper.write(draft) });
      // Whoever only looks leaves nothing behind.
      if (!kept && !holdsAnswers(draft.answers)) keeper.forget();
      adopt(draft);
      tell({ restored: restored && !draft.sending });
    },
    look,
    keep(change) {
      Object.assign(draft, change);
      tell({ ...change, forgetful: !keeper.write(draft) });
    },
    send({ answers, accessCode }) {
      // A second tap finds the first one under way.
      if (phase === 'sending' || phase === 'waiting') return;
      const kept = keeper.read() || draft;
      if (kept.sending || kept.receipt) return adopt(kept);
      draft.sending = {
        id: uuid(),
        body: JSON.stringify({ answers, startedAt: draft.startedAt, accessCode }),
      };
      keeper.write(draft);
      void dispatch(draft.sending);
    },
    startOver() {
      // Written, not removed: a page of this survey that comes back later must learn of it.
      const anew = { answers: {}, startedAt: new Date().toISOString() };
      keeper.write(anew);
      adopt(anew);
    },
    tryNow: pause.hurry,
  };
}
