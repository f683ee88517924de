import { isShippedGroup } from '../../survey-definitions/group-name.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { listQuestionnaires, referredQuestionnaires } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** What groups are called, by id; a group that no questionnaire names is not there. */
export type GroupNames = ReadonlyMap<RespondentGroup, Text>;

/** As the questionnaires of these surveys name them, the oldest survey first. */
export async function namesInSurveys(db: Db, surveys: readonly Survey[]): Promise<GroupNames> {
  const questionnaireFor = await referredQuestionnaires(
    db,
    surveys.map(({ questionnaire }) => questionnaire),
  );
  return firstNames(surveys.map(({ questionnaire }) => questionnaireFor(questionnaire)));
}

/**
 * As any published questionnaire names them; of a questionnaire its newest version. Those that have their name from us keep it:
 * what another evaluation's questionnaire calls its public says nothing here.
 */
export async function publishedNames(db: Db): Promise<GroupNames> {
  const published = (await listQuestionnaires(db)).toReversed();
  return firstNames(published.filter(({ respondentGroup }) => !isShippedGroup(respondentGroup)));
}

/** The first name of each group. */
export function firstNames(
  questionnaires: readonly {
    respondentGroup: RespondentGroup;
    respondentGroupName?: Text | undefined;
  }[],
): Map<RespondentGroup, Text> {
  const names = new Map<RespondentGroup, Text>();
  for (const { respondentGroup: group, respondentGroupName: name } of questionnaires)
    if (name !== undefined && !names.has(group)) names.set(group, name);
  return names;
}
