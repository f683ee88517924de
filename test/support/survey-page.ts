import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';
import type { AtDesktop } from './in-browser.ts';
import { sitDown, type WorkbenchSite } from './workbench-site.ts';

/** The collection points of a survey that is begun here. */
export const POINTS = [
  { id: 'p1', name: '东关街道', plan: 80 },
  { id: 'p2', name: '西关街道', plan: 60 },
  { id: 'north-hall', name: '北区政务大厅', plan: 40 },
];

/** What the tests of a survey's own page do at a desk: begin one, answer it, look at it. */
export function atSurveyPage(at: AtDesktop<WorkbenchSite>) {
  const call = async (method: 'get' | 'post' | 'patch', path: string, data?: object) => {
    const given = data ? { data } : {};
    const answered = await at.context.request[method](`${at.site.address}/api/${path}`, given);
    expect([path, answered.status()]).toEqual([path, answered.ok() ? answered.status() : 200]);
    return answered.json();
  };
  const survey = (code: string) => call('get', `surveys/${code}`);

  /** A new evaluation and somebody at its questionnaires. */
  async function begin() {
    const desk = await sitDown(at.site, at.context);
    const { id } = await call('post', 'evaluations', {
      department: '市水务局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    return { ...desk, path: `/evaluations/${id}`, id };
  }
  /** The page of a survey in it, a draft unless it is opened. */
  async function beginSurvey(changed: object = {}, opened = false) {
    const desk = await begin();
    const { code } = await call('post', `evaluations/${desk.id}/surveys`, {
      questionnaire: { id: 'public-general', version: 1 },
      plan: { total: 200, byChannel: { online: 120, paper: 80 } },
      phase: 'formal',
      access: 'open',
      points: POINTS,
      ...changed,
    });
    if (opened) await call('post', `surveys/${code}/open`, {});
    await desk.page.goto(`${at.site.address}${desk.path}/returns/${code}`);
    await desk.page.waitForSelector('.plan-history');
    return { ...desk, code };
  }
  /** Answers as a phone does that opened the link of a point. */
  async function answerAt(code: string, point: string) {
    const form = await (await fetch(`${at.site.address}/api/surveys/${code}/form`)).json();
    const answers = Object.fromEntries(
      form.questionnaire.items
        .filter(({ options }: { options?: object }) => options)
        .map(({ id, options }: { id: string; options: { id: string }[] }) => [id, options[0]?.id]),
    );
    const sent = await fetch(`${at.site.address}/api/surveys/${code}/responses/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers, point }),
    });
    expect(sent.status).toBe(201);
  }
  /** Looked for from the top, where the rail covers no line by half. */
  const faultsOfAccess = async (page: Page) => {
    await page.evaluate(() => scrollTo(0, 0));
    return axeFindings(page);
  };
  const typedPoints = (page: Page) =>
    page
      .locator('.point-lines li')
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.querySelectorAll('input.input')].map((one) => (one as HTMLInputElement).value),
        ),
      );
  return { call, survey, begin, beginSurvey, answerAt, typedPoints, faultsOfAccess };
}
