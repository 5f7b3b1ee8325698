import type { LineCounter } from "./placed-line.ts";

/** How a tool shows that its test step found nothing to run, and that it found something. */
interface IdleBuild {
  readonly idle: RegExp;
  readonly busy: RegExp;
}

/** Tools that say little of a test step without a test, or little of tests that pass. */
export const IDLE_BUILDS: readonly IdleBuild[] = [
  {
    idle: /^> Task (?::[\w.-]+)*:\w*[tT]est (?:NO-SOURCE|SKIPPED)$/,
    busy: /^> Task (?::[\w.-]+)*:\w*[tT]est(?: (?:FAILED|UP-TO-DATE|FROM-CACHE))?$/,
  },
  {
    idle: /^\[INFO\] (?:--- (?:maven-)?surefire(?:-plugin)?:\S+:test |Tests are skipped\.$)/,
    busy: /^(?:\[\w+\] )?Tests run: /,
  },
  // Cucumber.
  { idle: /^0 scenarios$/i, busy: /^[1-9]\d* scenarios?\b/i },
  // ExUnit, which names the kinds of tests only where there are some.
  { idle: /^0 failures(?:, \d{1,9} excluded)?$/, busy: /^\d{1,9} .*\b\d{1,9} failures?\b/ },
  // Karma, which tells how far it is as well.
  { idle: /(?:^|: )Executed 0 of 0\b/, busy: /(?:^|: )Executed \d{1,9} of [1-9]/ },
  // AVA.
  { idle: /^\s*0 tests passed$/, busy: /^\s*[1-9]\d* tests? (?:passed|failed)$/ },
];

/** Counts zero tests where a test step was idle and none was busy. */
export function createIdleCounter({ idle, busy }: IdleBuild): LineCounter {
  let isBusy = false;
  let last: number | undefined;
  return {
    see: ({ text, at }) => {
      if (idle.test(text)) last = at;
      isBusy ||= busy.test(text);
    },
    reading: () =>
      last === undefined || isBusy
        ? undefined
        : { counts: { passed: 0, failed: 0, skipped: 0, total: 0 }, at: last },
  };
}
