import type { ResponseFilter } from '../api/responses.ts';
import type { Progress, SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { responsesPath } from '../paths.ts';

/** Planned, received, valid, invalid and doubtful by channel; each number opens the responses it counts. */
export function ChannelTable({ progress, survey }: { progress: Progress; survey: SurveySummary }) {
  const words = useWords();
  const { id } = useEvaluation();
  const link = (n: number, filter: ResponseFilter) =>
    n === 0 ? '0' : <a href={responsesPath(id, survey.code, filter)}>{count(n)}</a>;
  const cells = (
    row: { received: number; valid: number; invalid: number; flagged: number },
    filter: ResponseFilter,
  ) => (
    <>
      <td class="n">{link(row.received, filter)}</td>
      <td class="n">{link(row.valid, { ...filter, disposition: 'valid' })}</td>
      <td class="n">{link(row.invalid, { ...filter, disposition: 'invalid' })}</td>
      <td class="n">{link(row.flagged, { ...filter, flagged: '1' })}</td>
    </>
  );
  return (
    <div class="table-frame">
      <table class="table channel-table">
        <thead>
          <tr>
            <th scope="col">{words.terms.channel}</th>
            <th scope="col" class="n">
              {words.terms.plan}
            </th>
            <th scope="col" class="n">
              {words.terms.received}
            </th>
            <th scope="col" class="n">
              {words.terms.valid}
            </th>
            <th scope="col" class="n">
              {words.terms.invalid}
            </th>
            <th scope="col" class="n">
              {words.terms.flagged}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.byChannel.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{words.channels[row.channel]}</th>
              <td class="n">{row.planned === null ? '' : count(row.planned)}</td>
              {cells(row, { channel: row.channel })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.terms.sum}</th>
            <td class="n">{count(progress.plan.total)}</td>
            {cells(progress, {})}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
