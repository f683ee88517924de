import { type Counts, countResponses } from '../../analysis/counts.ts';
import { type SurveyResults, surveyResults } from '../../analysis/satisfaction.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import type { NoSplit, SplitKind } from '../../survey-definitions/split.ts';
import { readCounts, readCountsBy } from '../store/counts.ts';
import { readPoints } from '../store/points.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { lessCounts } from './row-counts.ts';
import { countsFromRows } from './split-counts.ts';

/** A part of a survey's valid responses with what it comes to, or why nothing can be said of it. */
export interface ComparedSplit {
  by: SplitKind;
  /** Of the channel, the point or the half; '' for those of no point. null for all, and where nothing can be said of any. */
  id: string | null;
  /** Of a point. */
  name: string | null;
  of: { counts: Counts; results: SurveyResults } | null;
  /** null where `of` is not. */
  because: NoSplit | null;
}

/** Call it in a transaction that sees one moment. `fromRows`: also what only the responses know, which takes as long as they are many. */
export async function compareSplits(
  trx: Db,
  survey: Survey,
  questionnaire: Questionnaire,
  { fromRows }: { fromRows: boolean },
): Promise<ComparedSplit[]> {
  const { code } = survey;
  const line = (
    by: SplitKind,
    id: string | null,
    counts: Counts,
    name: string | null = null,
  ): ComparedSplit => {
    const results = surveyResults(questionnaire, counts, 'exact');
    return { by, id, name, of: { counts, results }, because: null };
  };
  const none = (because: NoSplit) => (by: SplitKind) => ({ ...NOTHING, by, because });

  const counts = await readCounts(trx, code);
  const all = line('all', null, counts);
  if (survey.provenance === 'reconstructed')
    return [all, ...(['flagged', 'channel', 'point', 'half'] as const).map(none('not-derivable'))];
  const [byChannel, byPoint, points] = [
    await readCountsBy(trx, code, 'channel'),
    await readCountsBy(trx, code, 'point'),
    await readPoints(trx, code),
  ];
  const channels = CHANNELS.flatMap((channel) => {
    const counted = byChannel.get(channel);
    return counted && countResponses(counted) > 0 ? [line('channel', channel, counted)] : [];
  });
  const placed = points.map(({ id, name }) =>
    line('point', id, byPoint.get(id) ?? new Map(), name),
  );
  const unplaced = points.length > 0 ? byPoint.get('') : undefined;
  const nowhere = unplaced && countResponses(unplaced) > 0 ? [line('point', '', unplaced)] : [];
  const read = await linesFromRows();
  return [
    all,
    ...read.filter(({ by }) => by === 'flagged'),
    ...channels,
    ...placed,
    ...nowhere,
    ...read.filter(({ by }) => by === 'half'),
  ];

  async function linesFromRows(): Promise<ComparedSplit[]> {
    if (!fromRows) return [];
    if (survey.answersRemovedAt !== null)
      return (['flagged', 'half'] as const).map(none('answers-removed'));
    const without = await countsFromRows(trx, code, questionnaire, { flagged: 'without' });
    const early = await countsFromRows(trx, code, questionnaire, { half: 'early' });
    return [
      line('flagged', 'without', without.counts),
      line('half', 'early', early.counts),
      // The others of the same moment: read once and not twice.
      line('half', 'late', lessCounts(counts, early.counts)),
    ];
  }
}

const NOTHING = { id: null, name: null, of: null };
