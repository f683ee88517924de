import type { FrozenContent } from '../../survey-definitions/frozen-figures.ts';
import { findEvaluation } from '../store/evaluations.ts';
import { findFrozen, type StoredFigures } from '../store/frozen-figures.ts';
import { inSnapshot } from '../store/in-snapshot.ts';
import { listUncheckable } from '../store/rebuild-counts.ts';
import type { Db } from '../store/tables.ts';
import { type ContentDifference, contentDifferences } from './differences.ts';
import { freezeContent, hashed } from './freeze.ts';
import { recomputedParts } from './recomputed.ts';

export type FigureFault =
  /** The file's hash is not that of its content. */
  | { kind: 'hash'; file: string; content: string }
  /** The database has no such frozen figure, or under that id another hash. */
  | { kind: 'not-frozen' }
  | { kind: 'other-hash'; file: string; database: string }
  /** Single responses are others, or other in number, than when it was frozen. */
  | ({ kind: 'responses' } & ContentDifference)
  | ({ kind: 'differs' } & ContentDifference);

export interface VerifiedFigures {
  faults: FigureFault[];
  /** Surveys of which only counts could be compared, with when their answers were removed. */
  uncheckable: Map<string, string>;
}

/**
 * What may change without any number changing: the survey is closed, the department is renamed, a decision is taken back. Shown
 * forms follow from the exact ones. In the file itself they are held to what was stored.
 */
const NOT_RECOMPUTED = new Set([
  'evaluation',
  'groupName',
  'topic',
  'name',
  'state',
  'judgements',
  'display',
]);
const ESTIMATES_OFF = 1e-9;

/**
 * Holds a downloaded figure to its own hash, to what was frozen under its id, and to what the raw answers say now, counted anew
 * in one snapshot. Whatever feeds a group now is what it is compared with.
 */
export async function verifyFigures(
  db: Db,
  { content, hash }: StoredFigures,
  now: Date,
): Promise<VerifiedFigures> {
  const taken = hashed(content).hash;
  const faults: FigureFault[] =
    taken === hash ? [] : [{ kind: 'hash', file: hash, content: taken }];
  return inSnapshot(db, async (trx) => {
    const evaluation = await findEvaluation(trx, content.evaluation.id);
    const stored = evaluation && (await findFrozen(trx, evaluation.id, content.id));
    if (stored === undefined) faults.push({ kind: 'not-frozen' });
    else if (stored.hash !== hash)
      faults.push({ kind: 'other-hash', file: hash, database: stored.hash });
    if (evaluation === undefined) return { faults, uncheckable: new Map() };
    const removed = await listUncheckable(trx);
    const codes = new Set(content.groups.flatMap(({ surveys }) => surveys.map(({ code }) => code)));
    const uncheckable = new Map([...removed].filter(([code]) => codes.has(code)));
    const { id, frozenAt, frozenBy } = content;
    const again = await freezeContent(
      trx,
      evaluation,
      content.groups.map(({ group }) => group),
      { id, frozenBy, now },
      recomputedParts,
    );
    const differences = [
      ...(stored === undefined ? [] : contentDifferences(content, stored.content)),
      ...contentDifferences(content, comparable({ ...again, frozenAt }, content), {
        besides: NOT_RECOMPUTED,
        estimates: ESTIMATES_OFF,
      }),
    ];
    const once = new Map(differences.map((each) => [`${each.pointer} ${each.database}`, each]));
    for (const each of once.values())
      faults.push({ kind: each.pointer.endsWith('/responses') ? 'responses' : 'differs', ...each });
    return { faults, uncheckable };
  });
}

/** Of responses that were removed since, the hash can no longer be taken: it stands as the file has it. */
function comparable(again: FrozenContent, file: FrozenContent): FrozenContent {
  const known = new Map(
    file.groups.flatMap(({ surveys }) =>
      surveys.map(({ code, responses }) => [code, responses] as const),
    ),
  );
  return {
    ...again,
    groups: again.groups.map((group) => ({
      ...group,
      surveys: group.surveys.map((survey) => ({
        ...survey,
        responses:
          'none' in survey.responses
            ? (known.get(survey.code) ?? survey.responses)
            : survey.responses,
      })),
    })),
  };
}
