import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Waits until what is moving has come to rest: halfway between two colours has a contrast of its own. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document.getAnimations().filter(({ effect, playState }) => {
        const { endTime } = effect?.getComputedTiming() ?? {};
        return playState === 'running' && Number.isFinite(Number(endTime));
      });
    for (let now = moving(); now.length > 0; now = moving()) {
      await Promise.allSettled(now.map((animation) => animation.finished));
    }
  });
}

/** What axe finds wrong on the page once it is at rest: rule and element, a line each; empty where nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  await atRest(page);
  // Evaluated by the browser's tools, so the page's content security policy stays as it is.
  await page.evaluate(source);
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary ?? ''}`,
      ),
    );
  }, TAGS);
}
