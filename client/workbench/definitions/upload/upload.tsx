import { useId, useRef, useState } from 'preact/hooks';
import { useMayDo } from '../../data/account.ts';
import { useWords } from '../../language.tsx';
import { InsteadPage } from '../../parts/instead-page.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { sharedWords } from '../../parts/words.ts';
import { definitionsPath } from '../../paths.ts';
import { CheckedFile } from './checked-file.tsx';
import { type ChosenFile, readFile } from './read-file.ts';
import { uploadWords } from './words.ts';

/** Takes a definition's file: looks at it, says what is wrong and where, and publishes it on a second step. */
export function Upload() {
  const words = useWords(uploadWords);
  const shared = useWords(sharedWords);
  const mayUpload = useMayDo('definitions.write');
  useTitle(words.title);
  if (mayUpload) return <UploadForm />;
  return (
    <InsteadPage title={words.mayNot} back={{ href: definitionsPath, label: shared.definitions }}>
      <p>{words.mayNotHint}</p>
    </InsteadPage>
  );
}

function UploadForm() {
  const words = useWords(uploadWords);
  const shared = useWords(sharedWords);
  const [file, setFile] = useState<{ read: ChosenFile; serial: number }>();
  const chosen = useRef(0);
  const take = async (given: File | undefined) => {
    if (!given) return;
    chosen.current += 1;
    const serial = chosen.current;
    const read = await readFile(given);
    // Not what was chosen before and took longer to read.
    if (serial === chosen.current) setFile({ read, serial });
  };
  return (
    <div class="page stack upload">
      <p class="small screen-only">
        <a href={definitionsPath}>{shared.definitions}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="reading quiet">{words.what}</p>
      <FilePlace take={take} again={file !== undefined} />
      {file && <Read key={file.serial} {...file} />}
    </div>
  );
}

function Read({ read, serial }: { read: ChosenFile; serial: number }) {
  const words = useWords(uploadWords);
  if (read.unreadable === undefined)
    return <CheckedFile name={read.name} text={read.text} serial={serial} />;
  return (
    <p class="notice attention" role="alert">
      <strong>{read.name}</strong> {words.unreadable[read.unreadable]}
    </p>
  );
}

/** Where a file is chosen, by hand or by keyboard, or dropped. */
function FilePlace(props: { take(file: File | undefined): void; again: boolean }) {
  const words = useWords(uploadWords);
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <fieldset
      class={over ? 'file-place over' : 'file-place'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.take(event.dataTransfer?.files[0]);
      }}
    >
      <legend class="label">{words.choose}</legend>
      <span class="small quiet" id={`${id}-hint`}>
        {props.again ? words.chooseAgain : words.chooseHint}
      </span>
      {/* The browser's own says which file is chosen in its own language, and forgets it below. */}
      <label class="button">
        {words.chooseButton}
        <input
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const { currentTarget: input } = event;
            props.take(input.files?.[0]);
            // So that the same file, mended, can be chosen again.
            input.value = '';
          }}
        />
      </label>
    </fieldset>
  );
}
