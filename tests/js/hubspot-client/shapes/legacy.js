import { errors, uuid7 } from "./errors.js";
import { flag, list, mapOf, milliseconds, oneOf, shape, text, whole } from "./values.js";

const head = shape(
  {
    id: whole,
    portalId: whole,
    active: flag,
    createdAt: milliseconds,
    lastUpdated: milliseconds,
    type: oneOf("CALL", "NOTE", "TASK", "MEETING", "EMAIL"),
    timestamp: milliseconds,
  },
  { createdBy: whole, modifiedBy: whole, ownerId: whole },
);
// Ids and times are numbers, and no list of records is ever absent.
const engagement = shape({
  engagement: head,
  associations: shape(
    Object.fromEntries(
      ["contactIds", "companyIds", "dealIds", "ownerIds", "workflowIds", "ticketIds", "contentIds"].map((name) => [
        name,
        list(whole),
      ]),
    ),
  ),
  attachments: list(shape({ id: whole })),
  metadata: { type: "object", additionalProperties: { type: ["string", "number"] } },
});
const engagements = shape({ results: list(engagement), hasMore: flag, offset: whole });
const recent = shape({ results: list(engagement), hasMore: flag, offset: whole, total: whole });
const owner = shape({
  portalId: whole,
  ownerId: whole,
  type: oneOf("PERSON"),
  firstName: text,
  lastName: text,
  email: text,
  createdAt: milliseconds,
  updatedAt: milliseconds,
  activeUserId: whole,
  userIdIncludingInactive: whole,
  isActive: flag,
});

// Contacts of version 1 have hyphens in their names.
const profileVersion = shape(
  { value: text, "source-type": text, timestamp: milliseconds, selected: flag },
  { "source-id": text },
);
const identity = shape({ type: oneOf("EMAIL"), value: text, timestamp: milliseconds, "is-primary": flag });
const none = { ...list({}), maxItems: 0 };
const contact = shape({
  vid: whole,
  "canonical-vid": whole,
  "merged-vids": list(whole),
  "portal-id": whole,
  "is-contact": { const: true },
  properties: { ...mapOf(shape({ value: text }, { versions: list(profileVersion) })), sortedKeys: true },
  "form-submissions": none,
  "list-memberships": none,
  "identity-profiles": list(
    shape({
      vid: whole,
      "saved-at-timestamp": milliseconds,
      "deleted-changed-timestamp": whole,
      identities: list(identity),
    }),
  ),
  "merge-audits": none,
});
const found = shape({ query: text, offset: whole, "has-more": flag, total: whole, contacts: list(contact) });
const failed = { status: { const: "error" }, message: text, correlationId: uuid7 };
const invalidContact = shape({
  ...failed,
  validationResults: list(shape({ isValid: { const: false }, message: text, error: text, name: text })),
});
const taken = shape({
  ...failed,
  identityProfile: shape({
    vid: whole,
    identity: list(shape({ value: text, type: text, timestamp: milliseconds })),
    linkedVid: list(whole),
  }),
  error: { const: "CONTACT_EXISTS" },
});
const contactErrors = { 400: { anyOf: [errors[400], invalidContact] }, 404: shape(failed), 409: taken };

const companyVersion = shape(
  { name: text, value: text, timestamp: milliseconds, source: text, sourceVid: list(whole) },
  { sourceId: text },
);
const companyProperty = shape(
  { value: text, timestamp: milliseconds, source: text, versions: list(companyVersion) },
  { sourceId: text },
);
const company = shape({
  portalId: whole,
  companyId: whole,
  isDeleted: flag,
  properties: { ...mapOf(companyProperty), sortedKeys: true },
  additionalDomains: none,
  stateChanges: none,
  mergeAudits: none,
});
const recentCompanies = shape({ results: list(company), hasMore: flag, offset: whole, total: whole });

const root = "/engagements/v1/engagements";
const contacts = "/contacts/v1/contact";
const companies = "/companies/v2/companies";
const links = "/crm-associations/v1/associations";

export const legacyRoutes = {
  [`POST ${root}`]: { 200: engagement, fails: [400] },
  [`GET ${root}/{engagementId}`]: { 200: engagement, fails: [404] },
  [`PATCH ${root}/{engagementId}`]: { 200: engagement, fails: [400, 404] },
  [`PUT ${root}/{engagementId}`]: { 200: engagement, fails: [400, 404] },
  [`DELETE ${root}/{engagementId}`]: { 204: null, fails: [404] },
  [`GET ${root}/paged`]: { 200: engagements, fails: [400] },
  [`GET ${root}/recent/modified`]: { 200: recent, fails: [400] },
  [`GET ${root}/associated/{otherType}/{otherId}/paged`]: { 200: engagements, fails: [400] },
  [`PUT ${root}/{engagementId}/associations/{otherType}/{otherId}`]: { 204: null, fails: [400, 404] },
  [`DELETE ${root}/{engagementId}/associations/{otherType}/{otherId}`]: { 204: null, fails: [400, 404] },
  "GET /owners/v2/owners": { 200: list(owner) },

  [`POST ${contacts}`]: { 200: contact, 400: contactErrors[400], 409: taken },
  [`POST ${contacts}/createOrUpdate/email/{email}`]: {
    200: shape({ vid: whole, isNew: flag }),
    400: contactErrors[400],
  },
  [`GET ${contacts}/vid/{vid}/profile`]: { 200: contact, 404: contactErrors[404] },
  [`POST ${contacts}/vid/{vid}/profile`]: { 204: null, ...contactErrors },
  [`DELETE ${contacts}/vid/{vid}`]: {
    200: shape({ vid: whole, deleted: { const: true }, reason: text }),
    404: contactErrors[404],
  },
  [`GET ${contacts}/email/{email}/profile`]: { 200: contact, 404: contactErrors[404] },
  [`POST ${contacts}/email/{email}/profile`]: { 204: null, ...contactErrors },
  [`GET ${contacts}/vids/batch`]: { 200: mapOf(contact) },
  [`GET ${contacts}/emails/batch`]: { 200: mapOf(contact) },
  "GET /contacts/v1/search/query": { 200: found, fails: [400] },

  [`POST ${companies}`]: { 200: company, fails: [400] },
  [`GET ${companies}/{companyId}`]: { 200: company, fails: [404] },
  [`PUT ${companies}/{companyId}`]: { 200: company, fails: [400, 404] },
  [`DELETE ${companies}/{companyId}`]: { 200: shape({ companyId: whole, deleted: { const: true } }), fails: [404] },
  [`GET ${companies}/paged`]: {
    200: shape({ companies: list(company), "has-more": flag, offset: whole }),
    fails: [400],
  },
  [`GET ${companies}/recent/created`]: { 200: recentCompanies, fails: [400] },
  [`GET ${companies}/recent/modified`]: { 200: recentCompanies, fails: [400] },
  [`GET ${companies}/{companyId}/vids`]: {
    200: shape({ vids: list(whole), vidOffset: whole, hasMore: flag }),
    fails: [400, 404],
  },
  [`PUT ${companies}/{companyId}/contacts/{vid}`]: { 200: company, fails: [404] },
  [`DELETE ${companies}/{companyId}/contacts/{vid}`]: { 204: null },

  [`PUT ${links}`]: { 204: null, fails: [400] },
  [`PUT ${links}/create-batch`]: { 204: null, fails: [400] },
  [`PUT ${links}/delete`]: { 204: null, fails: [400] },
  [`PUT ${links}/delete-batch`]: { 204: null, fails: [400] },
};
