/** Draws the project's own pictures from its content: `npm run draw`. Files that an editor has replaced stay as they are. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { coverOf, mapOf } from '../src/drawing/cover.ts';
import { groundOfName, groundOfNumber } from '../src/drawing/grounds.ts';
import { subjectOf } from '../src/drawing/subject.ts';
import { pathOf, type Entry } from '../src/entries/entry.ts';
import { readAll } from '../src/entries/read.ts';
import { defaultLanguage } from '../src/i18n/languages.ts';
import { facetsOf } from '../src/queries/facets.ts';

const entries = readAll(process.cwd()).entries.filter(({ language }) => language === defaultLanguage);
const events = entries.filter(({ type }) => type === 'events') as Entry<'events'>[];
const articles = entries.filter(({ type }) => type === 'articles') as Entry<'articles'>[];
const issues = entries.filter(({ type }) => type === 'issues') as Entry<'issues'>[];

const cover = { width: 1600, height: 1000 };

/** Says in the file itself that the project drew it, so that it may be drawn again when its data change. */
const mark = 'Drawn from data';

async function draw(file: string, svg: string): Promise<void> {
  if (existsSync(file) && !readFileSync(file).includes(mark)) return;
  const png = await sharp(Buffer.from(svg))
    .withExif({ IFD0: { Software: mark } })
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer();
  if (existsSync(file) && readFileSync(file).equals(png)) return;
  writeFileSync(file, png);
  console.log(`${file}  ${Math.round(png.length / 1024)} KB`);
}

for (const article of articles) {
  const issue = issues.find(({ data }) => data.lineUp.includes(article.slug));
  const ground = issue ? groundOfNumber(issue.data.number) : groundOfName(article.slug);
  const folder = pathOf('articles', article.slug);
  const about = events.filter(({ slug }) => article.data.events.includes(slug));
  await draw(`${folder}/cover.png`, coverOf(subjectOf(ground, [article, ...about]), cover));
  const text = readFileSync(`${folder}/index.ja.mdx`, 'utf8');
  if (text.includes('"map.png"')) await draw(`${folder}/map.png`, mapOf(facetsOf(article).prefecture));
  for (const programme of ['diplomats-tours', 'ambassadors-tours'] as const) {
    if (!text.includes(`"${programme}.png"`)) continue;
    const slug = programme === 'diplomats-tours' ? 'diplomats-study-tours' : programme;
    const tours = events.filter(({ data }) => data.programme === slug && data.date.startsWith('2014'));
    await draw(`${folder}/${programme}.png`, mapOf(tours.flatMap(({ data }) => data.prefectures)));
  }
}
for (const issue of issues) {
  const lineUp = articles.filter(({ slug }) => issue.data.lineUp.includes(slug));
  const about = events.filter(({ slug }) => lineUp.some(({ data }) => data.events.includes(slug)));
  await draw(
    `${pathOf('issues', issue.slug)}/cover.png`,
    coverOf(subjectOf(groundOfNumber(issue.data.number), [...lineUp, ...about]), cover),
  );
}
