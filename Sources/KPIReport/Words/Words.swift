import KPIText

/// What pages say by themselves, in every language; a text that is added is added here.
enum Words {
  // MARK: The frame
  static let scorecard = Wording(en: "Scorecard", vi: "Bảng điểm KPI")
  static let summary = Wording(en: "Summary", vi: "Tổng quan")
  static let skip = Wording(en: "Skip to the content", vi: "Đến nội dung chính")
  static let asOf = Wording(en: "As of", vi: "Tính đến")
  static let pages = Wording(en: "Pages", vi: "Các trang")
  static let footer = Wording(
    en:
      "Every number is computed from the specification and its data; the same files and day give the same page.",
    vi:
      "Mọi con số đều được tính từ bản đặc tả và dữ liệu; cùng tệp và cùng ngày luôn cho cùng một trang."
  )

  // MARK: The summary
  static let mission = Wording(en: "Mission", vi: "Sứ mệnh")
  static let standing = Wording(en: "Where we stand", vi: "Tình hình chung")
  static let attention = Wording(en: "Needs attention", vi: "Cần chú ý")
  static let andAlso = Wording(en: "Also at risk", vi: "Cũng có rủi ro")
  static let against = Wording(en: "against", vi: "so với")
  static let nothingMissed = Wording(
    en: "No KPI that was judged misses its target.",
    vi: "Không có KPI nào đã đánh giá mà chưa đạt mục tiêu.")
  static let strategyMap = Wording(en: "Strategy map", vi: "Bản đồ chiến lược")
  static let mapHint = Wording(
    en: "Arrows lead from a cause up to what it drives. The KPIs in a box measure its objective.",
    vi:
      "Mũi tên đi từ nguyên nhân lên kết quả mà nó thúc đẩy. Các KPI trong ô đo lường mục tiêu đó.")
  static let allKPIs = Wording(en: "All KPIs", vi: "Tất cả KPI")
  static let departments = Wording(en: "Departments", vi: "Phòng ban")
  static let owners = Wording(en: "Owners", vi: "Người phụ trách")
  static let freshness = Wording(en: "Data freshness", vi: "Độ mới của dữ liệu")
  static let unassigned = Wording(en: "Without a department", vi: "Chưa thuộc phòng ban")

  // MARK: Tables
  static let kpi = Wording(en: "KPI", vi: "KPI")
  static let department = Wording(en: "Department", vi: "Phòng ban")
  static let owner = Wording(en: "Owner", vi: "Người phụ trách")
  static let period = Wording(en: "Period", vi: "Kỳ")
  static let value = Wording(en: "Value", vi: "Giá trị")
  static let target = Wording(en: "Target", vi: "Mục tiêu")
  static let threshold = Wording(en: "Threshold", vi: "Ngưỡng chấp nhận")
  static let stretch = Wording(en: "Stretch", vi: "Mức phấn đấu")
  static let status = Wording(en: "Status", vi: "Trạng thái")
  static let attained = Wording(en: "Attained", vi: "Mức đạt")
  static let trend = Wording(en: "History", vi: "Diễn biến")
  static let change = Wording(en: "Change", vi: "Thay đổi")
  static let filter = Wording(en: "Filter", vi: "Lọc")
  static let filterHint = Wording(
    en: "Name, department, owner…", vi: "Tên, phòng ban, người phụ trách…")
  static let every = Wording(en: "All", vi: "Tất cả")
  static let shown = Wording(en: "shown", vi: "dòng")
  static let nothingFound = Wording(en: "Nothing matches.", vi: "Không có dòng nào phù hợp.")
  static let group = Wording(en: "Group", vi: "Nhóm")
  static let withoutGroup = Wording(en: "(none)", vi: "(không có)")

  // MARK: A KPI
  static let history = Wording(en: "Value against target", vi: "Giá trị so với mục tiêu")
  static let historyTable = Wording(en: "The numbers behind the chart", vi: "Số liệu của biểu đồ")
  static let noHistory = Wording(
    en: "There are no values to draw yet.", vi: "Chưa có giá trị nào để vẽ.")
  static let running = Wording(en: "Still running", vi: "Kỳ đang chạy")
  static let missing = Wording(en: "No value", vi: "Không có giá trị")
  static let acceptable = Wording(
    en: "Between target and threshold", vi: "Giữa mục tiêu và ngưỡng")
  static let dueByNow = Wording(en: "Due by now", vi: "Cần đạt đến nay")
  static let onPaceFor = Wording(en: "On pace for", vi: "Dự kiến cả kỳ")
  static let brokenDown = Wording(en: "Broken down", vi: "Phân tích theo nhóm")
  static let by = Wording(en: "By", vi: "Theo")
  static let targetsApart = Wording(
    en: "Groups and other targets", vi: "Nhóm và các mục tiêu khác")
  static let whenMissed = Wording(
    en: "What to do when it is missed", vi: "Việc cần làm khi chưa đạt")
  static let whenOffTrack = Wording(en: "When off track", vi: "Khi chưa đạt")
  static let whenAtRisk = Wording(en: "When at risk", vi: "Khi có rủi ro")
  static let doNow = Wording(
    en: "Agreed beforehand, due now", vi: "Đã thống nhất trước, cần làm ngay")
  static let noAction = Wording(
    en: "No action was agreed beforehand.", vi: "Chưa thống nhất trước hành động nào.")
  static let definition = Wording(en: "Definition", vi: "Định nghĩa")
  static let formula = Wording(en: "Formula", vi: "Công thức")
  static let computedAs = Wording(en: "Computed as", vi: "Được tính là")
  static let inWords = Wording(en: "In words", vi: "Diễn giải")
  static let lineage = Wording(en: "Where the number comes from", vi: "Nguồn gốc con số")
  static let usesMetrics = Wording(en: "Uses", vi: "Dùng")
  static let usedBy = Wording(en: "Used by", vi: "Được dùng trong")
  static let reads = Wording(en: "Reads", vi: "Đọc từ")
  static let declaredIn = Wording(en: "Declared in", vi: "Khai báo tại")
  static let accountability = Wording(en: "Accountability", vi: "Trách nhiệm")
  static let asks = Wording(en: "Question", vi: "Câu hỏi")
  static let judged = Wording(en: "Judged", vi: "Đánh giá")
  static let review = Wording(en: "Review", vi: "Rà soát")
  static let lastReview = Wording(en: "last on", vi: "lần gần nhất")
  static let nextReview = Wording(en: "next due", vi: "lần tới")
  static let overdue = Wording(en: "overdue since", vi: "quá hạn từ")
  static let neverReviewed = Wording(en: "not reviewed yet", vi: "chưa rà soát lần nào")
  static let balancedBy = Wording(en: "Kept honest by", vi: "Được cân bằng bởi")
  static let nature = Wording(en: "Kind", vi: "Loại")
  static let leading = Wording(
    en: "leading: tells what comes", vi: "dẫn dắt: báo trước điều sắp tới")
  static let lagging = Wording(
    en: "lagging: tells what has been", vi: "kết quả: cho biết điều đã qua")
  static let benchmark = Wording(en: "Benchmark", vi: "Mức tham chiếu")
  static let expires = Wording(en: "Valid until", vi: "Có hiệu lực đến")
  static let serves = Wording(en: "Serves", vi: "Phục vụ mục tiêu")
  static let initiatives = Wording(en: "Initiatives", vi: "Sáng kiến")
  static let initiative = Wording(en: "Initiative", vi: "Sáng kiến")
  static let improves = Wording(en: "Improves", vi: "Cải thiện")
  static let due = Wording(en: "Due", vi: "Hạn")
  static let state = Wording(en: "State", vi: "Tình trạng")
  static let noInitiative = Wording(
    en: "No initiative improves it.", vi: "Chưa có sáng kiến nào cải thiện KPI này.")
  static let past = Wording(en: "past due", vi: "đã quá hạn")

  // MARK: The strategy
  static let perspective = Wording(en: "Perspective", vi: "Viễn cảnh")
  static let objective = Wording(en: "Objective", vi: "Mục tiêu chiến lược")
  static let drives = Wording(en: "Drives", vi: "Thúc đẩy")
  static let measuredBy = Wording(en: "Measured by", vi: "Đo bằng")
  static let mapTable = Wording(en: "The map as a table", vi: "Bản đồ dưới dạng bảng")
  static let offTheMap = Wording(en: "Outside the perspectives", vi: "Ngoài các viễn cảnh")

  static let score = Wording(en: "Score", vi: "Điểm")
  static let scores = Wording(en: "Scorecards", vi: "Thẻ điểm")
  static let ofTarget = Wording(en: "of the whole", vi: "so với mức trọn vẹn")
  static let noScore = Wording(en: "no score", vi: "chưa có điểm")
  static let covered = Wording(
    en: "of the weight has a score of its own", vi: "trọng số có điểm riêng")
  static let members = Wording(en: "What it is made of", vi: "Điểm gồm những gì")
  static let member = Wording(en: "Member", vi: "Thành phần")
  static let weight = Wording(en: "Weight", vi: "Trọng số")
  static let forReader = Wording(en: "For", vi: "Dành cho")
  static let okrs = Wording(
    en: "Objectives and key results", vi: "Mục tiêu và kết quả then chốt (OKR)")
  static let keyResult = Wording(en: "Key result", vi: "Kết quả then chốt")
  static let from = Wording(en: "From", vi: "Từ")
  static let to = Wording(en: "To", vi: "Đến")
  static let now = Wording(en: "Now", vi: "Hiện tại")
  static let grade = Wording(en: "Grade", vi: "Điểm (0–1)")
  static let committed = Wording(en: "committed", vi: "cam kết")
  static let aspirational = Wording(en: "aspirational", vi: "khát vọng")
  static let timeGone = Wording(en: "of the time is over", vi: "thời gian đã qua")
  static let assumptions = Wording(en: "Assumptions", vi: "Giả định")
  static let assumption = Wording(en: "Assumption", vi: "Giả định")
  static let restsOn = Wording(en: "Rests on it", vi: "Dựa vào đó")
  static let holds = Wording(en: "Holds", vi: "Còn đúng")
  static let expired = Wording(en: "Expired", vi: "Hết hạn")
  static let broken = Wording(en: "Broken", vi: "Không còn đúng")
  static let until = Wording(en: "Until", vi: "Đến ngày")

  // MARK: Data
  static let table = Wording(en: "Table", vi: "Bảng")
  static let file = Wording(en: "From", vi: "Nguồn")
  static let lastRow = Wording(en: "Last row", vi: "Dòng mới nhất")
  static let usedForKPIs = Wording(en: "KPIs", vi: "KPI")
  static let upToDate = Wording(en: "Up to date", vi: "Cập nhật")
  static let behind = Wording(en: "No recent rows", vi: "Không có dòng mới")
  static let notJudged = Wording(en: "Not judged", vi: "Không đánh giá")
  static let undated = Wording(en: "Not dated", vi: "Không có ngày")
  static let behindHint = Wording(
    en:
      "A table has no recent rows when the latest complete period of a KPI that counts them has none.",
    vi: "Một bảng không có dòng mới khi kỳ hoàn tất gần nhất của một KPI đếm nó không có dòng nào.")

  /// The perspectives that exist without being declared.
  static let perspectives: [String: (label: Wording, question: Wording)] = [
    "financial": (
      Wording(en: "Financial", vi: "Tài chính"),
      Wording(en: "What do the owners expect of us?", vi: "Chủ sở hữu kỳ vọng gì ở chúng ta?")
    ),
    "customer": (
      Wording(en: "Customer", vi: "Khách hàng"),
      Wording(
        en: "Whom do we serve, and what do they value?",
        vi: "Chúng ta phục vụ ai, và họ coi trọng điều gì?")
    ),
    "process": (
      Wording(en: "Internal process", vi: "Quy trình nội bộ"),
      Wording(
        en: "What must we do well to create that value?",
        vi: "Chúng ta phải làm tốt điều gì để tạo ra giá trị đó?")
    ),
    "learning": (
      Wording(en: "Learning and growth", vi: "Học hỏi và phát triển"),
      Wording(
        en: "Which people, skills and systems do we need for it?",
        vi: "Chúng ta cần con người, kỹ năng và hệ thống nào?")
    ),
  ]
}
