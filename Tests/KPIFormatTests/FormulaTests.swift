import KPIDiagnostics
import KPIFormat
import Testing

/// The layout of formulas and of comments, before and after.
@Suite struct FormulaTests {
  typealias Case = DeclarationTests.Case

  @Test(arguments: formulas + longFormulas + comments)
  func layout(_ example: Case) {
    let sample = Sample(example.before)
    #expect(sample.diagnostics.map(\.message) == [])
    #expect(sample.formatted.text == example.after)
    #expect(sample.flaw == nil)
  }

  static let formulas = [
    Case(
      "operators",
      "metric m=-a+b*-( c-d )/e>=1_200_000 and not f<2 or g in(1,2) and h is   not missing",
      "metric m = -a + b * -(c - d) / e >= 1_200_000 and not f < 2 or g in (1, 2) and h is not missing\n"
    ),
    Case(
      "a short formula over several lines",
      "metric m =\n  sum( orders.amount\n    where status = \"paid\" )\n  / b",
      "metric m = sum(orders.amount where status = \"paid\") / b\n"),
    Case(
      "calls",
      "metric m = converted( visits , orders , by:visitor_id,within : 7 days )+to_date( r,fiscal year )",
      "metric m = converted(visits, orders, by: visitor_id, within: 7 days) + to_date(r, fiscal year)\n"
    ),
    Case(
      "nesting",
      "metric m = average( count( orders ) per customer_id ) - average(n per(a,b . c))",
      "metric m = average(count(orders) per customer_id) - average(n per (a, b.c))\n"),
    Case(
      "a case on one line, and one over several",
      "metric m = sum(case{when a then 1 when b then 2 else 0})\n\n"
        + "metric n = sum(case { when a\n then 1 when b then 2 else 0 })",
      """
      metric m = sum(case { when a then 1  when b then 2 else 0 })

      metric n = sum(
        case {
          when a then 1
          when b then 2
          else 0
        }
      )

      """),
    Case(
      "literals", "metric m = 1.2M   USD+50k+15%+3 months",
      "metric m = 1.2M USD + 50k + 15% + 3 months\n"),
  ]

  static let longFormulas = [
    Case(
      "one that fits a line of its own",
      """
      metric cost_of_the_goods_sold = sum(orders.quantity * orders.product.unit_cost where status = "paid")
      """,
      """
      metric cost_of_the_goods_sold =
        sum(orders.quantity * orders.product.unit_cost where status = "paid")

      """),
    Case(
      "with attributes",
      """
      kpi staff_turnover "Staff turnover of all shops" = count(employees on left_on) / standing(count(employees)) {
        owner a
      }
      """,
      """
      kpi staff_turnover "Staff turnover of all shops" =
        count(employees on left_on) / standing(count(employees))
      {
        owner a
      }

      """),
    Case(
      "before operators",
      """
      metric a_metric = first_part_of_the_revenue + second_part_of_the_revenue * share_of_that_part - third_part
      metric b_metric = first_part_of_the_revenue + sum(second_part.amount_of_money where region = "north" and segment = "enterprise") - third_part_of_the_revenue
      """,
      """
      metric a_metric =
        first_part_of_the_revenue + second_part_of_the_revenue * share_of_that_part - third_part
      metric b_metric =
        first_part_of_the_revenue
        + sum(second_part.amount_of_money where region = "north" and segment = "enterprise")
        - third_part_of_the_revenue

      """),
    Case(
      "before where, and inside parentheses",
      """
      kpi k "K" = sum(order_lines.amount_of_money where region = "north" and segment = "enterprise" or is_new_customer and channel = "web") { owner a }
      """,
      """
      kpi k "K" = sum(
        order_lines.amount_of_money
        where region = "north" and segment = "enterprise" or is_new_customer and channel = "web"
      ) {
        owner a
      }

      """),
    Case(
      "an argument a line",
      """
      metric m = converted(visits where source = "advertisement", orders where channel = "web", by: visitor_id, within: 7 days)
      """,
      """
      metric m = converted(
        visits where source = "advertisement",
        orders where channel = "web",
        by: visitor_id,
        within: 7 days
      )

      """),
    Case(
      "a long list of names",
      """
      kpi k "K" = a {
        replaces first_of_the_old_indicators, second_of_the_old_indicators, third_of_the_old_indicators, fourth
      }
      """,
      """
      kpi k "K" = a {
        replaces first_of_the_old_indicators, second_of_the_old_indicators, third_of_the_old_indicators,
          fourth
      }

      """),
  ]

  static let comments = [
    Case(
      "around declarations",
      """

      // first


      //second
      /// documents
      unit kg // trailing

      unit m//third

      // last

      """,
      """
      // first

      //second
      /// documents
      unit kg  // trailing

      unit m  //third

      // last

      """),
    Case(
      "in blocks",
      """
      table t "T" { // rows
          // before
        a: text // one


        /// documents
        long: text key // two
        // after

      } // end
      """,
      """
      table t "T" {  // rows
        // before
        a: text  // one

        /// documents
        long: text key  // two
        // after
      }  // end

      """),
    Case(
      "below each other at the ends of lines",
      "table t {\n a: text // one\n bc: text key // two\n d: text\n e: text // three\n}",
      """
      table t {
        a:  text      // one
        bc: text key  // two
        d:  text
        e:  text  // three
      }

      """),
    Case(
      "in formulas",
      """
      metric m = a // one
        + b * // two
        c
      metric n = sum( // three
        orders.amount // four
        // five
        where d
      ) // six
      kpi k "K" = a // seven
      { // eight
        owner lan // nine
      }
      """,
      """
      metric m =
        a  // one
        + b
          *  // two
            c
      metric n = sum(  // three
        orders.amount  // four
        // five
        where d
      )  // six
      kpi k "K" = a  // seven
      {  // eight
        owner lan  // nine
      }

      """),
  ]
}
