import type { AuditEvent, AuditPage } from '../api/audit.ts';
import { useWords } from '../language.tsx';
import {
  accountPath,
  accountsPath,
  baseDataPath,
  definitionPath,
  evaluationPath,
  responsePath,
  scoringPath,
  surveyPath,
  withQuery,
} from '../paths.ts';
import { auditWords } from './words.ts';

const OF_SURVEY = new Set(['survey', 'notice', 'access-codes', 'responses', 'texts']);
/** What people are named in: by their username. */
const OF_PERSON = new Set(['session', 'password', 'second-factor', 'role']);

/**
 * What an event was done to, in words, and where that leads; nowhere where it is gone. Whoever reads of everything may go to
 * accounts; whoever reads of one evaluation may go wherever it has a screen.
 */
export function useSubject(
  { action, subject, evaluationId, detail }: AuditEvent,
  /** Of the page, where it is of all; left out inside of one. */
  named: AuditPage['evaluations'] | undefined,
): { text: string; href?: string } {
  const words = useWords(auditWords);
  const kind = action.split('.')[0] ?? '';
  const isThere = named === undefined || named.some(({ id }) => id === evaluationId);
  const ofEvaluation = evaluationId !== null && isThere ? evaluationId : undefined;
  const goesNowhere = action.endsWith('.delete') || action.endsWith('.delete-begin');
  const to = (href: (id: string) => string) =>
    ofEvaluation === undefined || goesNowhere ? {} : { href: href(ofEvaluation) };

  if (OF_SURVEY.has(kind)) return { text: subject, ...to((id) => surveyPath(id, subject)) };
  if (kind === 'response') {
    const { survey, receipt } = detail;
    const text = typeof receipt === 'string' ? receipt : subject.slice(0, 8);
    if (typeof survey !== 'string') return { text };
    return { text, ...to((id) => responsePath(id, survey, subject, {})) };
  }
  if (kind === 'scoring') return { text: subject, ...to((id) => scoringPath(id, subject)) };
  if (kind === 'base-data') return { text: words.kinds[kind], ...to((id) => baseDataPath(id)) };
  if (kind === 'evaluation') {
    const { department, year } = detail;
    const text =
      typeof department === 'string' && typeof year === 'number'
        ? words.of(department, year)
        : words.kinds.evaluation;
    return { text, ...to(evaluationPath) };
  }
  if (kind === 'figures') return { text: words.kinds.evaluation, ...to(evaluationPath) };
  if (kind === 'account') {
    const text = typeof detail['username'] === 'string' ? detail['username'] : subject;
    return { text, ...(named ? { href: accountPath(subject) } : {}) };
  }
  if (OF_PERSON.has(kind) && subject !== '')
    return {
      text: subject,
      ...(named ? { href: withQuery(accountsPath, { q: subject }) } : {}),
    };
  const [id = '', version] = subject.split('/');
  if (kind === 'questionnaire')
    return {
      text: subject,
      href: definitionPath('questionnaires', { id, version: Number(version) }),
    };
  if (kind === 'indicator-system')
    return {
      text: subject,
      href: definitionPath('indicator-systems', { id, version: Number(version) }),
    };
  // What has no name of its own is known by what it was called, or for whom it was.
  const { name, note, invitedBy } = detail;
  for (const called of [name, note]) if (typeof called === 'string') return { text: called };
  if (typeof invitedBy === 'string') return { text: words.invitationBy(invitedBy) };
  return { text: /^[\da-f-]{36}$/.test(subject) ? subject.slice(0, 8) : subject };
}
