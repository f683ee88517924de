import type { Browser, CDPSession } from 'playwright-core';

/** What is listened to here, of all the protocol can tell. */
interface Told {
  'Network.loadingFinished': { encodedDataLength: number };
  'Page.lifecycleEvent': { loaderId: string; name: string };
}

export interface BarePage {
  send: CDPSession['send'];
  on<Event extends keyof Told>(event: Event, hear: (told: Told[Event]) => void): void;
  close(): Promise<void>;
}

/**
 * A page in a browser context of its own, spoken to by the protocol alone. Playwright's own pages carry a second world of
 * script into every document, and a slowed CPU would have it paid for in each time that is measured.
 */
export async function openBarePage(browser: Browser): Promise<BarePage> {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  const { targetId } = await root.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
  });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const answers = new Map<number, (answer: { result?: unknown; error?: Error }) => void>();
  const listeners: { event: string; hear: (told: never) => void }[] = [];
  root.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return;
    const { id, method, params, ...answer } = JSON.parse(received.message);
    answers.get(id)?.(answer);
    for (const { event, hear } of listeners) if (event === method) hear(params as never);
  });
  let last = 0;
  const send = async (method: string, params: unknown = {}) => {
    const id = ++last;
    const answered = new Promise<{ result?: unknown; error?: Error }>((resolve) => {
      answers.set(id, resolve);
    });
    const message = JSON.stringify({ id, method, params });
    await root.send('Target.sendMessageToTarget', { sessionId, message });
    const { result, error } = await answered;
    answers.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return {
    send: send as CDPSession['send'],
    on(event, hear) {
      listeners.push({ event, hear });
    },
    async close() {
      await root.send('Target.disposeBrowserContext', { browserContextId });
      await root.detach();
    },
  };
}
