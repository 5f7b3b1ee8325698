/** A table of texts in JSON Schema: the type of what is written is lost where it is read by hand. */
export const TABLE_OF_TEXTS = {
  anyOf: [
    { type: "object", additionalProperties: { type: "string" } },
    {
      type: "array",
      items: { type: "array", items: { type: "string" }, minItems: 2, maxItems: 2 },
    },
  ],
} as const;
