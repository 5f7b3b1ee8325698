import { z } from "zod";
import type { BrowserAssertion } from "../model/browser-check.ts";
import type { AssertionReport } from "../ports/browser-driver.ts";
import type { BrowserVisit } from "./browser-visit.ts";
import { within } from "./browser-within.ts";

type OfAccess = Extract<BrowserAssertion, { readonly type: "a11y" }>;

const SEVERITIES = ["minor", "moderate", "serious", "critical"];
const SHOWN_MAX = 50;

const Violation = z.object({
  id: z.string().max(200),
  impact: z.string().max(20).nullish(),
  help: z.string(),
  count: z.int(),
  targets: z.array(z.string()).max(3),
});
const Violations = z.array(Violation).max(1000);

/** Runs in the page; frames would each need an axe of their own and are left out, as in the original. */
const RUN = `axe.run(document, { resultTypes: ["violations"], iframes: false }).then((results) =>
  JSON.stringify(results.violations.slice(0, 1000).map((it) => ({
    id: it.id, impact: it.impact, help: it.help.slice(0, 300), count: it.nodes.length,
    targets: it.nodes.slice(0, 3).map((node) => node.target.flat().join(" ").slice(0, 200)),
  }))))`;

/** axe-core finds no more violations of this severity and above than are allowed. */
export async function judgeAccessibility(
  visit: BrowserVisit,
  { severity, violationsMax }: OfAccess,
): Promise<AssertionReport> {
  const wanted = `at most ${violationsMax} accessibility violations that are ${severity} or worse`;
  const violations = await findViolations(visit);
  if (violations === undefined) {
    return { ok: false, wanted, found: "no answer of axe-core in time" };
  }
  const least = SEVERITIES.indexOf(severity);
  const counted = violations.filter(({ impact }) => SEVERITIES.indexOf(impact ?? "minor") >= least);
  return {
    ok: counted.length <= violationsMax,
    wanted,
    found: `${counted.length}${counted.length === 0 ? "" : `: ${counted.map(({ id }) => id).join(", ")}`}`,
    complaints: counted.slice(0, SHOWN_MAX).map(({ id, impact, help, count, targets }) => ({
      rule: id,
      message: `${help} (${impact ?? "minor"}, ${count} elements): ${targets.join(", ")}`,
    })),
  };
}

/** In a world of its own: scripts of the page neither see axe nor can put something in its place. */
async function findViolations(
  visit: BrowserVisit,
): Promise<z.infer<typeof Violations> | undefined> {
  const { default: axe } = await import("axe-core");
  const session = await visit.context.newCDPSession(visit.page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "kazi",
  });
  const expression = `${axe.source};\n${RUN}`;
  const evaluated = await within(
    visit.timeoutMs,
    session.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    }),
  );
  if (evaluated === undefined) return undefined;
  if (evaluated.exceptionDetails !== undefined) {
    throw new Error(`axe-core failed: ${evaluated.exceptionDetails.text}`);
  }
  const answer: unknown = evaluated.result.value;
  return Violations.parse(JSON.parse(typeof answer === "string" ? answer : ""));
}
