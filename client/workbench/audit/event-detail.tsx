import type { ComponentChildren } from 'preact';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { DISPOSITIONS, type Disposition } from '../../../survey-definitions/response.ts';
import type { AuditEvent } from '../api/audit.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { Hash } from './hash.tsx';
import { auditWords } from './words.ts';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an event says beside who, what and when: what changed, before and after side by side, and its place in the chain. */
export function EventDetail({ event }: { event: AuditEvent }) {
  const words = useWords(auditWords);
  const { before, after, ...rest } = event.detail;
  const compares = before !== undefined || after !== undefined;
  return (
    <div class="stack">
      {compares && <Comparison before={before} after={after} />}
      {Object.keys(rest).length > 0 && <List of={rest} />}
      <dl class="detail-list small quiet">
        <Entry name={words.seq}>{count(event.seq)}</Entry>
        <Entry name={words.hash}>
          <Hash>{event.hash}</Hash>
        </Entry>
        <Entry name={words.previous}>
          <Hash>{event.previous}</Hash>
        </Entry>
      </dl>
    </div>
  );
}

/** Part by part what was otherwise before. */
function Comparison({ before, after }: { before: unknown; after: unknown }) {
  const words = useWords(auditWords);
  const nameOf = useNames();
  const parted = isFields(before) || isFields(after);
  const [old, now] = parted
    ? [isFields(before) ? before : {}, isFields(after) ? after : {}]
    : [{ value: before }, { value: after }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return (
    <table class="table comparison">
      <thead>
        <tr>
          {parted && <th scope="col">{words.what}</th>}
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            {parted && <th scope="row">{nameOf(key)}</th>}
            <td data-label={words.before}>
              <Value of={(old as Fields)[key]} name={key} />
            </td>
            <td data-label={words.after}>
              <Value of={(now as Fields)[key]} name={key} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function List({ of }: { of: Fields }) {
  const nameOf = useNames();
  return (
    <dl class="detail-list">
      {Object.entries(of).map(([key, value]) => (
        <Entry key={key} name={nameOf(key)}>
          <Value of={value} name={key} />
        </Entry>
      ))}
    </dl>
  );
}

const Entry = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;

/** Parts that may be a disposition; `value` is what stood alone before and after. */
const OF_DISPOSITION = new Set(['disposition', 'value']);
const isDisposition = (value: unknown): value is Disposition =>
  DISPOSITIONS.some((each) => each === value);

/** A value as people read it: times in China, yes and no, lists one below the other, parts by their names. */
function Value({ of: value, name }: { of: unknown; name?: string }): ComponentChildren {
  const words = useWords(auditWords);
  const trade = useWords(tradeTerms);
  const shared = useWords(sharedWords);
  if (value === null || value === undefined || value === '')
    return <span class="quiet">{words.nothing}</span>;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return Number.isInteger(value) ? count(value) : String(value);
  if (isDisposition(value) && name !== undefined && OF_DISPOSITION.has(name)) return trade[value];
  if (typeof value === 'string')
    return TIME.test(value) ? (
      <Unbroken>{shared.atTime(minuteInChina(value))}</Unbroken>
    ) : (
      <span class="said-text">{value}</span>
    );
  if (Array.isArray(value)) {
    if (value.length === 0) return <span class="quiet">{words.nothing}</span>;
    return (
      <ul class="plain-list">
        {value.map((each, index) => (
          <li key={index}>
            <Value of={each} />
          </li>
        ))}
      </ul>
    );
  }
  return isFields(value) && Object.keys(value).length > 0 ? (
    <List of={value} />
  ) : (
    <span class="quiet">{words.nothing}</span>
  );
}

/** What a part is called; one without a name of ours as it is stored. */
function useNames(): (key: string) => string {
  const names: Record<string, string> = useWords(auditWords).keys;
  return (key) => names[key] ?? key;
}
