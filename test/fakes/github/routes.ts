import type { Route } from "./router.ts";
import { routes as actionsSettings } from "./routes/actions-settings.ts";
import { routes as appDeliveries } from "./routes/app-deliveries.ts";
import { routes as apps } from "./routes/apps.ts";
import { routes as artifacts } from "./routes/artifacts.ts";
import { routes as branches } from "./routes/branches.ts";
import { routes as checkRuns } from "./routes/check-runs.ts";
import { routes as checkSuites } from "./routes/check-suites.ts";
import { routes as collaborators } from "./routes/collaborators.ts";
import { routes as commitPulls } from "./routes/commit-pulls.ts";
import { routes as commits } from "./routes/commits.ts";
import { routes as contents } from "./routes/contents.ts";
import { routes as deployments } from "./routes/deployments.ts";
import { routes as environments } from "./routes/environments.ts";
import { routes as fileWrites } from "./routes/file-writes.ts";
import { routes as gitObjects } from "./routes/git-objects.ts";
import { routes as gitRefs } from "./routes/git-refs.ts";
import { routes as graphql } from "./routes/graphql.ts";
import { routes as idTokens } from "./routes/id-tokens.ts";
import { routes as issueComments } from "./routes/issue-comments.ts";
import { routes as issues } from "./routes/issues.ts";
import { routes as labels } from "./routes/labels.ts";
import { routes as pullMerges } from "./routes/pull-merges.ts";
import { routes as pullReviews } from "./routes/pull-reviews.ts";
import { routes as pulls } from "./routes/pulls.ts";
import { routes as reactions } from "./routes/reactions.ts";
import { routes as repositories } from "./routes/repositories.ts";
import { routes as statuses } from "./routes/statuses.ts";
import { routes as users } from "./routes/users.ts";
import { routes as workflowJobs } from "./routes/workflow-jobs.ts";
import { routes as workflowRuns } from "./routes/workflow-runs.ts";
import { routes as workflows } from "./routes/workflows.ts";

/** Every REST route; a file in `routes/` exports its part. */
export const ALL_ROUTES: readonly Route[] = [
  ...actionsSettings,
  ...appDeliveries,
  ...apps,
  ...artifacts,
  ...branches,
  ...checkRuns,
  ...checkSuites,
  ...collaborators,
  ...commitPulls,
  ...commits,
  ...contents,
  ...deployments,
  ...environments,
  ...fileWrites,
  ...gitObjects,
  ...gitRefs,
  ...graphql,
  ...idTokens,
  ...issueComments,
  ...issues,
  ...labels,
  ...pullMerges,
  ...pullReviews,
  ...pulls,
  ...reactions,
  ...repositories,
  ...statuses,
  ...users,
  ...workflowJobs,
  ...workflowRuns,
  ...workflows,
];
