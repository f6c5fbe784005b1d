/** How the content check is told: every problem with its place and remedy, then advice, then a summary, in the form that is asked for. */
import type { Findings } from '../src/entries/check-all.ts';
import { digest } from '../src/kept.ts';
import { describe, shown, type Problem } from '../src/model/refusal.ts';

/** How the outcome is told: to people, as one JSON document, or to a Git host that shows it beside the lines. */
export const formats = ['text', 'json', 'github', 'gitlab'] as const;

export type Format = (typeof formats)[number];

/** Tells what a check has found; true where nothing is wrong, advice or not. */
export function tell(findings: Findings, format: Format = 'text'): boolean {
  tellers[format](findings);
  return findings.problems.length === 0;
}

const tellers: Readonly<Record<Format, (findings: Findings) => void>> = {
  text: tellPeople,
  json: ({ problems, advice, published, drafts }) =>
    console.log(
      JSON.stringify({
        problems: problems.map(shown),
        advice: advice.map(shown),
        counts: { problems: problems.length, advice: advice.length, published, drafts },
      }),
    ),
  github: (findings) => {
    for (const problem of findings.problems) console.log(annotation('error', problem));
    for (const hint of findings.advice) console.log(annotation('notice', hint));
    console.log(summary(findings));
  },
  gitlab: ({ problems, advice }) =>
    console.log(
      JSON.stringify([
        ...problems.map((one) => qualityIssue('blocker', one)),
        ...advice.map((one) => qualityIssue('info', one)),
      ]),
    ),
};

function tellPeople(findings: Findings): void {
  const { problems, advice } = findings;
  for (const problem of problems) console.error(`${describe(problem)}\n`);
  if (advice.length > 0) console.log('助言（公開は妨げません）  Advice, which stops nothing:\n');
  for (const hint of advice) console.log(`${describe(hint)}\n`);
  if (problems.length === 0) console.log(summary(findings));
  else console.error(summary(findings));
}

function summary({ problems, advice, published, drafts }: Findings): string {
  const hints = advice.length;
  const count = problems.length;
  if (count === 0) {
    return (
      `公開${published}件、下書き${drafts}件、問題なし、助言${hints}件。 ` +
      `${published} published, ${drafts} drafts, no problems, advice: ${hints}.`
    );
  }
  return (
    `問題${count}件、助言${hints}件。公開できません。 ` +
    `${count} ${count === 1 ? 'problem' : 'problems'}, advice: ${hints}. Nothing can be published.`
  );
}

/** A workflow command. Source: GitHub, "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit. */
function annotation(level: 'error' | 'notice', problem: Problem): string {
  const { file, line, column, field, message, remedy } = shown(problem);
  const properties = Object.entries({ file, line, col: column, title: field ?? message.ja })
    .map(([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
    .join(',');
  return `::${level} ${properties}::${escaped(`${message.ja} ${remedy.ja}\n${message.en} ${remedy.en}`)}`;
}

function escaped(words: string): string {
  return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** An issue of a Code Quality report. Source: GitLab, "Code Quality report format". */
function qualityIssue(severity: 'blocker' | 'info', problem: Problem) {
  const { file, line, column, field, message, remedy } = shown(problem);
  return {
    description: `${message.ja} ${remedy.ja} ${message.en} ${remedy.en}`,
    check_name: field ?? 'content',
    // Without the line, so that what stands above a problem does not make another of it.
    fingerprint: digest([severity, file, field ?? '', message.en, problem.excerpt ?? '']),
    severity,
    location: { path: file, positions: { begin: { line, column } } },
  };
}
