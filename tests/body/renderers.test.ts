import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderAhead } from '../../src/body/renderers.ts';
import { isKnown, keep, type Source } from '../../src/body/store.ts';

/** A text that no store has yet. */
const fresh = (text: string): Source => ({ source: `${text} ${randomUUID()}\n`, language: 'en' });

/** Within the caps, and more than the bounds below allow. */
const heavy = () =>
  fresh(
    `${'*a* _b_ ~~c~~ `d` **e** '.repeat(20)}\n\n`.repeat(100) + `| a | b |\n|-|-|\n${'| *a* | [b](/en/) |\n'.repeat(190)}\n`,
  );

test('texts are rendered ahead, and what is wrong with one is what the store says of it', async () => {
  const texts = [fresh('One.'), fresh('<br>'), fresh('Two.')];
  await renderAhead(texts);
  expect(texts.map(isKnown)).toEqual([true, true, true]);
  expect(texts.map(({ source, language }) => 'key' in keep(source, language))).toEqual([true, false, true]);
});

test('a text that takes too long is refused, and the others are rendered', async () => {
  const texts = [heavy(), fresh('After it.')];
  await renderAhead(texts.slice(0, 1), { seconds: 0.001, megabytes: 512 });
  await renderAhead(texts);
  const [slow, other] = texts.map(({ source, language }) => keep(source, language));
  expect(slow).toMatchObject({
    findings: [{ line: 1, message: { en: expect.stringMatching(/^It took more than/) as string } }],
  });
  expect(other).toHaveProperty('key');
});

test('a text that takes too much memory is refused, and the next one has a process of its own', async () => {
  const texts = [heavy(), fresh('After it.')];
  // Enough to start (22 MB), too little for the text (more than 40).
  await renderAhead(texts.slice(0, 1), { seconds: 10, megabytes: 32 });
  await renderAhead(texts.slice(1));
  const [large, other] = texts.map(({ source, language }) => keep(source, language));
  expect(large).toMatchObject({ findings: [{ message: { en: expect.stringMatching(/memory/) as string } }] });
  expect(other).toHaveProperty('key');
});
