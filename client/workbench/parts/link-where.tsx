import type { ComponentChildren } from 'preact';

/** A link where whoever reads may see what it leads to, else its words by themselves. */
export function LinkWhere(props: {
  may: boolean;
  href: string;
  class?: string;
  children: ComponentChildren;
}) {
  const { may, href, children } = props;
  const named = props.class ? { class: props.class } : {};
  if (!may) return <span {...named}>{children}</span>;
  return (
    <a {...named} href={href}>
      {children}
    </a>
  );
}
