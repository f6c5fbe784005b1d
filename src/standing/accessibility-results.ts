/** The shape of `accessibility-results.json`, which `npm run accessibility` writes and the accessibility policy shows. */

/** What a check went through and found. */
export interface Walked {
  /** Pages looked at; 0 for a check of the style sheets alone. */
  readonly pages: number;
  /** Single questions asked of them. */
  readonly checks: number;
  readonly faults: readonly string[];
}

export interface Results {
  /** The day of the run, as `YYYY-MM-DD`. */
  readonly date: string;
  readonly versions: { readonly axe: string; readonly nu: string; readonly chromium: string };
  readonly languages: readonly string[];
  /** Widths in CSS pixels. */
  readonly widths: readonly number[];
  /** The pages that stand for all, below the language. */
  readonly templates: readonly string[];
  readonly checks: {
    readonly axe: Walked;
    readonly html: Walked;
    readonly contrast: Walked;
    readonly keyboard: Walked;
    readonly reflow: Walked;
  };
}

export const resultsFile = 'src/standing/accessibility-results.json';
