import { z } from "zod";
import { CHECK_CONCLUSIONS } from "./check-conclusions.ts";

const AnnotationBody = z.object({
  path: z.string(),
  start_line: z.int(),
  end_line: z.int(),
  start_column: z.int().optional(),
  end_column: z.int().optional(),
  annotation_level: z.enum(["notice", "warning", "failure"]),
  message: z.string(),
  title: z.string().optional(),
  raw_details: z.string().optional(),
});
export type AnnotationBody = z.infer<typeof AnnotationBody>;

const Output = z.object({
  title: z.string().optional(),
  summary: z.string(),
  text: z.string().optional(),
  annotations: z.array(AnnotationBody).optional(),
});

const ActionBody = z.object({
  label: z.string(),
  description: z.string(),
  identifier: z.string(),
});

export const CheckRunPatch = z.object({
  name: z.string().optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  conclusion: z.enum(CHECK_CONCLUSIONS).optional(),
  started_at: z.iso.datetime({ offset: true }).optional(),
  completed_at: z.iso.datetime({ offset: true }).optional(),
  output: Output.optional(),
  actions: z.array(ActionBody).optional(),
});
export type CheckRunPatch = z.infer<typeof CheckRunPatch>;

export const NewCheckRun = CheckRunPatch.extend({
  name: z.string().min(1),
  head_sha: z.string(),
  output: Output.extend({ title: z.string() }).optional(),
});
