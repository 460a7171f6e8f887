import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with `N passed, N failed`, which needs no knowledge of vitest to be read. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const count = (state: string) => states.filter((each) => each === state).length;
    console.log(`${count("passed")} passed, ${count("failed") + broken} failed`);
  }
}
