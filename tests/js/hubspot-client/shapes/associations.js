import { link, linkedRecord } from "./objects.js";
import { all, batch, id, list, oneOf, orNull, page, partly, plainPage, shape, text, whole } from "./values.js";

const category = oneOf("HUBSPOT_DEFINED", "USER_DEFINED");
// Reading names a type otherwise than writing does, and the label of the plain one is null, not absent.
const type = shape({ category, typeId: whole, label: orNull(text) });
const spec = shape({ associationCategory: category, associationTypeId: whole });
const end = shape({ id });
// Version 4 has ids as numbers where it reads and labels, as texts where it links plainly.
const linked = shape({ toObjectId: whole, associationTypes: list(type) });
const labelled = shape({
  fromObjectTypeId: text,
  fromObjectId: whole,
  toObjectTypeId: text,
  toObjectId: whole,
  labels: list(text),
});
const plain = shape({ from: end, to: end, associationSpec: spec });
const named = shape({ from: end, to: end, type: text });

const withPaging = (items) => shape({ from: end, to: list(items) }, { paging: plainPage({}).properties.paging });
const oldPair = "/crm/v3/objects/{objectType}/{objectId}/associations/{toObjectType}";
const oldPairs = "/crm/v3/associations/{objectType}/{toObjectType}";
const pair = "/crm/v4/objects/{objectType}/{objectId}/associations";
const pairs = "/crm/v4/associations/{objectType}/{toObjectType}";

export const associationRoutes = {
  [`GET ${pair}/{toObjectType}`]: { 200: plainPage(linked), fails: [400, 404] },
  [`PUT ${pair}/{toObjectType}/{toObjectId}`]: { 201: labelled, fails: [400] },
  [`PUT ${pair}/default/{toObjectType}/{toObjectId}`]: { 200: batch(plain), fails: [400] },
  [`DELETE ${pair}/{toObjectType}/{toObjectId}`]: { 204: null, fails: [400] },
  [`POST ${pairs}/batch/create`]: { 201: batch(labelled), 207: partly(labelled), fails: [400] },
  [`POST ${pairs}/batch/associate/default`]: { 200: { anyOf: [batch(plain), partly(plain)] }, fails: [400] },
  [`POST ${pairs}/batch/read`]: { 200: batch(withPaging(linked)), 207: partly(withPaging(linked)), fails: [400] },
  [`POST ${pairs}/batch/archive`]: { 204: null, fails: [400] },
  [`POST ${pairs}/batch/labels/archive`]: { 204: null, fails: [400] },
  [`GET ${pairs}/labels`]: { 200: all(type), fails: [400] },
  [`POST ${pairs}/labels`]: { 200: all(type), fails: [400] },
  [`PUT ${pairs}/labels`]: { 204: null, fails: [400] },
  [`DELETE ${pairs}/labels/{associationTypeId}`]: { 204: null, fails: [400] },

  [`GET ${oldPair}`]: { 200: page(link), fails: [400, 404] },
  [`PUT ${oldPair}/{toObjectId}/{associationType}`]: { 200: linkedRecord, fails: [400] },
  [`DELETE ${oldPair}/{toObjectId}/{associationType}`]: { 204: null, fails: [400] },
  [`POST ${oldPairs}/batch/create`]: { 201: batch(named), 207: partly(named), fails: [400] },
  [`POST ${oldPairs}/batch/read`]: { 200: batch(withPaging(link)), 207: partly(withPaging(link)), fails: [400] },
  [`POST ${oldPairs}/batch/archive`]: { 204: null, fails: [400] },
  [`GET ${oldPairs}/types`]: { 200: all(shape({ id, name: text })), fails: [400] },
};
