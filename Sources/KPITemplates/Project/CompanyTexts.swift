/// What every new project says, whatever its departments.
enum CompanyTexts {
  /// The company's own file, with the perspectives that are used.
  static func company(with perspectives: [String]) -> String {
    ([company] + perspectives).joined(separator: "\n\n") + "\n"
  }

  private static let company = """
    en: /// The whole of it: who we are, what we are here for, and by which calendar we count.
    vi: /// Tổng quan: chúng ta là ai, tồn tại vì điều gì, và tính theo lịch nào.
    company "«Your company|Công ty của bạn»" {
      mission «"To be decided: what your company is there for, in one sentence."|"Sẽ bổ sung: công ty tồn tại vì điều gì, trong một câu."»
      currency ¤
      timezone "«UTC|Asia/Ho_Chi_Minh»"
      week starts monday
      fiscal starts january
      lint {
    en:     // Examples raise no findings in this profile. When owners and targets are yours, take the line out.
    vi:     // Chế độ này bỏ qua các giá trị ví dụ. Khi người phụ trách và mục tiêu đã là của bạn, hãy xóa dòng này.
        profile starter
      }
    }
    """

  /// From the top of the strategy to its roots.
  static let perspectives: [(name: String, text: String)] = [
    (
      "financial",
      """
      perspective financial "«Financial|Tài chính»" {
        label
        asks «"What do the owners expect of us?"|"Chủ sở hữu mong đợi điều gì ở chúng ta?"»
      }
      """
    ),
    (
      "customer",
      """
      perspective customer "«Customer|Khách hàng»" {
        label
        asks «"Whom do we serve, and what do they value?"|"Chúng ta phục vụ ai, và họ coi trọng điều gì?"»
      }
      """
    ),
    (
      "process",
      """
      perspective process "«Internal process|Quy trình nội bộ»" {
        label
        asks «"What must we do well for them?"|"Chúng ta phải làm tốt điều gì cho họ?"»
      }
      """
    ),
    (
      "learning",
      """
      perspective learning "«Learning and growth|Học hỏi và phát triển»" {
        label
        asks «"Which people, skills and tools does that take?"|"Điều đó cần con người, kỹ năng và công cụ nào?"»
      }
      """
    ),
  ]
}
