import type { WorkflowRun } from "../github/actions-seam.ts";
import { evaluateTemplate, isJsonObject, toText } from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import { matchesPatterns } from "./filter-pattern.ts";
import type { Template } from "./template.ts";

export interface EnteredEnvironment {
  readonly name: string | undefined;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

/** The environment of a job, with the rules that guard it; throws what GitHub would say. */
export function enterEnvironment(
  { repository, ref }: WorkflowRun,
  template: Template | undefined,
  scope: Scope,
): EnteredEnvironment {
  const value = evaluateTemplate(template ?? null, scope);
  const name = toText(isJsonObject(value) ? (value["name"] ?? "") : value);
  const environment = repository.environments.get(name);
  if (environment === undefined) {
    return { name: name === "" ? undefined : name, secrets: {}, variables: {} };
  }
  const branch = ref.replace(/^refs\/(heads|tags)\//u, "");
  const { deploymentBranches, reviewers } = environment;
  if (deploymentBranches !== undefined && !matchesPatterns(deploymentBranches, branch)) {
    throw new Error(
      `Branch "${branch}" is not allowed to deploy to ${name} due to environment protection rules.`,
    );
  }
  if (reviewers.length > 0) {
    throw new Error(
      `The environment ${name} waits for reviewers, for whom this runner cannot wait.`,
    );
  }
  return {
    name,
    secrets: Object.fromEntries(environment.secrets),
    variables: Object.fromEntries(environment.variables),
  };
}
