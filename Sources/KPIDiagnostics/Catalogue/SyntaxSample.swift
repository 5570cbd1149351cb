/// Pieces that examples about syntax begin with.
enum SyntaxSample {
  static let orders = """
    table orders from "data/orders.csv" {
      order_id:   text key
      ordered_at: date time
      status:     text in ("paid", "refunded")
      amount:     number
    }


    """

  static let revenue =
    orders + """
      metric revenue = sum(orders.amount)


      """

  static let owner = """
    owner growth "Growth team" { email "growth@sunrise.example" }


    """
}
