import { strings } from "../collections.ts";
import { nothing } from "../field.ts";
import { boolean, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

export const variable = defineMapping("variable", {
  terraform: {
    type: "variable",
    attributes: {
      name: string("name"),
      required: boolean("required"),
      sensitive: boolean("sensitive"),
      nullable: boolean("nullable"),
      assigned: boolean("assigned"),
      value: string("value"),
      failure: string("failure"),
    },
  },
  arm: {
    type: "parameter",
    attributes: {
      name: string("name"),
      required: boolean("required"),
      sensitive: boolean("sensitive"),
      nullable: boolean("nullable"),
      assigned: boolean("assigned"),
      value: string("value"),
      failure: nothing(),
    },
  },
});

export const assignment = defineMapping("assignment", {
  terraform: {
    type: "assignment",
    attributes: { name: string("name"), declared: boolean("declared"), known: strings("known") },
  },
});

export const variableFile = defineMapping("variable-file", {
  terraform: { type: "variable-file", attributes: { path: string("path") } },
});
