import { useState } from 'preact/hooks';
import { dayInChina } from '../../../survey-definitions/china-time.ts';
import { openInvitations, type Person, people } from '../api/people.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { useMayDo } from '../data/account.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { OpenLinks } from '../parts/open-links.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { roleName } from '../parts/role-name.ts';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { Invite } from './invite.tsx';
import { ManagePerson } from './manage-person.tsx';
import { peopleWords } from './words.ts';

/** Who may do what in an evaluation, and who was asked to come. */
export function People() {
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const invites = useMayDo('invitations');
  const writes = useMay('people.write') && invites;
  return (
    <div class="people">
      <section class="stack">
        <h2>{shared.people.title}</h2>
        <PeopleTable writes={writes} />
      </section>
      {writes && (
        <>
          <section class="stack people-invite">
            <h3>{words.inviteTitle}</h3>
            <Invite />
          </section>
          <section class="stack">
            <h3>{shared.links.openTitle}</h3>
            <OpenLinks
              of={openInvitations(id)}
              purpose={({ role }) => roleName(terms.roles, role ?? '')}
              purposeLabel={words.role}
            />
          </section>
        </>
      )}
    </div>
  );
}

function PeopleTable({ writes }: { writes: boolean }) {
  const words = useWords(peopleWords);
  const { id } = useEvaluation();
  const listed = useQuery(people(id));
  const [managed, setManaged] = useState<string>();
  return (
    <>
      <p class="small quiet reading">{words.what}</p>
      <QueryResult query={listed}>
        {({ items }) => {
          const person = items.find(({ account }) => account === managed);
          return (
            <>
              <DataTable
                class="people-table members"
                columns={[
                  { label: words.columns.username },
                  { label: words.columns.role },
                  { label: words.columns.since },
                  { label: words.columns.by },
                  { label: words.columns.change, labelHidden: true, deciding: true },
                ]}
                rows={items.map((each) => (
                  <PersonRow
                    key={each.account}
                    person={each}
                    manage={writes ? () => setManaged(each.account) : undefined}
                  />
                ))}
                empty={<p class="quiet">{words.nobody}</p>}
              />
              {person && <ManagePerson person={person} close={() => setManaged(undefined)} />}
            </>
          );
        }}
      </QueryResult>
    </>
  );
}

function PersonRow({ person, manage }: { person: Person; manage: (() => void) | undefined }) {
  const words = useWords(peopleWords);
  const terms = useWords(tradeTerms);
  const by = useGivenBy();
  const { username, role, you, disabled, since, grantedBy } = person;
  return (
    <Row
      cells={[
        <>
          <span class="username">{username}</span>
          {you && <span class="quiet"> {words.you}</span>}
          {disabled && (
            <>
              {' '}
              <span class="tag">{words.disabled}</span>
            </>
          )}
        </>,
        roleName(terms.roles, role),
        dayInChina(since),
        by(grantedBy),
        manage && (
          <button
            type="button"
            class="link-button"
            aria-label={you ? words.manageOwn : words.manageOf(username)}
            onClick={manage}
          >
            {words.manage}
          </button>
        ),
      ]}
    />
  );
}

/** Who gave a role: a person by his name; what else can give one in words. */
function useGivenBy(): (actor: string) => string {
  const words = useWords(peopleWords);
  return (actor) => {
    if (actor.startsWith('server:')) return words.bySystem;
    return actor.startsWith('token:') ? words.byToken : actor;
  };
}
