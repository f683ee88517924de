import { explainComposite } from '../../analysis/explain-composite.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { mayGiveFullMarks } from '../../analysis/scoring/full-marks.ts';
import { scoreSystem } from '../../analysis/scoring/score.ts';
import { presentFormPage } from '../../server/presenters/respondent-page.ts';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import { indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { aSurvey } from '../support/fieldwork.ts';
import {
  entriesOfLargestSystem,
  largestBands,
  largestQuestionnaire,
  largestRated,
  largestSystem,
  unlikeCounts,
} from '../support/largest-definitions.ts';
import { median } from './median.ts';
import { met, say } from './report.ts';

const AIM_MS = 50;
const ROUNDS = 15;

/** How long the largest definitions that the limits allow hold the event loop, each thing in one go as a request does it. */
export async function largestDefinitions(): Promise<void> {
  const questionnaire = largestQuestionnaire();
  const system = largestSystem();
  const entries = entriesOfLargestSystem();
  const counts = unlikeCounts(questionnaire);
  const survey = aSurvey('largest');
  const page = {
    nonce: 'nonce',
    elder: false,
    assets: {
      script: '',
      exclusiveScript: '',
      style: '',
      elderStyle: '',
      later: {},
      previewScript: '',
      previewStyle: '',
    },
  };
  const render = () => {
    const form = fillQuestionnaire(questionnaire, {}, 'zh-CN');
    const given = {
      responseId: 'id',
      startedAt: '',
      answers: {},
      accessCode: undefined,
      errors: [],
      again: undefined,
      point: undefined,
    };
    const evaluation = { particulars: {}, answersKeptUntil: null };
    presentFormPage(survey, evaluation, form, given, page);
  };
  const rated = largestRated();
  const ratedCounts = unlikeCounts(rated);
  const names = { topicOf: (id: string) => id, nameOf: (id: string) => id };
  const explained = () => {
    const { composite, made } = surveyResults(rated, ratedCounts, 'exact');
    return explainComposite({ value: composite, made }, 'exact', names, 'zh-CN');
  };
  const banded = indicatorsOf(largestBands());
  const range = { lowest: exact(10), highest: exact(100) };
  const lookedFor = () =>
    banded.map(({ indicator: { rule, weight } }) => mayGiveFullMarks(rule, exact(weight), range));
  say('\nThe largest definitions that the limits allow, in one go');
  for (const [what, work] of [
    ['questionnaire checked', () => checkQuestionnaire(questionnaire)],
    ['its page rendered', render],
    ['its results calculated', () => surveyResults(questionnaire, counts, 'exact')],
    ['weights, dimensions and scales checked', () => checkQuestionnaire(rated)],
    ['their number made and explained', explained],
    ['full marks of 40 rules of 50 bands looked for', lookedFor],
    ['indicator system checked', () => checkIndicatorSystem(system)],
    ['it is scored', () => scoreSystem(system, entries, nobodyAsked)],
  ] as const) {
    const took = timed(work);
    say(`  ${what}: ${took.toFixed(1)} ms (aim: at most ${AIM_MS}, ${met(took <= AIM_MS)})`);
  }
}

const nobodyAsked = () => {
  throw new Error('no rule of it asks a survey');
};

/** Median, the first rounds not counted: a server has rendered other pages before. */
function timed(work: () => void): number {
  const times: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const before = performance.now();
    work();
    if (round >= 0) times.push(performance.now() - before);
  }
  return median(times);
}
