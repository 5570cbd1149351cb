/// What goes with the specification: a page for the department head and the check on every change.
extension Shop {
  static let readme = """
    # Lantern Roastery's KPIs

    This folder says which numbers run the shop, how each is computed from which data, who answers for it,
    and what value is expected by when. The program `kpi` reads it. The shop and its rows are invented: change
    them into yours.

    | file | says | who changes it |
    | --- | --- | --- |
    | `company.kpi` | the company, its calendar, owners, departments and objectives | the management |
    | `data.kpi` | which files hold the rows, and what each column means | whoever exports the data |
    | `sales.kpi` | the metrics and the six KPIs with their targets | the department heads |
    | `tests.kpi` | a few rows, and what the numbers must be for them | whoever changes a formula |
    | `data/` | orders and customers from May 2025 to October 2026 | the export |

    ## Every day

    ```sh
    kpi check                                    # are the files right?
    kpi test                                     # do the formulas mean what they should?
    kpi status --as-of 2026-10-31                # each KPI: value, target, status
    kpi eval monthly_revenue --by month,orders.channel --as-of 2026-10-31
    kpi explain average_order                    # where does this number come from?
    ```

    `--as-of` says which day it is for the numbers, because these rows end on 2026-10-31. With your own data, leave
    it out: it is today.

    ## Changing a target

    Open `sales.kpi`, find the KPI, change the line:

    ```kpi
      target     at least 15%
    ```

    A target that changes with time keeps its past, so that last year is still judged by last year's target:

    ```kpi
      target {
        from 2026-01 at least 3000 USD
        from 2026-07 at least 3300 USD
      }
    ```

    After a review, put its date in the `review` line. Then run `kpi check`; a mistake is shown with its place and
    what to write instead.

    ## Your own data

    Put an export into `data/`, run `kpi table data/FILE.csv`, and paste what it prints into `data.kpi`. Columns that
    are named otherwise in the export keep their name there: `amount: USD from "Order total"`.

    """

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
