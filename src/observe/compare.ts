import type { Comparison } from "../model/check.ts";

/** Whether `observed <operator> number` holds. */
export function compare(observed: number, { operator, number }: Comparison): boolean {
  switch (operator) {
    case "==":
      return observed === number;
    case "!=":
      return observed !== number;
    case "<":
      return observed < number;
    case "<=":
      return observed <= number;
    case ">":
      return observed > number;
    case ">=":
      return observed >= number;
  }
}
