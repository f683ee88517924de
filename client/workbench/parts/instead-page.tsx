import type { ComponentChildren } from 'preact';
import { useTitle } from './use-title.ts';

/** What stands in a screen's place: what is the matter, what to do about it, and a way back. */
export function InsteadPage(props: {
  title: string;
  children: ComponentChildren;
  back: { href: string; label: string };
}) {
  useTitle(props.title);
  return (
    <div class="page">
      <div class="empty">
        <h1>{props.title}</h1>
        {props.children}
        <a class="button" href={props.back.href}>
          {props.back.label}
        </a>
      </div>
    </div>
  );
}
