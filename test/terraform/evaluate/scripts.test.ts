import { expect, test } from "vitest";
import { parse, shown } from "./parse.ts";

const files = (command: string, more = "") => ({
  "main.tf": `variable "name" {}\nresource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = ${command}\n${more}  }\n}\n`,
  "dev.tfvars": 'name = "d"\n',
  "prod.tfvars": 'name = "p"\n',
});

test("the command of local-exec is a script that stands in the file", async () => {
  const { embedded } = await parse(files('"az ml list"'));
  expect(embedded.map(({ shell, environment, text }) => [shell, environment, text.text])).toEqual([
    ["bash", undefined, "az ml list"],
  ]);
  expect(shown(embedded[0]!.text.place(3, 5))).toBe("main.tf:4:19");
});

test("a script differs between environments where its variables do", async () => {
  const { embedded } = await parse(files('"az ml show -n ${var.name}"'));
  expect(embedded.map(({ environment, text }) => [environment, text.text])).toEqual([
    ["dev", "az ml show -n d"],
    ["prod", "az ml show -n p"],
  ]);
});

test("self is the resource", async () => {
  const text =
    'resource "azurerm_x" "x" {\n  name = "n"\n  provisioner "local-exec" {\n    command = "az ml show -n ${self.name} ${self.id}"\n  }\n}\n';
  const { embedded } = await parse({ "main.tf": text });
  expect(embedded[0]!.text.text).toBe("az ml show -n n ${TERRAFORM_VALUE}");
});

test("what is unknown is a variable of the shell", async () => {
  const { embedded } = await parse(files('"az ml show -n ${azurerm_x.x.id} -g g"'));
  expect(embedded[0]!.text.text).toBe("az ml show -n ${TERRAFORM_VALUE} -g g");
  const at = embedded[0]!.text.text.indexOf("-g");
  expect(shown(embedded[0]!.text.place(at, at + 2))).toBe("main.tf:4:48");
});

test("the lines of a heredoc keep their places", async () => {
  const { embedded } = await parse(files("<<-EOT\n      az ml list\n      az ml show -n ${var.name} -g g\n    EOT"));
  const { text } = embedded[0]!;
  expect(text.text).toBe("az ml list\naz ml show -n d -g g\n");
  const at = text.text.indexOf("-g");
  expect([shown(text.place(0, 2)), shown(text.place(11, 13)), shown(text.place(at, at + 2))]).toEqual([
    "main.tf:5:7",
    "main.tf:6:7",
    "main.tf:6:33",
  ]);
});

test("an interpreter says that the script is PowerShell", async () => {
  const { embedded } = await parse(files('"az ml list"', '    interpreter = ["pwsh", "-Command"]\n'));
  expect(embedded[0]!.shell).toBe("powershell");
});
