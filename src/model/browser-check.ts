/** A journey through a page, and what must hold at its end. */
export interface BrowserCheck {
  readonly provider: "browser";
  readonly url: string;
  readonly steps: readonly BrowserStep[];
  readonly assertions: readonly BrowserAssertion[];
  /** The whole journey is made once for each; none means the browser's own size. */
  readonly viewports: readonly Viewport[];
  /** Journeys in a row that must all hold. */
  readonly samples: number;
  readonly intervalMs: number;
  /** For each operation on the page. */
  readonly operationTimeoutMs: number;
  /** Keep a picture of the end of each journey, also when it passes. */
  readonly screenshot: boolean;
  /** Hosts on private addresses that may be asked; every other private address is refused. */
  readonly allowHosts: readonly string[];
}

/** The size of a window, in pixels. */
export interface Viewport {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** One thing that a visitor does. */
export type BrowserStep =
  | { readonly action: "click"; readonly selector: string }
  | { readonly action: "fill"; readonly selector: string; readonly value: string }
  | { readonly action: "press"; readonly selector?: string; readonly key: string }
  | { readonly action: "wait_for"; readonly selector: string }
  | { readonly action: "goto"; readonly url: string };

/** One statement about the page at the end of the journey. */
export type BrowserAssertion =
  | { readonly type: "visible" | "hidden"; readonly selector: string }
  | ({ readonly type: "text"; readonly selector: string } & TextMatch)
  | ({ readonly type: "url" } & TextMatch)
  /** No error was written to the console; with `network` also no answer of 400 or more. */
  | { readonly type: "console_clean"; readonly network: boolean }
  | {
      readonly type: "download";
      readonly filenamePattern: string;
      readonly triggerSelector?: string;
      readonly timeoutMs?: number;
    }
  | {
      readonly type: "attr";
      readonly selector: string;
      readonly name: string;
      /** `null` wants the attribute to be absent. */
      readonly expected: string | null;
    }
  | { readonly type: "count"; readonly selector: string; readonly expected: number }
  | { readonly type: "enabled"; readonly selector: string; readonly expected: boolean }
  | { readonly type: "field_value"; readonly selector: string; readonly expected: string }
  | FormValidation
  | {
      readonly type: "a11y";
      readonly severity: "minor" | "moderate" | "serious" | "critical";
      readonly violationsMax: number;
    }
  | {
      readonly type: "visual";
      readonly name: string;
      readonly selector?: string;
      /** Share of pixels that may differ, 0 to 1. */
      readonly threshold: number;
      /** Path of the approved picture in the repository. */
      readonly baseline: string;
    };

/** How a text is compared. */
export type TextMatch =
  | { readonly match: "exact"; readonly expected: string }
  | { readonly match: "contains"; readonly expected: string };

/** A form refuses what is wrong and takes what is right. */
export interface FormValidation {
  readonly type: "form_validation";
  readonly invalid: readonly FieldValue[];
  readonly valid: readonly FieldValue[];
  readonly errorSelector?: string;
  readonly errorText?: string;
  readonly submitSelector?: string;
  readonly successSelector?: string;
  readonly successUrl?: string;
}

/** What is typed into one field. */
export interface FieldValue {
  readonly selector: string;
  readonly value: string;
}
