/// What the proposed metrics are called: in the language of the table's own headers, so that a name is in one language and can
/// be read aloud.
struct MetricNaming {
  /// The table, and one row of it.
  let table: String
  let singular: String
  let language: Language

  enum Language {
    case english, vietnamese
    /// Vietnamese without its marks, as older systems export it.
    case plainVietnamese
  }

  private func words(_ english: String, _ vietnamese: String) -> String {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    case .plainVietnamese: MetricNaming.plain(vietnamese)
    }
  }

  var count: String { words("\(singular)_count", "số_\(table)") }
  var value: String { words("\(singular)_value", "giá_trị_\(table)") }
  var margin: String { words("margin", "biên_lợi_nhuận") }
  var onTime: String { words("share_on_time", "tỷ_lệ_đúng_hạn") }
  var atEnd: String { words("\(table)_at_end", "\(table)_cuối_kỳ") }
  var started: String { words("\(table)_started", "\(table)_bắt_đầu") }
  var ended: String { words("\(table)_ended", "\(table)_kết_thúc") }
  var turnover: String { words("\(table)_turnover", "tỷ_lệ_biến_động_\(table)") }
  var usualAge: String { words("typical_age_of_\(table)", "thâm_niên_\(table)") }

  func total(_ part: String) -> String { words("total_\(part)", "tổng_\(part)") }
  func average(_ part: String) -> String { words("average_\(part)", "\(part)_bình_quân") }
  func typical(_ part: String) -> String { words("typical_\(part)", "\(part)_thông_thường") }
  func share(_ part: String) -> String { words("share_\(part)", "tỷ_lệ_\(part)") }
  func closing(_ part: String) -> String { words("closing_\(part)", "\(part)_cuối_kỳ") }
  func daysUntil(_ part: String) -> String { words("days_until_\(part)", "số_ngày_đến_\(part)") }
  func growth(_ metric: String) -> String { words("\(metric)_growth", "tăng_trưởng_\(metric)") }
  func active(_ things: String) -> String { words("active_\(things)", "số_\(things)") }
  func newcomers(_ things: String) -> String { words("new_\(things)", "\(things)_mới") }
  func per(_ part: String, _ each: String) -> String {
    words("\(part)_per_\(each)", "\(part)_mỗi_\(each)")
  }

  /// The letters without their marks.
  private static func plain(_ text: String) -> String {
    String(text.map { marks[$0] ?? $0 })
  }

  private static let marks: [Character: Character] = {
    let letters: KeyValuePairs<Character, String> = [
      "a": "áàảãạăắằẳẵặâấầẩẫậ", "e": "éèẻẽẹêếềểễệ", "i": "íìỉĩị", "o": "óòỏõọôốồổỗộơớờởỡợ",
      "u": "úùủũụưứừửữự", "y": "ýỳỷỹỵ", "d": "đ",
    ]
    return Dictionary(
      uniqueKeysWithValues: letters.flatMap { plain, marked in marked.map { ($0, plain) } })
  }()
}

extension MetricNaming {
  init(_ table: ProposedTable) {
    var words = table.name.split(separator: "_").map(String.init)
    if let last = words.popLast() { words.append(HeaderWords.singular(last)) }
    self.table = table.name
    singular = words.joined(separator: "_")
    language = Language(headers: table.columns.map(\.words))
  }
}

extension MetricNaming.Language {
  /// Vietnamese where a header has its letters, or where two of several words are written with its words only.
  init(headers: [HeaderWords]) {
    let plain = headers.count { header in
      header.words.count > 1
        && header.words.allSatisfy(MetricNaming.Language.plainWords.contains)
    }
    self =
      headers.contains(where: \.areVietnamese)
      ? .vietnamese : plain > 1 ? .plainVietnamese : .english
  }

  private static let plainWords: Set<String> = Set(
    """
    bao ban bo cao chi cong cuoi cua dat dau den dich diem dien doan doanh don dong du gia giao gio han hang hoa hoan hop \
    hoc hong hop hoan hieu ho huy huyen ket kenh khach khau khoan kho khu khuyen kieu ky lai lap lau le lich loai loi lo luong lua ly ma \
    mai mat mo mua mui muc nam nang ngay nghi nghiep nguoi nguon nhan nhom nhap noi phai pham phan phep phi phieu phong phu phuong quan \
    quay quy sach san sinh so suat ten thai thang thanh the theo thi thoai thoi thu thue tien tinh to toan ton tong tra trang trinh trong \
    truong tu tuoi tuyen ty vao vien viec von vu vung xuat yeu
    """.split(separator: " ").map(String.init))
}
