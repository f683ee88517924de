import { judge } from '../../analysis/validity.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import { feedByFirstFormal } from '../evaluations/feeding-surveys.ts';
import { contentHash } from '../fieldwork/response-identity.ts';
import { recordAudit } from '../store/audit.ts';
import { writeBaseData } from '../store/base-data.ts';
import { insertEvaluation } from '../store/evaluations.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { addPlanVersion } from '../store/plan-versions.ts';
import type { ResponseToWrite } from '../store/prepared-response.ts';
import { findQuestionnaire } from '../store/questionnaires.ts';
import { storeBatch } from '../store/response-batch.ts';
import { writeEntry } from '../store/scoring-entries.ts';
import { claimSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { insertSurvey, type NewSurveyRow } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { reconstructAnswers, uuidFor } from './reconstruct.ts';
import {
  EVALUATION,
  FIELDWORK,
  INPUTS,
  NOTES,
  OVERRIDES,
  type PublishedSurvey,
  SURVEYS,
} from './shuozhou-2019.ts';
import { BASE_DATA } from './shuozhou-2019-base-data.ts';

/** Who the audit and the overrides say it was. */
const AUTHOR = '示例数据';

/**
 * Loads the worked example, once in the life of a database: true where this call did it. Needs the shipped
 * definitions to be there. Safe with several servers starting at once.
 */
export async function loadExample(store: Store, now: Date): Promise<boolean> {
  return inTransaction(store.write, async (trx) => {
    if (!(await claimSetting(trx, 'example', now.toISOString()))) return false;
    const evaluationId = uuidFor('example/shuozhou-2019');
    const createdAt = now.toISOString();
    await insertEvaluation(trx, {
      ...EVALUATION,
      id: evaluationId,
      feeds: {},
      example: true,
      createdAt,
    });
    for (const published of SURVEYS) {
      await addSurveys(trx, store.shard, evaluationId, published, createdAt);
    }
    await writeBaseData(trx, evaluationId, BASE_DATA, AUTHOR, now);
    await addEntries(trx, evaluationId, now);
    await recordAudit(trx, {
      at: createdAt,
      actor: AUTHOR,
      action: 'evaluation.create',
      evaluationId,
      subject: evaluationId,
      detail: { example: 'shuozhou-2019' },
    });
    return true;
  });
}

async function addEntries(trx: Db, evaluationId: string, now: Date): Promise<void> {
  const codes = new Set([INPUTS, OVERRIDES, NOTES].flatMap((part) => Object.keys(part)));
  for (const code of codes) {
    await writeEntry(
      trx,
      evaluationId,
      code,
      { inputs: INPUTS[code], override: OVERRIDES[code], note: NOTES[code] },
      AUTHOR,
      now,
    );
  }
}

/** The closed survey with its rebuilt responses, and beside it an open copy to try. */
async function addSurveys(
  trx: Db,
  shard: number,
  evaluationId: string,
  published: PublishedSurvey,
  createdAt: string,
): Promise<void> {
  const { id, version } = published.questionnaire;
  const questionnaire = await findQuestionnaire(trx, id, version);
  if (!questionnaire) throw new Error(`the questionnaire ${id}/${version} is not there`);
  const survey: NewSurveyRow = {
    code: published.code,
    evaluationId,
    questionnaire: published.questionnaire,
    respondentGroup: questionnaire.respondentGroup,
    phase: 'formal',
    access: 'open',
    proofOfWork: false,
    provenance: 'reconstructed',
    state: 'closed',
    plan: { total: published.planned },
    population: null,
    sampling: null,
    opensAt: null,
    closesAt: null,
    createdAt,
  };
  await planned(trx, survey);
  await feedByFirstFormal(trx, survey);
  await storeBatch(trx, shard, rebuiltResponses(questionnaire, published));
  // A pilot: it can be tried as often as one likes and never moves a score.
  await planned(trx, {
    ...survey,
    code: published.tryCode,
    phase: 'pilot',
    provenance: 'collected',
    state: 'open',
  });
}

/** The survey, and the plan that it begins with. */
async function planned(trx: Db, survey: NewSurveyRow): Promise<void> {
  const { code, plan, createdAt: at } = survey;
  await insertSurvey(trx, survey);
  await addPlanVersion(trx, code, { plan, points: [], reason: null, author: AUTHOR, at });
}

function rebuiltResponses(
  questionnaire: Questionnaire,
  published: PublishedSurvey,
): ResponseToWrite[] {
  const channels: Channel[] = [
    ...Array<Channel>(published.received.paper).fill('paper'),
    ...Array<Channel>(published.received.online).fill('online'),
  ];
  return reconstructAnswers(questionnaire, published).map((answers, index) => {
    const channel = channels[index] ?? 'online';
    const { disposition, reasons } = judge(questionnaire, answers, {
      channel,
      durationSeconds: null,
      repeat: null,
    });
    return {
      id: uuidFor(`example/${published.code}/${index}`),
      surveyCode: published.code,
      channel,
      answers,
      contentHash: contentHash({ answers }),
      startedAt: null,
      receivedAt: receivedAt(index, channels.length),
      disposition,
      reasons,
      // A flag is a joint figure of one respondent's answers, and who gave which is made up here.
      flags: [],
      questionnaire,
    };
  });
}

/** Working hours of the fieldwork's days, in turn. */
function receivedAt(index: number, of: number): string {
  const day = Math.floor((index * FIELDWORK.days) / of);
  const minute = (index * 37) % (8 * 60);
  const start = Date.parse(`${FIELDWORK.from}T01:00:00.000Z`);
  return new Date(start + (day * 24 * 60 + minute) * 60_000).toISOString();
}
