import { list, mapOf, shape, text } from "./values.js";

// The error envelope, by status: some have parts that others never have.

export const uuid7 = {
  type: "string",
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
};
const context = mapOf(list(text));
const detail = shape({ message: text }, { code: text, context });
const envelope = (required, optional = {}) =>
  shape({ status: { const: "error" }, message: text, correlationId: uuid7, ...required }, optional);
const category = (...names) => ({ category: { enum: names } });

export const errors = {
  // What could not be parsed has no category.
  400: envelope({}, { ...category("VALIDATION_ERROR"), context, errors: list(detail) }),
  401: envelope(category("INVALID_AUTHENTICATION", "EXPIRED_AUTHENTICATION"), { context }),
  403: envelope({ ...category("MISSING_SCOPES"), errors: list(detail), links: mapOf(text) }),
  // An unknown record has no category, an id that can be none has one.
  404: envelope({}, { ...category("OBJECT_NOT_FOUND"), context }),
  409: envelope(category("CONFLICT")),
  429: envelope({
    errorType: { const: "RATE_LIMIT" },
    policyName: { enum: ["SECONDLY", "TEN_SECONDLY_ROLLING", "DAILY"] },
  }),
};

/** OAuth's routes answer in OAuth's style and HubSpot's at once. */
export const oauthError = shape({
  error: text,
  error_description: text,
  status: text,
  message: text,
  correlationId: uuid7,
});
