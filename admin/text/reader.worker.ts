/** The thread in which texts are read, so that typing never waits for the parser. */
import { answers, type Questions } from './reading.ts';

interface Asked {
  readonly id: number;
  readonly question: keyof Questions;
  // Each question has its own shape, which the answering function knows.
  readonly ask: never;
}

addEventListener('message', ({ data: { id, question, ask } }: MessageEvent<Asked>) => {
  postMessage({ id, answer: answers[question](ask) });
});
