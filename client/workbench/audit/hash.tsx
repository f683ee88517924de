/** A hash that breaks between groups of eight where its line ends; copied, it is whole. */
export function Hash({ children }: { children: string }) {
  const groups = children.match(/.{1,8}/g) ?? [];
  return (
    <span class="hash">
      {groups.map((group, index) => (
        <>
          {index > 0 && <wbr />}
          <span key={index} class="nowrap">
            {group}
          </span>
        </>
      ))}
    </span>
  );
}
