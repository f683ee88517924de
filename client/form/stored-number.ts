/** A number that the device stores under a name of its own; 0 where there is none, or nothing is stored at all. */
export function storedNumber(key: string): number {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return 0;
  }
}

export function storeNumber(key: string, value: number): void {
  try {
    localStorage.setItem(key, String(value));
  } catch {
    // Without storage it lasts until the page is closed.
  }
}
