import { readBrowser } from "./browser.ts";
import { readCli } from "./cli.ts";
import { readCoverage } from "./coverage.ts";
import { readCustomScript } from "./custom-script.ts";
import { readCve } from "./cve.ts";
import { readDocsUpdated } from "./docs-updated.ts";
import { readHttpProbe } from "./http-probe.ts";
import { readMetrics } from "./metrics.ts";
import { readMutation } from "./mutation.ts";
import { readNoStubs } from "./no-stubs.ts";
import { readProdLog } from "./prod-log.ts";
import { readProperty } from "./property.ts";
import type { ProviderReader } from "./provider-reader.ts";
import { readRatchet } from "./ratchet.ts";
import { readStatic } from "./static.ts";
import { readTestRunner } from "./test-runner.ts";

/** Every provider whose predicates are one check each: all but gherkin, which makes many of one. */
export const READERS = {
  custom_script: readCustomScript,
  test_runner: readTestRunner,
  http_probe: readHttpProbe,
  browser: readBrowser,
  prod_log: readProdLog,
  metrics: readMetrics,
  ratchet: readRatchet,
  static: readStatic,
  coverage: readCoverage,
  property: readProperty,
  mutation: readMutation,
  cve: readCve,
  cli: readCli,
  no_stubs: readNoStubs,
  docs_updated: readDocsUpdated,
} satisfies Readonly<Record<string, ProviderReader>>;
