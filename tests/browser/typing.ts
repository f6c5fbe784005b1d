/** How quickly the editor of a text answers the keyboard. */
import type { Page } from 'playwright-core';

/** An article of about so many characters, with emphasis, links and readings, as its file. */
export function articleOf(slug: string, length: number): string {
  const paragraph =
    '外務省と自治体の連携をたどる長い文章の一段落です。**「強調」**と[リンク](/ja/articles/)、<Ruby rt="よみ">漢字</Ruby>が混じります。';
  const paragraphs = Array.from({ length: Math.ceil(length / (paragraph.length + 2)) }, () => paragraph);
  return `---\nslug: ${slug}\nstatus: draft\ntitle: 長さを試す文章\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** Milliseconds from `beforeinput` to the frame after it, for each of so many keys, in order of size. */
export async function keystrokes(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const measure = () => {
      const start = performance.now();
      // The first frame paints the key; its end is the beginning of what comes after it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - start);
        port2.postMessage(null);
      });
    };
    document.addEventListener('beforeinput', measure, true);
    Object.assign(window, { times, stop: () => document.removeEventListener('beforeinput', measure, true) });
  });
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.insertText('語');
    // Now and then a pause, in which the text is checked and its page is shown.
    await page.waitForTimeout(key % 8 === 7 ? 450 : 40);
  }
  return page.evaluate(() => {
    const measured = window as unknown as { times: number[]; stop: () => void };
    measured.stop();
    return measured.times.sort((a, b) => a - b);
  });
}
