import { asciiMarks, plainStyle, type Style, unicodeMarks } from "../report/text/style.ts";

/** What a stream can show. */
export interface Terminal {
  readonly width: number;
  readonly codeWidth: number;
  readonly isColoured: boolean;
  readonly hasLinks: boolean;
  readonly isUnicode: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

const widestSentence = 100;
const widthWithoutTerminal = 80;
const codeWidthWithoutTerminal = 160;

/** Reads from the environment what a stream can show; `columns` is undefined when it is no terminal. */
export function terminalOf(stream: { isTTY?: boolean; columns?: number }, variables: Variables): Terminal {
  const isTerminal = stream.isTTY === true;
  const columns = isTerminal && stream.columns ? stream.columns : undefined;
  const isColoured = showsColours(isTerminal, variables);
  return {
    width: Math.max(40, Math.min(columns ?? widthWithoutTerminal, widestSentence)),
    codeWidth: Math.max(40, columns ?? codeWidthWithoutTerminal),
    isColoured,
    hasLinks: isColoured && showsLinks(isTerminal, variables),
    isUnicode: showsUnicode(variables),
  };
}

/** The style of a terminal; what draws colours is loaded only for those who see them. */
export async function styleOf(terminal: Terminal): Promise<Style> {
  const marks = terminal.isUnicode ? unicodeMarks : asciiMarks;
  if (!terminal.isColoured) return plainStyle(marks);
  const { colouredStyle } = await import("../report/text/colours.ts");
  return colouredStyle(1, terminal.hasLinks, marks);
}

function showsColours(isTerminal: boolean, variables: Variables): boolean {
  const forced = variables.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (variables.NO_COLOR) return false;
  return isTerminal && variables.TERM !== "dumb";
}

function showsLinks(isTerminal: boolean, variables: Variables): boolean {
  const forced = variables.FORCE_HYPERLINK;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (!isTerminal || variables.CI) return false;
  const programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
  return (
    programs.includes(variables.TERM_PROGRAM ?? "") ||
    variables.WT_SESSION !== undefined ||
    Number(variables.VTE_VERSION ?? 0) >= 5000 ||
    /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/.test(variables.TERM ?? "")
  );
}

function showsUnicode(variables: Variables): boolean {
  const locale = variables.LC_ALL || variables.LC_CTYPE || variables.LANG;
  if (locale) return /utf-?8/i.test(locale);
  return [variables.WT_SESSION, variables.GITHUB_ACTIONS, variables.TF_BUILD, variables.GITLAB_CI].some(Boolean);
}
