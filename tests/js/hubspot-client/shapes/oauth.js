import { errors, oauthError } from "./errors.js";
import { list, oneOf, shape, text, whole } from "./values.js";

const token = shape({ token_type: oneOf("bearer"), access_token: text, refresh_token: text, expires_in: whole });
const facts = { token: text, user: text, hub_domain: text, scopes: list(text), hub_id: whole, user_id: whole };
const access = { ...facts, app_id: whole, expires_in: whole, token_type: { const: "access" } };
const refresh = { ...facts, client_id: text, token_type: { const: "refresh" } };
const introspection = {
  anyOf: [
    shape({ ...access, active: { const: true } }),
    shape({ ...refresh, active: { const: true } }),
    shape({ active: { const: false } }),
  ],
};
// The page on which a user lets an app in sends the browser back, with nothing to read.
const back = { 302: null, 400: oauthError };

/** These routes take no credential. */
export const oauthRoutes = {
  "GET /oauth/authorize": { ...back, open: true },
  "GET /oauth/{portalId}/authorize": { ...back, 404: errors[404], open: true },
  "POST /oauth/v1/token": { 200: token, 400: oauthError, open: true },
  "POST /oauth/v3/token": { 200: token, 400: oauthError, open: true },
  "GET /oauth/v1/access-tokens/{token}": { 200: shape(access), 404: errors[404], open: true },
  "GET /oauth/v1/refresh-tokens/{token}": { 200: shape(refresh), 400: oauthError, open: true },
  "DELETE /oauth/v1/refresh-tokens/{token}": { 204: null, open: true },
  "POST /oauth/v3/introspect": { 200: introspection, open: true },
  "POST /oauth/v3/revoke": { 200: shape({}), open: true },
};
