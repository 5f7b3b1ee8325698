import type {
  BrowserCheck,
  BrowserStep as Step,
  Viewport as Size,
} from "../../model/browser-check.ts";
import type { BrowserStep } from "../schema/browser-step.ts";
import { Browser, type Viewport } from "../schema/browser.ts";
import { allowedHosts } from "./allowed-hosts.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toBrowserAssertion } from "./to-browser-assertion.ts";

const OPERATION_TIMEOUT_MS = 30_000;

export const readBrowser: ProviderReader = readerOf(Browser, toBrowser);

function toBrowser(values: Browser): BrowserCheck {
  const steps = values.steps.map((step) => toStep(step, values.url));
  const addresses = steps.flatMap((step) => (step.action === "goto" ? [step.url] : []));
  return {
    provider: "browser",
    url: values.url,
    steps,
    assertions: values.assertions.map(toBrowserAssertion),
    viewports: toViewports(values.viewport),
    samples: values.samples,
    intervalMs: values.interval_ms,
    operationTimeoutMs: values.timeout_ms ?? OPERATION_TIMEOUT_MS,
    screenshot: values.screenshot !== false,
    allowHosts: allowedHosts([values.url, ...addresses], values.allow_hosts),
  };
}

function toStep(step: BrowserStep, start: string): Step {
  switch (step.action) {
    case "click":
    case "wait_for":
      return { action: step.action, selector: step.selector };
    case "fill":
      return { action: "fill", selector: step.selector, value: step.value };
    case "press":
      return step.selector === undefined
        ? { action: "press", key: step.key }
        : { action: "press", selector: step.selector, key: step.key };
    case "goto":
      return { action: "goto", url: new URL(step.url, start).href };
  }
}

function toViewports(input: Browser["viewport"]): readonly Size[] {
  if (input === undefined) return [];
  return (Array.isArray(input) ? input : [input]).map(toViewport);
}

function toViewport(viewport: Viewport): Size {
  if (typeof viewport === "string") return NAMED[viewport];
  const { width, height } = viewport;
  return { name: `${width}x${height}`, width, height };
}

const NAMED: Readonly<Record<Extract<Viewport, string>, Size>> = {
  mobile: { name: "mobile", width: 390, height: 844 },
  tablet: { name: "tablet", width: 820, height: 1180 },
  desktop: { name: "desktop", width: 1440, height: 900 },
};
