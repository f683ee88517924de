/** Runs a script that only some need, from its content-hashed address; its element carries the nonce of the page. */
export function runLater(address: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!address) return reject();
    const own = document.querySelector<HTMLScriptElement>('script[nonce]');
    const script = document.createElement('script');
    script.nonce = own ? own.nonce : '';
    script.onload = () => resolve();
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
}
