package import KPIModel
import KPIPlan

/// One query over a table whose rows are the cells of some groupings, and what its columns mean.
package struct CellQuery: Sendable {
  package let select: Select
  package let shape: Shape

  /// What the columns of a result mean, by their places.
  package struct Shape: Sendable {
    /// The columns that together tell which of the sets a row belongs to; empty where there is one.
    let masks: [Int]
    /// How many rows broke their declaration.
    let bad: Int?
    let sets: [Set]

    struct Set: Sendable {
      /// What `masks` are for its rows.
      let mask: [Int128]
      let bucket: Bucket?
      let keys: [Key]
      let content: Content
    }

    struct Bucket: Sendable {
      let column: Int
      /// What the stretch in it is.
      let unit: CellUnit
    }

    struct Key: Sendable {
      let column: Int
      let type: ScalarType
      let factor: Rational
    }

    enum Content: Sendable {
      case cells([Grouping])
      /// One value of an aggregate and how many rows have it.
      case values(Value)
      /// Sums of amounts of one currency on one day.
      case amounts(Amounts)
    }

    struct Grouping: Sendable {
      /// The place of the grouping in the workload.
      let place: Int
      let bucketing: Bucketing
      let filters: [Filter]
    }

    struct Filter: Sendable {
      let rows: Int
      let aggregates: [Aggregate]

      /// Whether an aggregate is the number of distinct values.
      func isCounted(_ aggregate: Int) -> Bool {
        if case .distinct = aggregates[aggregate] { true } else { false }
      }
    }

    enum Aggregate: Sendable {
      case count(Int)
      /// The number of distinct values, which cannot be put together with that of another row.
      case distinct(Int)
      case number(Int, factor: Rational)
      /// Its values are rows of another set.
      case elsewhere
    }

    struct Value: Sendable {
      let key: Key
      let rows: Int
      /// The aggregates that are made of the values: grouping, filter, aggregate.
      let targets: [Target]
    }

    struct Amounts: Sendable {
      let currency: Int
      let day: Int
      let sums: [Sum]

      struct Sum: Sendable {
        let target: Target
        let rates: RateTable
        let column: Int
        let factor: Rational
      }
    }

    struct Target: Sendable {
      let grouping: Grouping
      let filter: Int
      let aggregate: Int
    }
  }
}

/// Asks whether the rows of a table that references lead to are told apart by its key; more than one row a key would
/// multiply what refers to it.
package struct KeyQuery: Sendable {
  package let table: TableID
  /// Its one row holds the rows and the distinct keys.
  package let select: Select
}
