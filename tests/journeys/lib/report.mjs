// Counts checks and prints one line for each.
export class Report {
  passed = 0;
  failed = 0;

  check(name, problems) {
    const list = [problems].flat().filter(Boolean);
    if (list.length === 0) {
      this.passed += 1;
      console.log(`ok    ${name}`);
      return true;
    }
    this.failed += 1;
    console.log(`FAIL  ${name}`);
    for (const problem of list) console.log(`        ${String(problem).replaceAll("\n", "\n        ")}`);
    return false;
  }

  // A step that throws is a failed check; one that returns problems too.
  async step(name, run) {
    try {
      return this.check(name, await run());
    } catch (error) {
      return this.check(name, error.stack ?? error);
    }
  }

  summary() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
