import type { Page } from 'playwright-core';

/** What of a page cannot be seen or reached at its width: each finding names what is cut and by what. */
export async function findCut(page: Page): Promise<string[]> {
  const found = await cutNow(page);
  if (found.length === 0) return found;
  // A table learns in the next frames that it has more room or less.
  await page.waitForTimeout(500);
  return cutNow(page);
}

function cutNow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const say = (what: string, element: Element) =>
      found.push(
        `${what}: ${element.className || element.nodeName} “${(element.textContent ?? '').slice(0, 40)}”`,
      );
    const clips = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
    const isShown = (element: Element) =>
      element.checkVisibility() && !element.closest('.visually-hidden, dialog:not([open])');

    const UNBROKEN = /\d{4}-\d\d-\d\d( \d\d:\d\d)?|n\s=\s[\d,]+|[\d,]+\s\/\s[\d,.]+|\d[\d,.]*%?/g;
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      say('the page scrolls sideways', document.body);

    // The ring around what has the focus reaches four pixels beyond it.
    for (const reached of document.querySelectorAll('a[href], button, input, summary, select')) {
      if (!isShown(reached) || getComputedStyle(reached).opacity === '0') continue;
      const ring = reached.getBoundingClientRect();
      if (ring.left < 4 || ring.right > width - 4) say('a focus ring leaves the window', reached);
      for (let box = reached.parentElement; box && box !== document.body; box = box.parentElement) {
        if (!clips(box) || box.matches('.scrolls, dialog')) continue;
        const edge = box.getBoundingClientRect();
        if (ring.left - 4 < edge.left || ring.right + 4 > edge.right || ring.top - 4 < edge.top) {
          say('a focus ring is cut', reached);
        }
      }
    }

    const rail = document.querySelector('.rail');
    for (const line of rail?.querySelectorAll('.stop-name, .stop-line') ?? []) {
      const bottom = rail?.getBoundingClientRect().bottom ?? 0;
      if (line.getBoundingClientRect().bottom > bottom) say('a stop leaves the rail', line);
    }

    // What scrolls has to say so, just before it.
    for (const frame of document.querySelectorAll('.table-frame')) {
      // Inside what is folded nothing is measured; once it is unfolded, it is.
      if (!isShown(frame) || frame.scrollWidth <= frame.clientWidth) continue;
      const hint = frame.previousElementSibling;
      if (!hint?.matches('.scroll-hint')) say('a table scrolls and does not say so', frame);
    }
    for (const frame of document.querySelectorAll('.table-frame.scrolls')) {
      const table = frame.querySelector('table');
      if (table && table.getBoundingClientRect().width <= frame.clientWidth) {
        say('a table says that it scrolls and finds room', frame);
      }
    }
    for (const head of document.querySelectorAll('thead tr')) {
      const tops = [...head.children].filter(isShown).map((th) => th.getBoundingClientRect().top);
      if (Math.max(...tops) - Math.min(...tops) > 1) say('the heads are not in one line', head);
    }
    for (const table of document.querySelectorAll('table')) {
      const frame = table.closest('.table-frame') ?? table.parentElement;
      const room = frame?.getBoundingClientRect().right ?? width;
      if (!frame?.matches('.scrolls') && table.getBoundingClientRect().right > room + 1) {
        say('a table leaves its place', table);
      }
    }

    // Every number, whole inside the window and inside whatever clips it.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (!parent || !/\d/.test(texts.currentNode.nodeValue ?? '') || !isShown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const text = range.getBoundingClientRect();
      if (text.right > width + 1 || text.left < -1) say('a number leaves the window', parent);
      for (
        let box: Element | null = parent;
        box && box !== document.body;
        box = box.parentElement
      ) {
        if (!clips(box) || box.matches('.scrolls, textarea, .rule-text')) continue;
        const edge = box.getBoundingClientRect();
        if (text.right > edge.right + 1 || text.left < edge.left - 1)
          say('a number is cut', parent);
      }
      // A number, a date or a base broken over two lines reads as two.
      for (const { 0: number, index } of (texts.currentNode.nodeValue ?? '').matchAll(UNBROKEN)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + number.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) {
          say(`“${number}” is broken`, parent);
        }
      }
    }

    // Two cells of a line that meet hide one another's ends.
    for (const cell of document.querySelectorAll('.table :is(td, th)')) {
      if (isShown(cell) && cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0) {
        say('a cell is narrower than what it holds', cell);
      }
    }
    return [...new Set(found)];
  });
}
