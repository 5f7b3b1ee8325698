import type { Permission } from "../ports/permissions.ts";

/** Whether a permission is enough to approve, to stop, to merge. */
export function mayWrite(permission: Permission): boolean {
  return permission === "admin" || permission === "maintain" || permission === "write";
}
