import type {
  BrowserAssertion as Assertion,
  FormValidation,
  TextMatch,
} from "../../model/browser-check.ts";
import { present } from "../present.ts";
import type { BrowserAssertion } from "../schema/browser-assertion.ts";

const BASELINES = ".kazi/visual-baselines";

type OfType<T extends BrowserAssertion["type"]> = Extract<BrowserAssertion, { readonly type: T }>;

export function toBrowserAssertion(values: BrowserAssertion): Assertion {
  switch (values.type) {
    case "text":
      return { type: "text", selector: values.selector, ...toTextMatch(values) };
    case "url":
      return { type: "url", ...toTextMatch(values) };
    case "download":
      return toDownload(values);
    case "attr":
      return { ...values, expected: values.expected ?? null };
    case "form_validation":
      return toFormValidation(values);
    case "a11y":
      return { type: "a11y", severity: values.severity, violationsMax: values.max_violations };
    case "visual":
      return toVisual(values);
    case "visible":
    case "hidden":
    case "console_clean":
    case "count":
    case "enabled":
    case "field_value":
      return values;
  }
}

/** The schema wants exactly one of the two. */
function toTextMatch(values: OfType<"text" | "url">): TextMatch {
  return values.exact === undefined
    ? { match: "contains", expected: values.contains ?? "" }
    : { match: "exact", expected: values.exact };
}

function toDownload(values: OfType<"download">): Assertion {
  return {
    type: "download",
    filenamePattern: values.filename_pattern,
    ...present("triggerSelector", values.trigger_selector),
    ...present("timeoutMs", values.timeout_ms),
  };
}

function toFormValidation(values: OfType<"form_validation">): FormValidation {
  return {
    type: "form_validation",
    invalid: values.invalid,
    valid: values.valid,
    ...present("errorSelector", values.error_selector),
    ...present("errorText", values.error_text),
    ...present("submitSelector", values.submit_selector),
    ...present("successSelector", values.success_selector),
    ...present("successUrl", values.success_url),
  };
}

function toVisual(values: OfType<"visual">): Assertion {
  return {
    type: "visual",
    name: values.name,
    ...present("selector", values.selector),
    threshold: values.threshold,
    baseline: `${BASELINES}/${values.name}.png`,
  };
}
