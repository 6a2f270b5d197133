import { act } from "./act.ts";

void start();

async function start(): Promise<void> {
  process.exitCode = await act();
}
