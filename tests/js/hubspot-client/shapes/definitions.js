import { all, batch, flag, list, mapOf, oneOf, partly, shape, text, time, whole } from "./values.js";

const option = shape({ label: text, value: text, displayOrder: whole, hidden: flag }, { description: text });
const property = shape(
  {
    name: text,
    label: text,
    type: oneOf("string", "number", "date", "datetime", "enumeration", "bool", "phone_number"),
    fieldType: oneOf(
      "text",
      "textarea",
      "html",
      "phonenumber",
      "file",
      "number",
      "date",
      "select",
      "radio",
      "checkbox",
      "booleancheckbox",
      "calculation_equation",
    ),
    description: text,
    groupName: text,
    options: list(option),
    displayOrder: whole,
    calculated: flag,
    externalOptions: flag,
    hasUniqueValue: flag,
    hidden: flag,
    hubspotDefined: flag,
    formField: flag,
    modificationMetadata: shape({
      archivable: flag,
      readOnlyDefinition: flag,
      readOnlyOptions: flag,
      readOnlyValue: flag,
    }),
    createdAt: time,
    updatedAt: time,
    archived: flag,
  },
  { archivedAt: time, referencedObjectType: text },
);

/** With the parameter <c>properties</c> a client gets those fields of the definitions and no others. */
const selected = (query) => {
  const names = query.getAll("properties").flatMap((value) => value.split(","));
  if (names.length === 0) return property;
  return shape(
    Object.fromEntries(
      names.filter((name) => name in property.properties).map((name) => [name, property.properties[name]]),
    ),
  );
};

const group = shape({ name: text, label: text, displayOrder: whole, archived: flag });
const stage = shape({
  id: text,
  label: text,
  displayOrder: whole,
  metadata: mapOf(text),
  createdAt: time,
  updatedAt: time,
  archived: flag,
});
const pipeline = shape({
  id: text,
  label: text,
  displayOrder: whole,
  stages: list(stage),
  createdAt: time,
  updatedAt: time,
  archived: flag,
});

const properties = "/crm/v3/properties/{objectType}";
const pipelines = "/crm/v3/pipelines/{objectType}";

export const definitionRoutes = {
  [`GET ${properties}`]: { 200: (query) => all(selected(query)), fails: [400] },
  [`POST ${properties}`]: { 201: property, fails: [400, 409] },
  [`GET ${properties}/{propertyName}`]: { 200: selected, fails: [400, 404] },
  [`PATCH ${properties}/{propertyName}`]: { 200: property, fails: [400, 404] },
  [`DELETE ${properties}/{propertyName}`]: { 204: null, fails: [400] },
  [`POST ${properties}/batch/create`]: { 201: batch(property), 207: partly(property), fails: [400] },
  [`POST ${properties}/batch/read`]: { 200: batch(property), 207: partly(property), fails: [400] },
  [`POST ${properties}/batch/archive`]: { 204: null, fails: [400] },
  [`GET ${properties}/groups`]: { 200: all(group), fails: [400] },
  [`POST ${properties}/groups`]: { 201: group, fails: [400, 409] },
  [`GET ${properties}/groups/{groupName}`]: { 200: group, fails: [400, 404] },
  [`PATCH ${properties}/groups/{groupName}`]: { 200: group, fails: [400, 404] },
  [`DELETE ${properties}/groups/{groupName}`]: { 204: null, fails: [400] },
  [`GET ${pipelines}`]: { 200: all(pipeline), fails: [400] },
  [`GET ${pipelines}/{pipelineId}`]: { 200: pipeline, fails: [400, 404] },
  [`GET ${pipelines}/{pipelineId}/stages`]: { 200: all(stage), fails: [400, 404] },
  [`GET ${pipelines}/{pipelineId}/stages/{stageId}`]: { 200: stage, fails: [400, 404] },
};
