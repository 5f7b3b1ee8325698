import type { Check } from "../model/check.ts";
import { browser } from "./browser.ts";
import { cli } from "./cli.ts";
import { coverage } from "./coverage.ts";
import { customScript } from "./custom-script.ts";
import { cve } from "./cve.ts";
import { docsUpdated } from "./docs-updated.ts";
import { gherkin } from "./gherkin.ts";
import { httpProbe } from "./http-probe.ts";
import { landed } from "./landed.ts";
import { metrics } from "./metrics.ts";
import { mutation } from "./mutation.ts";
import { noStubs } from "./no-stubs.ts";
import { notBuilt } from "./not-built.ts";
import { prodLog } from "./prod-log.ts";
import { property } from "./property.ts";
import type { Provider } from "./provider.ts";
import { ratchet } from "./ratchet.ts";
import { scopeGuard } from "./scope-guard.ts";
import { staticAnalysis } from "./static.ts";
import { testRunner } from "./test-runner.ts";

type CheckOf<P extends Check["provider"]> = Extract<Check, { readonly provider: P }>;

/** Everything that can be evaluated, one row a kind. */
export const PROVIDERS: { readonly [P in Check["provider"]]: Provider<CheckOf<P>> } = {
  custom_script: customScript,
  test_runner: testRunner,
  http_probe: httpProbe,
  prod_log: prodLog,
  browser,
  metrics,
  ratchet,
  static: staticAnalysis,
  coverage,
  property,
  mutation,
  cve,
  cli,
  no_stubs: noStubs,
  docs_updated: docsUpdated,
  gherkin,
  landed,
  scope_guard: scopeGuard,
  not_built: notBuilt,
};
