/**
 * A random UUID (RFC 9562, version 4) of 16 random bytes. Not `crypto.randomUUID`: old WebViews lack it, and so does every
 * page that is not served over https.
 */
export function uuid(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte;
    return (value + 256).toString(16).slice(1);
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
