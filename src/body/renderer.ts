/** A process that says when it is ready, renders the texts it is sent into the store, and answers each with what is wrong with it. */
import type { Finding } from './guard.ts';
import { keep, type Source } from './store.ts';

process.on('message', ({ source, language }: Source) => {
  const kept = keep(source, language);
  const findings: Finding[] = 'findings' in kept ? kept.findings : [];
  process.send?.(findings);
});

process.send?.('ready');
