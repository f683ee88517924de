import type { ComponentChildren } from 'preact';

/** One part of the account's page, found by its name in the index. */
export function AccountSection(props: {
  id: 'password' | 'factor' | 'sessions' | 'tokens';
  title: string;
  /** How it stands, beside the title. */
  state?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = `account-${props.id}`;
  return (
    <section class="account-section stack" aria-labelledby={id}>
      <div class="row">
        <h2 id={id} tabIndex={-1}>
          {props.title}
        </h2>
        {props.state}
      </div>
      {props.children}
    </section>
  );
}
