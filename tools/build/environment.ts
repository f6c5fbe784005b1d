/** What of the environment reaches the build: nothing that could change a byte of it, but what it is told to be made for. */

const passed = [
  // Where git is, which knows the last commit, and its settings on whose folder it may read.
  'PATH',
  'HOME',
  // Where programs put what they need for a moment; on Windows also where they find the system.
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'USERPROFILE',
  'PATHEXT',
  // Where the site will be published.
  'SITE_URL',
];

/** The settings of the newsroom: where it saves. */
const newsroom = /^NEWSROOM_/;

/** The same on every machine: what prints a date or sorts names by accident does it alike. */
const fixed = {
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  // Vite takes it over from whoever starts the build, and with another value pages would be made as in development.
  NODE_ENV: 'production',
  ASTRO_TELEMETRY_DISABLED: '1',
  // Warnings are looked for in what it says.
  NO_COLOR: '1',
  // Pictures are made by some threads: of glibc each would hold on to memory of its own.
  MALLOC_ARENA_MAX: '2',
};

/** The environment of a build that takes `instant` for now. */
export function environmentOf(outer: Readonly<NodeJS.ProcessEnv>, instant: Date): NodeJS.ProcessEnv {
  const names = Object.keys(outer).filter((name) => newsroom.test(name));
  return {
    ...Object.fromEntries([...passed, ...names].flatMap((name) => (outer[name] === undefined ? [] : [[name, outer[name]]]))),
    ...fixed,
    SOURCE_DATE_EPOCH: String(instant.getTime() / 1000),
  };
}
