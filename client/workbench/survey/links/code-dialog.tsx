import { useEffect, useId, useRef } from 'preact/hooks';
import type { SurveySummary } from '../../api/surveys.ts';
import { useWords } from '../../language.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { qrPng, qrSvg } from './qr.ts';
import { QrCode } from './qr-code.tsx';
import { ReachNotice } from './reach-notice.tsx';
import { printSheets } from './sheets.tsx';
import type { ShownLink } from './shown-link.ts';
import { useSheets } from './use-sheets.ts';
import { linksWords } from './words.ts';

/** A QR code as large as the screen, to hold up to somebody; Esc closes it. Here it is downloaded and printed, too. */
export function CodeDialog(props: { survey: SurveySummary; link: ShownLink; close(): void }) {
  const words = useWords(linksWords);
  const sheets = useSheets(props.survey);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { survey, link } = props;
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const file = `qr-${[survey.code, link.id].filter(Boolean).join('-')}`;
  return (
    <dialog ref={dialog} class="code-dialog" aria-labelledby={id} onClose={props.close}>
      <div class="code-shown">
        <h2 id={id}>
          {survey.title}
          {link.point && <span class="code-point">{link.point}</span>}
        </h2>
        <QrCode link={link.url} label={link.point ? words.ofPoint(link.point) : words.code} />
        <p>{words.scan}</p>
        <p class="small survey-link">{link.url}</p>
        <ReachNotice link={link.url} />
      </div>
      <div class="actions">
        <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
        <button type="button" class="button" onClick={() => printSheets(sheets([link]))}>
          {words.print}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() =>
            save(`${file}.svg`, new Blob([qrSvg(link.url)], { type: 'image/svg+xml' }))
          }
        >
          {words.downloadSvg}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={async () => {
            const image = await qrPng(link.url);
            if (image) save(`${file}.png`, image);
          }}
        >
          {words.downloadPng}
        </button>
        <CopyButton text={link.url} />
      </div>
    </dialog>
  );
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
