import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, withBrowser } from '../support/in-browser.ts';
import { type Network, SLOW_3G, UNTHROTTLED, visitPage } from './page-visit.ts';
import { type Coding, serveStatic } from './static-site.ts';

const RADIO = '<input type="radio" name="item" value="yes">';
const NOISE = randomBytes(20_000).toString('base64');

const PAGES: Record<string, string> = {
  '/plain': RADIO,
  '/hidden': `<p hidden>${RADIO}</p><script>
    setTimeout(() => { document.querySelector('p').hidden = false; }, 700);
  </script>`,
  '/later': `<p></p><script>
    setTimeout(() => { document.querySelector('p').innerHTML = '${RADIO}'; }, 700);
  </script>`,
  '/deaf': `${RADIO}<script>
    document.querySelector('input').onclick = (event) => {
      if (performance.now() < 700) event.preventDefault();
    };
  </script>`,
  '/throws': `${RADIO}<script>throw new Error('broken');</script>`,
  '/busy': `${RADIO}<script>
    const start = performance.now();
    while (performance.now() - start < 300) {}
  </script>`,
  '/even': `${RADIO}${'<p>the same again</p>'.repeat(500)}`,
  '/heavy': `${RADIO}<script src="/noise"></script>`,
};

describeInBrowser('a visit that is measured', () => {
  const at = withBrowser();
  let site: Awaited<ReturnType<typeof serveStatic>>;
  const visit = (address: string, network: Network = UNTHROTTLED, coding?: Coding) =>
    visitPage(at.browser, {
      url: site.origin + address,
      firstOption: 'yes',
      network,
      ...(coding && { coding }),
    });

  beforeAll(async () => {
    const html = Object.entries(PAGES).map(([address, body]) => {
      const page = `<!doctype html><link rel="icon" href="data:,"><body>${body}</body>`;
      return [
        address,
        { body: Buffer.from(page), headers: { 'content-type': 'text/html' } },
      ] as const;
    });
    const noise = {
      body: Buffer.from(`/*${NOISE}*/`),
      headers: { 'content-type': 'text/javascript' },
    };
    site = await serveStatic(new Map([...html, ['/noise', noise]]));
  });
  afterAll(() => site?.stop());

  it.each(['/hidden', '/later', '/deaf'])('waits until a click answers: %s', async (address) => {
    expect((await visit(address)).answerable).toBeGreaterThanOrEqual(700);
  });

  it('fails where the page throws, since a broken page would look quick', async () => {
    await expect(visit('/throws')).rejects.toThrow('broken');
  });

  it('counts the script of the page, and next to nothing of its own', async () => {
    const [busy, plain] = [await visit('/busy'), await visit('/plain')];
    expect(busy.script).toBeGreaterThanOrEqual(300);
    expect(plain.script).toBeLessThan(busy.script / 2);
  });

  it.each(['gzip', 'br'] as const)(
    'counts all bytes of all answers, as compressed by %s',
    async (coding) => {
      const { bytes } = await visit('/heavy', UNTHROTTLED, coding);
      expect(bytes).toBeGreaterThan(20_000);
      expect(bytes).toBeLessThan(22_000);
    },
  );

  it('takes the coding it is told to', async () => {
    const [gzip, br] = [
      await visit('/even', UNTHROTTLED, 'gzip'),
      await visit('/even', UNTHROTTLED, 'br'),
    ];
    expect(br.bytes).toBeLessThan(gzip.bytes);
    expect((await visit('/even')).bytes).toBe(br.bytes);
  });

  it('slows every request', async () => {
    const { answerable, radios } = await visit('/plain', SLOW_3G);
    expect(answerable).toBeGreaterThanOrEqual(SLOW_3G.latency);
    expect(radios).toEqual(['yes']);
  });
});
