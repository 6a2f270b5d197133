import type { CommandLine, Piece, VariableUse, Word } from "./script.ts";
import { isKnown, type Part, type ResolvedWord, tokenAt, type ValuePart } from "./values.ts";
import { inLetters, shown, type UseSite, type Variables } from "./variables.ts";

/** The words of a command as the shell would hand them over, as far as that can be known. */
export function resolveWords(command: CommandLine, variables: Variables): ResolvedWord[] {
  return command.words.flatMap((word) => resolveWord(word, command, variables));
}

function resolveWord(word: Word, use: UseSite, variables: Variables): ResolvedWord[] {
  const [only] = word.pieces;
  if (word.pieces.length === 1 && only?.form === "variable" && (only.every || !only.quoted)) {
    return expand(word, only, use, variables);
  }
  const parts = word.pieces.flatMap((piece) => partsOf(piece, use, variables));
  return [{ source: use.source, from: word.from, to: word.to, parts, quoted: word.quoted }];
}

/** A variable that stands alone becomes as many words as its value has, as in `az … $options`. */
function expand(word: Word, piece: VariableUse, use: UseSite, variables: Variables): ResolvedWord[] {
  const value = variables.valueOfPiece(piece, use);
  const words = value.items.flatMap((item) => {
    const parts = inLetters(item, piece.letters);
    return piece.quoted || value.array ? [parts] : splitAtBlanks(parts);
  });
  return words.map((parts) => ({
    source: use.source,
    from: word.from,
    to: word.to,
    parts: parts.map((part) => placed(part, piece)),
    quoted: piece.quoted,
  }));
}

function splitAtBlanks(parts: readonly ValuePart[]): ValuePart[][] {
  const words: ValuePart[][] = [];
  let open: ValuePart[] | undefined;
  for (const part of parts) {
    if (!isKnown(part)) {
      open ??= startWord(words);
      open.push(part);
      continue;
    }
    for (const [index, text] of part.text.split(/[ \t\r\n]+/).entries()) {
      if (index > 0) open = undefined;
      if (text === "") continue;
      open ??= startWord(words);
      open.push({ text, trail: part.trail });
    }
  }
  return words;
}

function startWord(words: ValuePart[][]): ValuePart[] {
  const word: ValuePart[] = [];
  words.push(word);
  return word;
}

function partsOf(piece: Piece, use: UseSite, variables: Variables): Part[] {
  const { from, to } = piece;
  if (piece.form === "literal")
    return [{ text: piece.text, trail: [], from, to, exact: piece.text.length === to - from }];
  if (piece.form === "opaque") {
    const token = tokenAt(use.source, from);
    return [{ why: piece.why, token, trail: [], many: piece.many, from, to }];
  }
  const value = variables.valueOfPiece(piece, use);
  if (value.array && value.items.length > 1) {
    const why = `${shown(piece.name)} is an array`;
    return [{ why, token: tokenAt(use.source, from), trail: [], many: !piece.quoted, from, to }];
  }
  return inLetters(value.items.flat(), piece.letters).map((part) => placed(part, piece));
}

function placed(part: ValuePart, piece: Piece): Part {
  const { from, to } = piece;
  return isKnown(part) ? { ...part, from, to, exact: false } : { ...part, from, to };
}
