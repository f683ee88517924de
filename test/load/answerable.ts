/** Where the probe leaves a promise of the milliseconds since navigation. */
export const ANSWERABLE = 'manpingAnswerable';
/** Where it leaves the messages of what the page threw: a page whose script fails would look quick. */
export const THROWN = 'manpingThrown';

/**
 * A script to run before any of the page: tells when the first item can be answered, which is when the radio with this
 * value is in the layout and a click on it checks it, and it is still checked a frame later. It looks only after the
 * document has changed, and only in a frame, so that it costs next to nothing while the page loads. Source text, since
 * it must reach the browser as it is.
 */
export function answerableProbe(value: string): string {
  const selector = JSON.stringify(`input[type=radio][value=${JSON.stringify(value)}]`);
  return `globalThis.${THROWN} = [];
  addEventListener('error', ({ message }) => ${THROWN}.push(message));
  globalThis.${ANSWERABLE} = new Promise((tell) => {
    let due = false;
    const again = () => {
      if (!due) requestAnimationFrame(look);
      due = true;
    };
    const changes = new MutationObserver(again);
    changes.observe(document, { childList: true, subtree: true });
    function look() {
      due = false;
      const radio = document.querySelector(${selector});
      if (!radio) return;
      if (radio.getClientRects().length === 0) return again();
      radio.click();
      if (!radio.checked) return again();
      const now = performance.now();
      changes.disconnect();
      requestAnimationFrame(() => {
        const kept = document.querySelector(${selector});
        if (kept && kept.checked) tell(now);
        else again();
      });
    }
  })`;
}
