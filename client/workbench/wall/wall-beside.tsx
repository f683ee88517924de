import type { Notice } from '../api/notices.ts';
import type { Progress, SurveySummary } from '../api/surveys.ts';
import { QuotaFills } from '../quotas/quota-fills.tsx';
import { WallNotices } from './wall-notices.tsx';
import { WallPoints } from './wall-points.tsx';

/** Quotas of more options would leave the screen; what is wrong with them is pointed out all the same. */
const MOST_OPTIONS = 4;

/** What stands beside the wall's chart: of one survey its points and quotas, and always what asks somebody to look. */
export function WallBeside(props: {
  /** The one survey that hangs here; undefined where there are several. */
  of: Progress | undefined;
  pointed: readonly { survey: SurveySummary; notice: Notice }[];
}) {
  const { of, pointed } = props;
  const options = of?.quotas.flatMap((quota) => quota.options) ?? [];
  const withQuotas = options.length > 0 && options.length <= MOST_OPTIONS;
  const withPoints = of !== undefined && of.byPoint.length > 0;
  const notices = pointed.length > 0 && <WallNotices pointed={pointed} named={!of} />;
  return (
    <>
      {(withPoints || (notices && !withQuotas)) && (
        <div class="wall-beside">
          {withPoints && <WallPoints progress={of} />}
          {!withQuotas && notices}
        </div>
      )}
      {withQuotas && of && (
        <div class="wall-beside">
          <QuotaFills progress={of} compact />
          {notices}
        </div>
      )}
    </>
  );
}
