import type { Finding } from "../../model/vector.ts";

/** A line or a column that a report spells in digits; nothing where it is none. */
export function placeAttribute(
  name: "line" | "column",
  digits: string | undefined,
): Pick<Finding, "line" | "column"> {
  return /^[1-9]\d{0,8}$/.test(digits ?? "") ? { [name]: Number(digits) } : {};
}
