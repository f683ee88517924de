import type { DefinitionKind } from './api/definitions.ts';
import type { ResponseFilter } from './api/responses.ts';

export const STOPS = ['questionnaires', 'returns', 'results', 'scoring'] as const;
export type Stop = (typeof STOPS)[number];

const encodePathPart = encodeURIComponent;
const query = (values: Record<string, string | undefined>) => {
  const given = Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** A path with these values, those left empty left out. */
export const withQuery = (path: string, values: Record<string, string | undefined>) =>
  `${path}${query(values)}`;

/** Where each screen lives. Screens link to one another through these only. */
export const evaluationsPath = '/';
/** One's own account: password, second factor, sessions, tokens. */
export const ownAccountPath = '/account';
export const newEvaluationPath = '/evaluations/new';
export const evaluationPath = (id: string) => `/evaluations/${encodePathPart(id)}`;
export const detailsPath = (id: string) => `${evaluationPath(id)}/details`;
export const peoplePath = (id: string) => `${evaluationPath(id)}/people`;
export const stopPath = (id: string, stop: Stop) => `${evaluationPath(id)}/${stop}`;
export const questionnairePath = (id: string, of: { id: string; version: number }) =>
  `${stopPath(id, 'questionnaires')}/${encodePathPart(of.id)}/${of.version}`;
export const newSurveyPath = (id: string, of: { id: string; version: number }) =>
  `${questionnairePath(id, of)}/new-survey`;
/** A survey's own page. */
export const surveyPath = (id: string, survey: string) =>
  `${stopPath(id, 'returns')}/${encodePathPart(survey)}`;
/** What came back, large and without controls: of the evaluation, or of one survey. */
export const wallPath = (id: string, survey?: string) =>
  survey === undefined ? `${evaluationPath(id)}/wall` : `${surveyPath(id, survey)}/wall`;
export const resultsPath = (id: string, survey: string, item?: string) =>
  `${stopPath(id, 'results')}/${encodePathPart(survey)}${query({ item })}`;
/** The same beside what parts of its responses come to. */
export const comparisonPath = (id: string, survey: string) =>
  `${stopPath(id, 'results')}/${encodePathPart(survey)}/comparison`;
export const responsesPath = (id: string, survey: string, filter: ResponseFilter) =>
  `${stopPath(id, 'results')}/${encodePathPart(survey)}/responses${query({ ...filter })}`;
/** One of them, opened; the filters are those of the list it stands in. */
export const responsePath = (
  id: string,
  survey: string,
  response: string,
  filter: ResponseFilter,
) =>
  `${stopPath(id, 'results')}/${encodePathPart(survey)}/responses/${encodePathPart(response)}${query({ ...filter })}`;
/** Open answers of a survey, to one text item or to all of them. */
export const textsPath = (id: string, survey: string, item?: string) =>
  `${stopPath(id, 'results')}/${encodePathPart(survey)}/texts${query({ item })}`;
export const scoringPath = (id: string, indicator?: string) =>
  `${stopPath(id, 'scoring')}${query({ indicator })}`;

/** What was frozen of the results (定稿); two of them beside each other. */
export const figuresPath = (id: string, beside: { first?: string; second?: string } = {}) =>
  withQuery(`${evaluationPath(id)}/figures`, beside);
/** One of them, with all its numbers. */
export const frozenPath = (id: string, figuresId: string) =>
  `${figuresPath(id)}/${encodePathPart(figuresId)}`;

/** The amounts that inputs are computed from, at one of them. */
export const baseDataPath = (id: string, cell?: string) =>
  `${evaluationPath(id)}/base-data${query({ cell })}`;

/** Where a link leads that lets somebody in; its secret stands behind the #. */
export const invitationPath = '/invitation';

export const definitionsPath = '/definitions';
export const uploadPath = `${definitionsPath}/upload`;
export const definitionPath = (kind: DefinitionKind, of: { id: string; version: number }) =>
  `${definitionsPath}/${kind}/${encodePathPart(of.id)}/${of.version}`;
/** A questionnaire as a phone shows it, with the evaluation's names. */
export const previewPath = (id: string, of: { id: string; version: number }) =>
  `${questionnairePath(id, of)}/preview`;
/** The page that stands in the preview's frame; the server's, not the workbench's. */
export const previewedFormPath = (
  id: string,
  of: { id: string; version: number },
  choices: { lang: string; elder: boolean },
) =>
  withQuery(
    `/api/evaluations/${encodePathPart(id)}/preview/${encodePathPart(of.id)}/${of.version}`,
    { lang: choices.lang, elder: choices.elder ? '1' : undefined },
  );

/** Who has an account, for admins; `q` is looked for in their names. */
export const accountsPath = '/accounts';
export const accountPath = (id: string) => `${accountsPath}/${encodePathPart(id)}`;
/** What was done: everywhere, for admins, and in one evaluation. */
export const auditPath = (filter: Record<string, string | undefined> = {}) =>
  withQuery('/audit', filter);
export const evaluationAuditPath = (id: string) => `${evaluationPath(id)}/audit`;
