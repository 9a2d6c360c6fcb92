// The words the shapes of answers are written in: JSON Schema, without its ceremony.

export const text = { type: "string" };
export const whole = { type: "integer" };
export const flag = { type: "boolean" };
export const url = { type: "string", pattern: "^https?://" };

/** An id as text, which is how version 3 has them. */
export const id = { type: "string", pattern: "^[1-9]\\d*$" };

/** UTC; milliseconds are left out when they are zero, never written as .000. */
export const time = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.(?!000)\\d{3})?Z$" };

/** Milliseconds since 1970, which is how the older versions have times. */
export const milliseconds = { type: "integer", minimum: 1e11 };

/** @param {...unknown} values */
export const oneOf = (...values) => ({ enum: values });
export const orNull = (schema) => ({ anyOf: [schema, { type: "null" }] });
export const list = (items) => ({ type: "array", items });
export const mapOf = (values) => ({ type: "object", additionalProperties: values });

/** An object with all of these fields, and any of those; nothing else. */
export const shape = (required, optional = {}) => ({
  type: "object",
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const paging = shape({ next: shape({ after: text, link: url }) });
const pagingWithoutLink = shape({ next: shape({ after: text }) });

/** One page of a list. */
export const page = (items) => shape({ results: list(items) }, { paging });

/** One page of a list whose next page has no address of its own: searches, version 4 of associations. */
export const plainPage = (items, more = {}) => shape({ results: list(items), ...more }, { paging: pagingWithoutLink });

/** A list that has no pages. */
export const all = (items) => shape({ results: list(items) });

const done = (items) => ({ status: { const: "COMPLETE" }, results: list(items), startedAt: time, completedAt: time });
const batchError = shape(
  { status: { const: "error" }, category: text, message: text, context: mapOf(list(text)) },
  { subCategory: text },
);

/** What a batch answers when all went well: it does not mention errors. */
export const batch = (items) => shape(done(items));

/** What a batch answers with 207. */
export const partly = (items) =>
  shape({ ...done(items), numErrors: { type: "integer", minimum: 1 }, errors: list(batchError) });
