import { useEffect, useId, useRef } from 'preact/hooks';
import type { SurveySummary } from '../../api/surveys.ts';
import { useWords } from '../../language.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { qrPng, qrSvg } from '../../parts/qr.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { saveFile } from '../../parts/save-file.ts';
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
            saveFile(`${file}.svg`, new Blob([qrSvg(link.url)], { type: 'image/svg+xml' }))
          }
        >
          {words.downloadSvg}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={async () => {
            const image = await qrPng(link.url);
            if (image) saveFile(`${file}.png`, image);
          }}
        >
          {words.downloadPng}
        </button>
        <CopyButton text={link.url} />
      </div>
    </dialog>
  );
}
