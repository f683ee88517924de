import { useId, useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { AuditEvent, AuditPage } from '../api/audit.ts';
import { useWords } from '../language.tsx';
import { OpenedRow, Row } from '../parts/data-table.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { evaluationPath } from '../paths.ts';
import { actionName } from './audit-filter.tsx';
import { EventDetail } from './event-detail.tsx';
import { useSubject } from './subject.ts';
import { auditWords } from './words.ts';

/** An event on a line: what, on what, who and when; a line opens to what it says beside that. */
export function AuditRow(props: {
  event: AuditEvent;
  /** What evaluations are called, where they are named. */
  evaluations?: AuditPage['evaluations'];
}) {
  const words = useWords(auditWords);
  const { event, evaluations } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const subject = useSubject(event, evaluations);
  return (
    <>
      <Row
        class={open ? 'opened' : ''}
        cells={[
          actionName(words.actions, event.action),
          subject.href ? <a href={subject.href}>{subject.text}</a> : subject.text,
          ...(evaluations ? [whereOf(event.evaluationId, evaluations)] : []),
          <Who actor={event.actor} />,
          <span class="nowrap">{minuteInChina(event.at)}</span>,
          <button
            type="button"
            class="link-button nowrap"
            aria-expanded={open}
            aria-controls={id}
            aria-label={words.detailOf(event.seq)}
            onClick={() => setOpen(!open)}
          >
            {words.detail}
          </button>,
        ]}
      />
      {open && (
        <OpenedRow class="event-detail" id={id}>
          <EventDetail event={event} />
        </OpenedRow>
      )}
    </>
  );
}

/** Nothing where an event is of no evaluation, so that a card leaves it out. */
const whereOf = (id: string | null, evaluations: AuditPage['evaluations']) =>
  id === null ? null : <Where id={id} named={evaluations.find((each) => each.id === id)} />;

function Where(props: { id: string; named: AuditPage['evaluations'][number] | undefined }) {
  const words = useWords(auditWords);
  const { id, named } = props;
  if (!named) return <span class="quiet">{words.deletedEvaluation}</span>;
  return (
    <a href={evaluationPath(id)}>
      <Unbroken>{words.of(named.department, named.year)}</Unbroken>
    </a>
  );
}

/** Who did it: a username, a token by the beginning of its id, or the server itself. */
function Who({ actor }: { actor: string }) {
  const words = useWords(auditWords);
  const servers: Record<string, string> = words.actors;
  const token = /^token:(.{1,8})/.exec(actor)?.[1];
  if (token) return <span title={actor}>{words.token(token)}</span>;
  return <>{servers[actor] ?? actor}</>;
}
