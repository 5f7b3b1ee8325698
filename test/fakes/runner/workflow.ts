import type { Template } from "./template.ts";

/** A workflow file after GitHub's own parser has accepted it, expressions still in place. */
export interface Workflow {
  readonly path: string;
  readonly name: string;
  readonly triggers: Readonly<Record<string, Trigger>>;
  readonly permissions: Template | undefined;
  readonly env: Template | undefined;
  readonly shell: RunDefaults;
  readonly concurrency: Template | undefined;
  readonly jobs: ReadonlyMap<string, JobDefinition>;
}

/** What stands under one event of `on:`. */
export interface Trigger {
  readonly types?: readonly string[] | undefined;
  readonly branches?: readonly string[] | undefined;
  readonly "branches-ignore"?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly "tags-ignore"?: readonly string[] | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly "paths-ignore"?: readonly string[] | undefined;
  readonly workflows?: readonly string[] | undefined;
  readonly schedules?: readonly string[] | undefined;
  readonly inputs?: Readonly<Record<string, InputDefinition>> | undefined;
  readonly secrets?: Readonly<Record<string, { readonly required: boolean }>> | undefined;
  readonly outputs?: Readonly<Record<string, Template>> | undefined;
}

export interface InputDefinition {
  readonly type: string;
  readonly required: boolean;
  readonly default: Template | undefined;
}

export interface RunDefaults {
  readonly shell: Template | undefined;
  readonly workingDirectory: Template | undefined;
}

export interface JobDefinition {
  readonly id: string;
  readonly name: Template | undefined;
  readonly needs: readonly string[];
  readonly if: Template | undefined;
  readonly permissions: Template | undefined;
  readonly concurrency: Template | undefined;
  readonly strategy: Template | undefined;
  readonly environment: Template | undefined;
  readonly runsOn: Template | undefined;
  readonly env: Template | undefined;
  readonly shell: RunDefaults;
  readonly outputs: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  /** `container` and `services` need an engine. */
  readonly needsEngine: boolean;
  readonly steps: readonly StepDefinition[];
  /** Set for a job that calls a reusable workflow. */
  readonly call: CallDefinition | undefined;
}

export interface CallDefinition {
  readonly uses: string;
  readonly with: Template | undefined;
  readonly secrets: Template | undefined;
}

export interface StepDefinition {
  readonly id: string | undefined;
  readonly name: Template | undefined;
  readonly if: Template | undefined;
  readonly run: Template | undefined;
  readonly uses: string | undefined;
  readonly with: Template | undefined;
  readonly env: Template | undefined;
  readonly shell: Template | undefined;
  readonly workingDirectory: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
}
