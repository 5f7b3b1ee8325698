import type { ActiveStep, JobSession, StepResult } from "../job-session.ts";
import { checkout } from "./checkout.ts";
import { downloadArtifact } from "./download-artifact.ts";
import { uploadArtifact } from "./upload-artifact.ts";

/** Does what a well-known action does, because its repository cannot be fetched here. */
export type StandIn = (
  session: JobSession,
  step: ActiveStep,
  inputs: Readonly<Record<string, string>>,
) => Promise<StepResult>;

export const standIns: Readonly<Record<string, StandIn>> = {
  "actions/checkout": checkout,
  "actions/upload-artifact": uploadArtifact,
  "actions/download-artifact": downloadArtifact,
};
