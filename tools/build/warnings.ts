/** The warnings in what a build has said, and how findings are told. */

/** Warnings that do not stop a build, each with its reason. Every other does. */
const tolerated: readonly RegExp[] = [
  // A type without an entry yet is no fault. A name that is not a type's does not pass the type check.
  /^\S+ \[WARN\] \[content\] The collection "\w+" does not exist or is empty\. [^\n]*$/,
];

const time = /^\d\d:\d\d:\d\d /;

/** Astro names a page, renders it, and only then ends the line: what is said meanwhile begins within that line. */
const within = /(?<!^)(?=\d\d:\d\d:\d\d \[(?:WARN|ERROR)\])/gm;

/**
 * Every warning, in the order in which it was said. On the standard output Astro marks them, Vite's among them, and indents
 * nothing: what follows until the next line with a time belongs to it. The standard error holds nothing else in a build
 * without fault: errors that Astro survives (a reference that leads nowhere), and what Node, libvips and packages warn of.
 */
export function warningsIn({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string[] {
  const marked: string[][] = [];
  let open: string[] | undefined;
  for (const line of stdout.replace(within, '\n').split('\n')) {
    if (time.test(line)) {
      open = /^\S+ \[(WARN|ERROR)\]/.test(line) ? [line] : undefined;
      if (open) marked.push(open);
    } else if (line.trim() !== '') open?.push(line);
  }
  const others = stderr.split('\n').filter((line) => line.trim() !== '');
  const found = [...marked.map((lines) => lines.join('\n')), ...(others.length > 0 ? [others.join('\n')] : [])];
  return found.filter((warning) => !tolerated.some((words) => words.test(warning)));
}

/** Findings that are told one by one; a fault of a layout is on every page. */
const most = 30;

/** What was found, in words for whoever builds: the first of many, and how many more there are. */
export function told(findings: readonly string[]): string {
  const more = findings.length - most;
  const rest = more > 0 ? [`ほかに${more}件あります。 And ${more} more.`] : [];
  return [...findings.slice(0, most), ...rest].join('\n\n');
}
