import type { BrowserCheck } from "./browser-check.ts";
import type { Check } from "./check.ts";
import { visualBaseline } from "./visual-baseline.ts";

/** Files of the repository that say what is right: whoever may change them grades the work. */
export function filesJudgedBy(check: Check): readonly string[] {
  if (check.provider === "gherkin") return [check.feature];
  if (check.provider === "browser") return expectedPictures(check);
  if (check.provider !== "cli") return [];
  return check.calls.flatMap(({ assertions }) =>
    assertions.flatMap((it) => ("golden" in it ? [it.golden] : [])),
  );
}

function expectedPictures(check: BrowserCheck): readonly string[] {
  const sizes = check.viewports.length === 0 ? [undefined] : check.viewports;
  return check.assertions.flatMap((it) =>
    it.type === "visual" ? sizes.map((size) => visualBaseline(it.baseline, size, check)) : [],
  );
}
