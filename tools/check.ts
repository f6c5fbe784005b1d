/**
 * `npm run check`: the content check alone. Exits 1 where there is a problem, 2 where it is asked for what it does not know.
 * `--format=text|json|github|gitlab` says how the outcome is told, `--style` asks for textlint's advice on Japanese texts too.
 */
import { checkAll } from '../src/entries/check-all.ts';
import { formats, tell, type Format } from './check-content.ts';

const formatOption = /^--format=(.*)$/;
const styleOption = '--style';
const options = process.argv.slice(2);
const unknown = options.filter((option) => option !== styleOption && !isFormat(formatOption.exec(option)?.[1]));
if (unknown.length > 0) {
  console.error(
    `「${unknown.join(' ')}」という指定はありません。使えるのは ${choices('、')} です。\n` +
      `There is no option '${unknown.join(' ')}'. Use one of ${choices(', ')}.`,
  );
  process.exitCode = 2;
} else {
  const asked = options.flatMap((option) => formatOption.exec(option)?.[1] ?? []) as Format[];
  const findings = await checkAll(process.cwd(), { style: options.includes(styleOption) });
  if (!tell(findings, asked.at(-1))) process.exitCode = 1;
}

function isFormat(name: string | undefined): boolean {
  return (formats as readonly (string | undefined)[]).includes(name);
}

function choices(between: string): string {
  return [...formats.map((format) => `--format=${format}`), styleOption].join(between);
}
