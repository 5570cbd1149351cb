/// One thing that a declaration says, so that two sides can be held against each other.
struct Fact {
  let aspect: Aspect
  /// Which of several it is: the name of a target, a group, a member.
  let detail: String?
  /// Equal where the same is meant.
  let exact: String
  /// What people read; exactly, where two facts would look alike.
  let shown: (_ isExact: Bool) -> String
  /// How it is written, for what may change its meaning without being touched; `nil` for what cannot.
  var written: String?
  /// What it rests on, all the way down to the data.
  var grounds: Set<Subject> = []
  /// What it rests on at first hand.
  var edges: Set<Subject> = []
  /// The measures of a formula.
  var measures: () -> [String] = { [] }
  /// The values of the data that it lets in.
  var admission: Admission?

  /// What is let in: a change that only lets in more leaves every number that there was.
  enum Admission {
    case anything
    case only(Set<String>)

    func includes(_ other: Admission) -> Bool {
      switch (self, other) {
      case (.anything, _): true
      case (.only, .anything): false
      case (.only(let own), .only(let others)): own.isSuperset(of: others)
      }
    }
  }

  init(_ aspect: Aspect, _ exact: String) { self.init(aspect, nil, exact) }

  init(_ aspect: Aspect, _ detail: String?, _ exact: String) {
    self.init(aspect, detail, exact: exact) { _ in exact }
  }

  init(
    _ aspect: Aspect, _ detail: String?, exact: String,
    shown: @escaping (_ isExact: Bool) -> String
  ) {
    self.aspect = aspect
    self.detail = detail
    self.exact = exact
    self.shown = shown
  }

  /// Nothing where nothing is said.
  static func optional(_ aspect: Aspect, _ exact: String?) -> [Fact] {
    exact.map { [Fact(aspect, $0)] } ?? []
  }

  struct Key: Hashable {
    let aspect: Aspect
    let detail: String?
  }

  var key: Key { Key(aspect: aspect, detail: detail) }
}
