import type { ComponentChildren } from 'preact';

/** How something stands, and the way to change it. */
export function Step(props: {
  label: string | undefined;
  danger?: boolean;
  press(): void;
  children: ComponentChildren;
}) {
  return (
    <div class="account-step">
      <p>{props.children}</p>
      {props.label && (
        <button
          type="button"
          class={props.danger ? 'button danger' : 'button'}
          onClick={props.press}
        >
          {props.label}
        </button>
      )}
    </div>
  );
}
