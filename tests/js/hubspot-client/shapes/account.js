import { all, flag, id, list, milliseconds, oneOf, page, shape, text, time, whole } from "./values.js";

const team = shape({ id, name: text, primary: flag });
const owner = shape({
  id,
  email: text,
  type: oneOf("PERSON", "QUEUE"),
  firstName: text,
  lastName: text,
  // The same person has another id as a user, and there it is a number.
  userId: whole,
  userIdIncludingInactive: whole,
  createdAt: time,
  updatedAt: time,
  archived: flag,
  teams: list(team),
});
const user = shape({
  id,
  email: text,
  firstName: text,
  lastName: text,
  roleIds: list(id),
  superAdmin: flag,
  primaryTeamId: id,
});
const account = {
  portalId: whole,
  accountType: oneOf("STANDARD", "DEVELOPER_TEST", "SANDBOX", "APP_DEVELOPER"),
  timeZone: text,
  utcOffset: { type: "string", pattern: "^[+-]\\d\\d:\\d\\d$" },
  utcOffsetMilliseconds: whole,
};
const usage = (when) =>
  shape({
    name: text,
    usageLimit: whole,
    currentUsage: whole,
    collectedAt: when,
    fetchStatus: oneOf("SUCCESS"),
    resetsAt: when,
  });

export const accountRoutes = {
  "GET /crm/v3/owners": { 200: page(owner), fails: [400] },
  "GET /crm/v3/owners/{ownerId}": { 200: owner, fails: [400, 404] },
  "GET /settings/v3/users": { 200: page(user), fails: [400] },
  "GET /settings/v3/users/{userId}": { 200: user, fails: [400, 404] },
  "GET /settings/v3/users/teams": {
    200: all(shape({ id, name: text, userIds: list(id), secondaryUserIds: list(id) })),
  },
  "GET /settings/v3/users/roles": { 200: all(shape({ id, name: text, requiresBillingWrite: flag })) },
  "GET /account-info/v3/details": {
    200: shape({
      ...account,
      companyCurrency: text,
      additionalCurrencies: list(text),
      uiDomain: text,
      dataHostingLocation: text,
    }),
  },
  "GET /account-info/v3/api-usage/daily/private-apps": { 200: all(usage(time)) },
  "GET /integrations/v1/me": { 200: shape({ ...account, currency: text }) },
  "GET /integrations/v1/limit/daily": { 200: list(usage(milliseconds)) },
  "GET /calling/v1/dispositions": {
    200: list(shape({ id: { type: "string", pattern: "^[0-9a-f-]{36}$" }, label: text, deleted: flag })),
  },
};
