#include "gis_io/read/text/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstddef>
#include <map>
#include <utility>

#include "gis_io/read/text/utf8.hpp"

namespace sise {
namespace {

/// iconv's descriptor, closed with its scope.
class Converter {
 public:
  Converter(const std::string& from, const std::string& to) : handle_(iconv_open(to.c_str(), from.c_str())) {}
  ~Converter() {
    if (usable()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  Converter(Converter&&) = delete;
  Converter& operator=(Converter&&) = delete;

  // iconv reports failure as the all-ones pointer.
  [[nodiscard]] bool usable() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
  }

  /// Appends to `out`. Returns the number of bytes taken; less than given at the first byte that does not fit.
  std::size_t convert(std::string_view bytes, std::string& out, bool& cut_short) {
    cut_short = false;
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);  // back to the initial state
    std::array<char, 4096> buffer{};
    char* in = const_cast<char*>(bytes.data());  // NOLINT: iconv does not write through it
    std::size_t in_left = bytes.size();
    while (in_left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = iconv(handle_, &in, &in_left, &to, &room);
      out.append(buffer.data(), buffer.size() - room);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      cut_short = errno == EINVAL;
      break;
    }
    return bytes.size() - in_left;
  }

 private:
  iconv_t handle_;
};

/// Opening a converter loads a table; layers ask for the same one cell after cell.
Converter& converter(const std::string& from, const std::string& to) {
  thread_local std::map<std::pair<std::string, std::string>, Converter> open;
  return open.try_emplace({from, to}, from, to).first->second;
}

/// Strict but for an incomplete last character, which is dropped.
std::optional<std::string> converted(std::string_view bytes, const std::string& from, const std::string& to) {
  Converter& known = converter(from, to);
  if (!known.usable()) return std::nullopt;
  std::string text;
  bool cut_short = false;
  if (known.convert(bytes, text, cut_short) < bytes.size() && !cut_short) return std::nullopt;
  return text;
}

struct EncodingAlias {
  std::string_view written;
  std::string_view meant;
};

// What .cpg files and people write where iconv expects another name; compared in capitals.
constexpr std::array<EncodingAlias, 17> kAliases{{{"UTF8", "UTF-8"},
                                                  {"65001", "UTF-8"},
                                                  {"CP65001", "UTF-8"},
                                                  {"GBK", "GB18030"},
                                                  {"GB2312", "GB18030"},
                                                  {"GB_2312-80", "GB18030"},
                                                  {"EUC-CN", "GB18030"},
                                                  {"936", "GB18030"},
                                                  {"CP936", "GB18030"},
                                                  {"MS936", "GB18030"},
                                                  {"54936", "GB18030"},
                                                  {"CP54936", "GB18030"},
                                                  {"BIG5", "BIG5"},
                                                  {"950", "BIG5"},
                                                  {"CP950", "BIG5"},
                                                  {"88591", "ISO-8859-1"},
                                                  {"8859_1", "ISO-8859-1"}}};

std::string capitals(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) {
      text += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
  }
  for (const std::string_view prefix : {"ANSI", "OEM", "WINDOWS"}) {
    std::string rest = text.substr(std::min(text.size(), prefix.size()));
    const bool number =
        !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.starts_with(prefix) && number) return rest;
  }
  return text;
}

bool plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.' || c == ':';
  });
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

using namespace std::string_view_literals;
constexpr std::array<Mark, 3> kMarks{
    {{"\xEF\xBB\xBF"sv, "UTF-8"}, {"\xFF\xFE"sv, "UTF-16LE"}, {"\xFE\xFF"sv, "UTF-16BE"}}};

const Mark* mark_of(std::string_view bytes) {
  const auto* const it =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return it == kMarks.end() ? nullptr : it;
}

int line_of(std::string_view bytes, std::size_t offset) {
  return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string recode_file(std::string_view bytes, const std::string& encoding, Location where) {
  std::string text;
  bool cut_short = false;
  const std::size_t taken = converter(encoding, "UTF-8").convert(bytes, text, cut_short);
  if (taken == bytes.size()) return text;
  where.line = line_of(bytes, taken);
  const std::string offset = std::to_string(taken);
  throw InputError("wrong_encoding",
                   {"byte " + offset + " of the file is not " + encoding + " text",
                    "文件第 " + offset + " 字节不是 " + encoding + " 编码的文字"},
                   where,
                   {R"(Name the file's encoding with the key 'encoding', for example "GB18030" or "UTF-8")",
                    "请用 encoding 键写明文件的编码,例如 \"GB18030\" 或 \"UTF-8\""});
}

}  // namespace

std::optional<std::string> known_encoding(std::string_view name) {
  std::string text = capitals(name);
  for (const EncodingAlias& alias : kAliases) {
    if (alias.written == text) return std::string(alias.meant);
  }
  if (!plain_name(text)) return std::nullopt;
  if (is_number(text)) text = "CP" + text;
  if (!Converter(text, "UTF-8").usable()) return std::nullopt;
  return text;
}

std::string accepted_encodings() { return "UTF-8, GBK, GB2312, GB18030, CP936, BIG5, UTF-16LE, ISO-8859-1, CP1252"; }

std::string require_encoding(const std::string& name, const Location& where) {
  if (const auto known = known_encoding(name)) return *known;
  throw ConfigError("unknown_encoding", {"unknown encoding '" + name + "'", "未知的编码 '" + name + "'"}, where,
                    {"Accepted are " + accepted_encodings() + " and every other name that iconv knows",
                     "可用的编码有 " + accepted_encodings() + " 以及 iconv 支持的其他名称"});
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Utf8State utf8_state(std::string_view bytes) {
  while (!bytes.empty()) {
    const int length = utf8_at(bytes, 0).length;
    if (length == 0) return Utf8State::invalid;
    if (length < 0) return Utf8State::cut_short;
    bytes.remove_prefix(static_cast<std::size_t>(length));
  }
  return Utf8State::valid;
}

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
  if (is_ascii(bytes) && !encoding.starts_with("UTF-16") && !encoding.starts_with("UTF-32")) return std::string(bytes);
  return converted(bytes, encoding, "UTF-8");
}

std::optional<std::string> from_utf8(std::string_view text, const std::string& encoding) {
  return converted(text, "UTF-8", encoding);
}

std::optional<std::string> detect_encoding(const std::vector<std::string_view>& texts) {
  const auto all = [&](auto&& test) { return std::all_of(texts.begin(), texts.end(), test); };
  if (all([](std::string_view text) { return utf8_state(text) != Utf8State::invalid; })) return "UTF-8";
  if (all([](std::string_view text) { return to_utf8(text, "GB18030").has_value(); })) return "GB18030";
  return std::nullopt;
}

DecodedText decode_text(std::string_view bytes, const std::string& encoding, const Location& where) {
  const std::string stated = encoding.empty() ? std::string() : require_encoding(encoding, where);
  if (const Mark* mark = mark_of(bytes)) {
    // "UTF-16" leaves the byte order to the mark.
    if (!stated.empty() && stated != mark->encoding && !(stated == "UTF-16" && mark->encoding.starts_with("UTF-16"))) {
      const std::string marked(mark->encoding);
      throw ConfigError("wrong_encoding",
                        {"encoding '" + encoding + "' is stated, but the file's byte-order mark says " + marked,
                         "配置写的编码是 '" + encoding + "',而文件的字节顺序标记表明是 " + marked},
                        where, {"Leave 'encoding' out", "请去掉 encoding"});
    }
    return {recode_file(bytes.substr(mark->bytes.size()), std::string(mark->encoding), where),
            std::string(mark->encoding), false};
  }
  if (!stated.empty()) return {recode_file(bytes, stated, where), stated, false};
  if (utf8_state(bytes) == Utf8State::valid) return {std::string(bytes), "UTF-8", false};
  if (const auto text = to_utf8(bytes, "GB18030")) return {*text, "GB18030", true};
  throw InputError("unknown_encoding",
                   {"the text is neither UTF-8 nor GB18030", "文字既不是 UTF-8 也不是 GB18030 编码"}, where,
                   {"Name its encoding with the key 'encoding'; accepted are " + accepted_encodings(),
                    "请用 encoding 键写明编码,可用的有 " + accepted_encodings()});
}

}  // namespace sise
