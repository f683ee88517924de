/** Loads a script that only some respondents need; its element gets the page's nonce, which the security policy asks for. */
export function loadScript(address: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!address) return reject();
    const pageScript = document.querySelector<HTMLScriptElement>('script[nonce]');
    const script = document.createElement('script');
    script.nonce = pageScript ? pageScript.nonce : '';
    script.onload = () => resolve();
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
}
