import { useMemo } from 'preact/hooks';
import { qrModules, qrPath } from './qr.ts';

/** A link as a QR code: black on white, whatever the colours of the screen, for a camera needs it so. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const [size, path] = useMemo(() => {
    const modules = qrModules(link);
    return [modules.length, qrPath(modules)];
  }, [link]);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      data-link={link}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
