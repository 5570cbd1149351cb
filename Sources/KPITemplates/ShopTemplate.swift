import KPIModel

extension Template {
  /// A small shop with a store and a web site.
  package static let shop = Template(
    name: "shop", summary: "a small shop: revenue, order value, refunds, web share, new customers",
    files: { lastDay in
      let data = ShopData(endingOn: lastDay)
      return [
        File("company.kpi", "the company, its people and departments", company),
        File("data.kpi", "the tables: what the columns of the data are", tables),
        File("sales.kpi", "the metrics, and the KPIs with targets and owners", sales(lastDay)),
        File("data/orders.csv", "sample orders of a year and a half", data.orders),
        File("data/customers.csv", "the customers who placed them", data.customers),
        File("README.md", "how to go on from here", readMe),
        File(".github/workflows/kpi.yml", "checks every change on GitHub", workflow),
      ]
    })

  private static let company = """
    /// A sample to start from: put your own company here.
    company "Corner Shop" {
      mission  "Good things within walking distance."
      currency USD
      timezone "UTC"
      week     starts monday
      fiscal   starts january
    }

    owner shop_lead "Shop lead" { email "lead@shop.example" }
    owner web_team  "Web team"  { email "web@shop.example" }

    department sales "Sales" {
      lead shop_lead
    }

    department service "Service" {
      lead shop_lead
    }

    """

  private static let tables = """
    /// Who buys, since when.
    table customers from "data/customers.csv" {
      customer_id:  text key
      signed_up_on: date time
      segment:      text in ("consumer", "business")
    }

    /// One row an order. A refunded or cancelled order brings no revenue.
    table orders from "data/orders.csv" {
      order_id:    text key
      customer_id: text -> customers
      ordered_on:  date time
      channel:     text in ("store", "web")
      status:      text in ("paid", "refunded", "cancelled")
      amount:      USD
    }

    """

  /// The KPIs, looked over at the start of the quarter and with targets in force for all of the sample.
  private static func sales(_ lastDay: Day) -> String {
    let first = Day(monthOrdinal: lastDay.monthOrdinal - 18)
    let quarter = Calendar.standard.period(.quarter, containing: lastDay)
    let review = quarter.start.text
    let start = Calendar.standard.text(
      of: Calendar.standard.period(.month, containing: first))
    let later = Calendar.standard.text(
      of: Calendar.standard.period(.month, containing: first.adding(months: 12)))
    return """
      /// Money received for paid orders.
      metric revenue = sum(orders.amount where status = "paid")

      metric paid_orders = count(orders where status = "paid")

      /// Half of the paid orders are smaller than this one.
      metric typical_order = median(orders.amount where status = "paid")

      /// Revenue of the last three months, which smooths out a single good week.
      metric revenue_last_quarter = trailing(revenue, 3 months)

      kpi revenue_growth "Revenue growth" = growth(revenue, 1 year) {
        asks       "Do we sell more than a year ago?"
        department sales
        owner      shop_lead
        every      month
        unit       percent
        target     at least 15%
        threshold  5%
        stretch    30%
        review     every quarter, last \(review)
      }

      kpi average_order_value "Average order value" = revenue / paid_orders {
        asks       "Does a sale bring enough to pay for itself?"
        department sales
        owner      shop_lead
        every      month
        target     at least 50 USD
        threshold  45 USD
        review     every quarter, last \(review)
      }

      kpi web_share "Share of the web shop" = share(orders.amount where channel = "web") {
        asks       "Do customers take to the web shop?"
        department sales
        owner      web_team
        every      month
        unit       percent
        target {
          from \(start) at least 30%
          from \(later) at least 40%
        }
        threshold  25%
        stretch    50%
        review     every quarter, last \(review)
      }

      kpi new_customers "New customers" = count(customers) {
        asks       "Do enough people find us?"
        department sales
        owner      web_team
        every      month
        target     at least 12
        threshold  8
        review     every quarter, last \(review)
      }

      kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
        asks       "Are customers happy with what they get?"
        department service
        owner      shop_lead
        every      month
        unit       percent
        target     at most 4%
        threshold  6%
        review     every quarter, last \(review)
      }

      objective happy_customers "Customers are glad they came" {
        perspective customer
        measured by refund_rate
      }

      """
  }

  private static let readMe = """
    # KPIs

    The numbers that run this business, written down so that people can read them and `kpi` can check and
    compute them:

    - `company.kpi`: the company, its people and departments
    - `data.kpi`: what the columns of the data are
    - `sales.kpi`: the metrics, and the KPIs with their targets and owners
    - `data/`: sample data; put your own exports in its place

    ```console
    kpi check                               # is everything consistent?
    kpi status                              # how does every KPI stand?
    kpi eval revenue --by month             # a metric over time
    kpi eval revenue --by month,channel     # and by channel
    kpi table data/my-export.csv            # a declaration for a file of your own
    ```

    ## From the sample to your numbers

    1. Put an export of your own into `data/`, and add what `kpi table` prints for it to `data.kpi`.
    2. Write a metric for each number you look at, and a `kpi` for each that somebody answers for.
    3. Run `kpi check` until it is content.

    `.github/workflows/kpi.yml` does the same for every pull request. It builds `kpi` from the repository that
    the variable `KPI_REPOSITORY` of your GitHub repository names.

    """

  private static let workflow = """
    name: KPIs

    on:
      push:
      pull_request:
      schedule:
        - cron: "0 6 * * 1"

    jobs:
      kpis:
        runs-on: ubuntu-latest
        container: swift:6.3
        steps:
          - uses: actions/checkout@v4
          - name: Install kpi
            env:
              KPI_REPOSITORY: ${{ vars.KPI_REPOSITORY }}
            run: |
              git clone --depth 1 "$KPI_REPOSITORY" /tmp/kpi
              swift build --package-path /tmp/kpi -c release --static-swift-stdlib
              install /tmp/kpi/.build/release/kpi /usr/local/bin/kpi
          - name: Check
            run: kpi check --format github
          - name: Status
            run: kpi status --format markdown >> "$GITHUB_STEP_SUMMARY"

    """
}
