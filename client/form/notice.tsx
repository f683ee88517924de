interface Props {
  words: { title: string; text: string };
  department: string | undefined;
  /** Title of the questionnaire it is about. */
  about: string | undefined;
}

/** Why there is no form here, and what to do. */
export function Notice({ words, department, about }: Props) {
  return (
    <main class="column end">
      {department && (
        <p class="by">
          <span>{department}</span>
        </p>
      )}
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {about && <p class="soft">{about}</p>}
    </main>
  );
}
