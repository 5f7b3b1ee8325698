import { expect, test } from "vitest";
import { ALL_ROUTES } from "../routes.ts";
import { startTour, type Tour } from "./tour/start-tour.ts";
import { visitActions } from "./tour/visit-actions.ts";
import { visitApps, visitDeliveries } from "./tour/visit-apps.ts";
import { visitChecks, visitDeployments, visitStatuses } from "./tour/visit-checks.ts";
import { visitGit } from "./tour/visit-git.ts";
import { visitIssues } from "./tour/visit-issues.ts";
import { visitMerge, visitPulls } from "./tour/visit-pulls.ts";
import { visitRepository } from "./tour/visit-repository.ts";

test("the local GitHub answers, and tells by webhook, as GitHub describes it", async () => {
  const tour = await startTour();
  const called = new Set<string>();
  tour.github.world.observers.add(({ method, template }) => called.add(`${method} ${template}`));
  const told = new Set<string>();
  tour.github.world.webhookObservers.add((event, { action }) =>
    told.add(typeof action === "string" ? `${event}.${action}` : event),
  );
  // A refusal ends the tour; what was wrong before it is often why.
  const refusal = await visitAll(tour).then(() => undefined, String);
  await tour.github.close();
  expect({ refusal, violations: tour.github.violations }).toEqual({
    refusal: undefined,
    violations: [],
  });
  expect(ownRoutes().filter((route) => !called.has(route))).toEqual([]);
  expect([...told].toSorted()).toMatchInlineSnapshot(`
    [
      "check_run.completed",
      "check_run.created",
      "check_run.rerequested",
      "check_suite.completed",
      "check_suite.requested",
      "check_suite.rerequested",
      "create",
      "delete",
      "deployment.created",
      "deployment_status.created",
      "issue_comment.created",
      "issue_comment.deleted",
      "issue_comment.edited",
      "issues.closed",
      "issues.edited",
      "issues.labeled",
      "issues.opened",
      "issues.reopened",
      "issues.unlabeled",
      "pull_request.auto_merge_disabled",
      "pull_request.auto_merge_enabled",
      "pull_request.closed",
      "pull_request.converted_to_draft",
      "pull_request.edited",
      "pull_request.labeled",
      "pull_request.opened",
      "pull_request.ready_for_review",
      "pull_request.reopened",
      "pull_request.review_requested",
      "pull_request.synchronize",
      "pull_request_review.dismissed",
      "pull_request_review.submitted",
      "push",
      "repository_dispatch.go",
      "status",
      "workflow_dispatch",
      "workflow_job.completed",
      "workflow_job.in_progress",
      "workflow_job.queued",
      "workflow_run.completed",
      "workflow_run.in_progress",
      "workflow_run.requested",
    ]
  `);
});

async function visitAll(tour: Tour): Promise<void> {
  await visitApps(tour);
  await visitRepository(tour);
  const work = await visitGit(tour);
  await visitIssues(tour);
  const { headSha } = await visitPulls(tour, work);
  await visitChecks(tour, headSha);
  await visitStatuses(tour, headSha);
  await visitDeployments(tour);
  await visitMerge(tour);
  await visitActions(tour);
  await visitDeliveries(tour);
}

function ownRoutes(): readonly string[] {
  return ALL_ROUTES.filter(({ template }) => !/^\/(?:_|graphql$)/.test(template)).map(
    ({ method, template }) => `${method} ${template}`,
  );
}
