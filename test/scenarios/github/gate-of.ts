import type { GitHubStage } from "./stage.ts";

/** What the gate says on the head of a pull request: of the App its check, without one the status. */
export function gateOf(
  stage: GitHubStage,
  number: number,
): { readonly verdict: string; readonly title: string } | undefined {
  const { repository, appIdentity } = stage;
  const sha = stage.issue(number).pull?.headSha;
  if (appIdentity === undefined) {
    const status = repository.statuses.findLast((it) => it.sha === sha && it.context === "kazi");
    return status && { verdict: status.state, title: status.description ?? "" };
  }
  const check = repository.checkRuns.findLast(
    (it) => it.headSha === sha && it.name === "kazi" && it.suite.app.id === appIdentity.id,
  );
  return check && { verdict: check.conclusion ?? check.status, title: check.title ?? "" };
}
