import { describe, expect, test } from "vitest";
import { bodyOf, declarationsOf, entryAt, onlyDeclaration, textAt } from "./reading.ts";

const file = "README.md";

function names(text: string): unknown[] {
  return declarationsOf(text, file).map((declaration) => bodyOf(declaration).name);
}

function fence(tag: string, ...lines: string[]): string {
  return ["Text.", "", `\`\`\`${tag}`, ...lines, "```", ""].join("\n");
}

const create = "az ml compute create -n";

describe("blocks of commands are read", () => {
  test.each([
    ["bash"],
    ["sh"],
    ["shell"],
    ["Bash"],
    ["azurecli"],
    ["azurecli-interactive"],
    ["console"],
    ["powershell"],
    ["{.bash}"],
    ["bash title=x"],
    [" bash"],
    ["cli"],
    [""],
    ["text"],
  ])("tagged %j", (tag) => {
    expect(names(fence(tag, `${create} a`))).toEqual(["a"]);
  });
});

describe("what is no block of commands is not", () => {
  test.each([
    ["another language", fence("python", `${create} a`)],
    ["output", fence("output", `${create} a`)],
    ["an untagged block that starts with something else", fence("", "Output:", `${create} a`)],
    ["prose", `Run ${create} a`],
    ["code in a line", `Run \`${create} a\` or \`\`\`${create} b\`\`\``],
    ["an indented line", `    ${create} a`],
  ])("%s", (_, text) => {
    expect(names(text)).toEqual([]);
  });
});

test("blocks in lists, in quotes and between tildes", () => {
  const text = [
    "1. One",
    "   ```bash",
    `   ${create} a`,
    "   ```",
    "> ```bash",
    `> ${create} b \\`,
    ">   --size s",
    "> ```",
    "~~~~bash",
    `${create} c`,
    "```",
    "~~~",
    `${create} d`,
    "~~~~",
    "- ```bash",
    `  ${create} e`,
    "  ```",
  ].join("\n");
  expect(names(text)).toEqual(["a", "b", "c", "d", "e"]);
  const quoted = declarationsOf(text, file)[1]!;
  expect(textAt({ [file]: text }, entryAt(quoted, "size").value.at)).toBe("s");
});

test("a block that is never closed reaches to the end", () => {
  expect(names(`\`\`\`bash\n${create} a`)).toEqual(["a"]);
});

describe("of a console only what is typed counts", () => {
  test.each([
    ["$", ["$ az ml compute create \\", "    -n a", "az ml compute create -n output", "$ az ml compute create -n b"]],
    ["a name", ["me@host:~/x$ az ml compute create -n a", "{}", "me@host:~/x$ az ml compute create -n b"]],
    ["PowerShell's", ["PS C:\\> az ml compute create -n a", "done", "PS C:\\> az ml compute create -n b"]],
  ])("prompt %s", (_, lines) => {
    expect(names(fence("console", ...lines))).toEqual(["a", "b"]);
  });
});

test.each([["<name>"], ["<a longer name>"], ["{name}"], ["[cluster name]"], ['"<name>"'], ["<NAME_HERE>"]])(
  "a placeholder is unknown: %s",
  (written) => {
    const placeholder = written.replaceAll('"', "");
    expect(names(fence("bash", `${create} ${written} --size s`))).toEqual([`? ${placeholder} is a placeholder`]);
  },
);

test("variables reach from one block to the next", () => {
  expect(names(`${fence("bash", "export N=a")}${fence("bash", `${create} $N`)}`)).toEqual(["a"]);
});

test("blocks that disagree leave a variable unknown", () => {
  const text = `${fence("bash", "N=a")}${fence("bash", "N=b")}${fence("bash", `${create} $N`)}`;
  expect(names(text)).toEqual(["? $N is set in several ways"]);
});

test("a command in documentation is only an example", () => {
  expect(onlyDeclaration(fence("bash", `${create} a`), file).existence).toEqual({
    certain: false,
    why: "a command in documentation may never run",
  });
});

test("a synopsis and a call for help run nothing", () => {
  expect(names(fence("azurecli", "az ml compute create --name", "[--size]"))).toHaveLength(1);
  expect(names(fence("azurecli", "az ml compute create --name x [--size]"))).toEqual([]);
  expect(names(fence("azurecli", "az ml compute create --help"))).toEqual([]);
});

test("an abridged command may hold more than it shows", () => {
  const declaration = onlyDeclaration(fence("bash", "az ml compute create -n a ..."), file);
  expect(bodyOf(declaration)).toMatchObject({ name: "a", size: "? the command is abridged" });
});

test("places are those of the Markdown file", () => {
  const text = fence("bash", "az ml compute create \\", '  --name "a" \\', "  --size Standard_DS3_v2");
  const declaration = onlyDeclaration(text, file);
  const size = entryAt(declaration, "size");
  expect(size.value.at.start).toEqual({ line: 6, column: 10 });
  expect(textAt({ [file]: text }, size.value.at)).toBe("Standard_DS3_v2");
  expect(textAt({ [file]: text }, size.key)).toBe("--size");
  expect(textAt({ [file]: text }, entryAt(declaration, "name").value.at)).toBe("a");
  expect(textAt({ [file]: text }, declaration.header)).toBe("az ml compute create \\");
});
