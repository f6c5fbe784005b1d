/** Asks the reader thread, and reads on the page itself where no thread can be had. */
import type { Questions } from './reading.ts';

export class Reader {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, { question: keyof Questions; ask: unknown; resolve: (answer: never) => void }>();

  constructor() {
    try {
      this.#worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' });
    } catch {
      return;
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: never }>) => {
      this.#waiting.get(data.id)?.resolve(data.answer);
      this.#waiting.delete(data.id);
    });
    this.#worker.addEventListener('error', () => {
      this.#worker?.terminate();
      this.#worker = undefined;
      for (const { question, ask, resolve } of this.#waiting.values()) {
        void here(question, ask).then((answer) => resolve(answer as never));
      }
      this.#waiting.clear();
    });
  }

  ask<Q extends keyof Questions>(question: Q, ask: Questions[Q]['ask']): Promise<Questions[Q]['answer']> {
    const worker = this.#worker;
    if (!worker) return here(question, ask) as Promise<Questions[Q]['answer']>;
    return new Promise((resolve) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { question, ask, resolve });
      worker.postMessage({ id: this.#last, question, ask });
    });
  }

  end(): void {
    this.#worker?.terminate();
    this.#waiting.clear();
  }
}

async function here(question: keyof Questions, ask: unknown): Promise<unknown> {
  const { answers } = await import('./reading.ts');
  return answers[question](ask as never);
}
