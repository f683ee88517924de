// Put before the script of a previewed page, which is the citizen's own to the letter: what it keeps, it keeps in this page's memory,
// and what it sends goes nowhere and is accepted. So nothing of a preview outlives it, on the device or elsewhere. (The security policy
// of the page lets nothing through to the network either.)
const kept = new Map<string, string>();
Object.defineProperty(window, 'localStorage', {
  value: {
    getItem: (key: string) => kept.get(key) || null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
});

window.fetch = async (address) => {
  const id = String(address).split('/').pop();
  return new Response(JSON.stringify({ id, receipt: 'XXXX-XXXX' }), { status: 201 });
};
