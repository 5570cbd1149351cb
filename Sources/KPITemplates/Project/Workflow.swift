extension CompanyTexts {
  /// The check on every change, as GitHub runs it.
  static let workflow = """
    # Checks the specification on every change: layout, findings, tests, and what the change does to the numbers.
    # Findings appear on the changed lines, the rest in the summary of the run.
    #
    # Set the variable KPI_REPOSITORY (Settings, Secrets and variables, Actions, Variables) to the repository that
    # has the source of kpi, such as `owner/kpi`. It is built once and kept.
    name: kpi

    on:
      push:
        branches: [main]
      pull_request:

    permissions:
      contents: read

    jobs:
      kpi:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with:
              # The change is compared with the commit that it began at.
              fetch-depth: 0
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.KPI_REPOSITORY }}
              path: .kpi-source
          - uses: ./.kpi-source/.github/actions/kpi
            with:
              # The sample data ends on this day; with your own data, take the line out.
              as-of: "2026-10-31"

    """
}
