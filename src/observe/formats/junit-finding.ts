import type { Finding } from "../../model/vector.ts";
import { findPlace } from "./find-place.ts";
import { placeAttribute } from "./place-attribute.ts";
import { toReportPath } from "./report-path.ts";

/** What an element says of itself. */
export type Attributes = Readonly<Record<string, string>>;

/** A test case of a JUnit report that failed. */
export interface FailedCase {
  readonly attributes: Attributes;
  readonly suite: Attributes;
  readonly message: string;
  readonly details: string;
}

const REASON_CHARACTERS_MAX = 300;
const REASON_LINES_MAX = 6;
const PATH_CHARACTERS_MAX = 500;
/** Some runners write the path of the test's file where a class belongs. */
const PATH = /^\S+\.[cm]?[jt]sx?$|\/\S+\.\w{1,5}$/;

/** Names the case, why it failed, and where: as the report says, else by the first place of its own words. */
export function toJunitFinding(failed: FailedCase, folder: string): Finding {
  const { attributes, message, details } = failed;
  const { classname = "", name = "" } = attributes;
  const title = classname === "" || isPath(classname) ? name : `${classname}: ${name}`;
  const words = reasonOf(message === "" ? details : message);
  return {
    ...placeOf(failed, folder),
    level: "error",
    message: words === "" ? title : `${title}: ${words}`,
  };
}

function placeOf(failed: FailedCase, folder: string): Pick<Finding, "file" | "line" | "column"> {
  const { attributes, message, details } = failed;
  const file = toReportPath(fileOf(failed) ?? "", folder);
  const hint = file === "" ? (attributes["classname"] ?? "") : file;
  const place = findPlace(`${details}\n${message}`, { folder, hint });
  if (place !== undefined && (file === "" || place.file === file)) return place;
  return { file, ...placeAttribute("line", attributes["line"]) };
}

function fileOf({ attributes, suite }: FailedCase): string | undefined {
  const { classname = "" } = attributes;
  const named = attributes["file"] ?? suite["file"] ?? suite["filepath"];
  return named ?? (isPath(classname) ? classname : undefined);
}

function isPath(classname: string): boolean {
  return classname.length <= PATH_CHARACTERS_MAX && PATH.test(classname);
}

function reasonOf(text: string): string {
  return text
    .split("\n", REASON_LINES_MAX)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ")
    .slice(0, REASON_CHARACTERS_MAX);
}
