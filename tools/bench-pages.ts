/** `npm run bench:pages`: what each template weighs, in both languages, beside its budget. */
import { join, resolve } from 'node:path';
import { languages } from '../src/i18n/languages.ts';
import { budgetOf, budgeted, weigh, type Weight } from './weigh.ts';
import { templates } from './templates.ts';

const dist = resolve('dist');
const heads: readonly (keyof Weight)[] = [...budgeted, 'requests'];
const paths = [...new Set(templates.map((path) => path.replace(/\?.*/, '')))];

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
console.log(line(['page', ...heads]));
console.log(line(['---', ...heads.map(() => '--:')]));
for (const path of paths) {
  for (const language of languages) {
    const address = `/${language}${path}`;
    const weight = weigh(dist, join(address, 'index.html'));
    const budget = budgetOf(address);
    console.log(
      line([address, ...heads.map((kind) => (kind === 'requests' ? weight[kind] : `${weight[kind]} / ${budget[kind]}`))]),
    );
  }
}
