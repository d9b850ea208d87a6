#include "gis_io/read/layers/workbook_xml.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_minixml.h>
#include <cpl_vsi.h>

#include <array>
#include <charconv>
#include <fstream>
#include <string_view>
#include <utility>

#include "gis_io/environment.hpp"

namespace sise {
namespace {

constexpr GIntBig kLargestPart = 1LL << 30;  ///< bytes of one part, unpacked: more is no table for people

std::string first_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(8, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

void require_zip(const std::filesystem::path& path, const Location& where) {
  const std::string bytes = first_bytes(path);
  if (bytes.starts_with("PK")) return;
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw InputError("unreadable",
                     {"the workbook is locked by a password, or is an old .xls under another name",
                      "工作簿设有密码,或是改了扩展名的旧版 .xls 文件"},
                     where, {"Save it as .xlsx without a password", "请另存为不带密码的 .xlsx"});
  }
  throw InputError("unreadable", {"the file is no workbook, whatever its name says", "该文件不是工作簿"}, where,
                   {"Open it and save it as .xlsx, or name it after what it is", "请打开后另存为 .xlsx,或改正扩展名"});
}

class QuietErrors {
 public:
  QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~QuietErrors() { CPLPopErrorHandler(); }
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;
  QuietErrors(QuietErrors&&) = delete;
  QuietErrors& operator=(QuietErrors&&) = delete;
};

struct VsiFree {
  void operator()(GByte* bytes) const { VSIFree(bytes); }
};

void append_text(const CPLXMLNode* node, std::string& text) {
  for (const CPLXMLNode* child = node->psChild; child != nullptr; child = child->psNext) {
    const std::string_view name = child->pszValue;
    if (child->eType != CXT_Element) continue;
    if (name == "t") text += value_in(child, "");
    if (name == "r") append_text(child, text);
  }
}

struct BuiltIn {
  int id;
  const char* format;
};

/// Number formats that files name by their number alone: those that show dates, in the Chinese edition too (27-36,
/// 50-58). ISO/IEC 29500-1, 18.8.30.
const char* built_in_format(int id) {
  constexpr int kFirstDate = 14;
  constexpr int kLastDate = 22;
  constexpr int kFirstLocal = 27;
  constexpr int kLastLocal = 36;
  constexpr int kFirstElapsed = 45;
  constexpr int kLastElapsed = 47;
  constexpr int kFirstMoreLocal = 50;
  constexpr int kLastMoreLocal = 58;
  const auto between = [id](int low, int high) { return id >= low && id <= high; };
  const bool date = between(kFirstDate, kLastDate) || between(kFirstLocal, kLastLocal) ||
                    between(kFirstElapsed, kLastElapsed) || between(kFirstMoreLocal, kLastMoreLocal);
  return date ? "yyyy-mm-dd hh:mm" : "General";
}

int whole_number(const std::string& text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<std::string> read_formats(const CPLXMLNode* styles) {
  std::map<int, std::string> own;
  const CPLXMLNode* sheet = CPLGetXMLNode(styles, "=styleSheet");
  for (const CPLXMLNode* format : children(CPLGetXMLNode(sheet, "numFmts"), "numFmt")) {
    own[whole_number(value_in(format, "numFmtId"), -1)] = value_in(format, "formatCode");
  }
  std::vector<std::string> formats;
  for (const CPLXMLNode* style : children(CPLGetXMLNode(sheet, "cellXfs"), "xf")) {
    const int id = whole_number(value_in(style, "numFmtId"), 0);
    const auto known = own.find(id);
    formats.push_back(known == own.end() ? built_in_format(id) : known->second);
  }
  return formats;
}

/// Where a relation leads, as a part's name.
std::string part_of_target(const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

}  // namespace

void XmlDeleter::operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }

std::vector<const CPLXMLNode*> children(const CPLXMLNode* node, const char* name) {
  std::vector<const CPLXMLNode*> found;
  if (node == nullptr) return found;
  for (const CPLXMLNode* child = node->psChild; child != nullptr; child = child->psNext) {
    if (child->eType == CXT_Element && std::string_view(child->pszValue) == name) found.push_back(child);
  }
  return found;
}

std::string value_in(const CPLXMLNode* node, const char* path) {
  return node == nullptr ? std::string() : std::string(CPLGetXMLValue(node, path, ""));
}

std::string rich_text(const CPLXMLNode* node) {
  std::string text;
  if (node != nullptr) append_text(node, text);
  return text;
}

WorkbookFile::WorkbookFile(const std::filesystem::path& path, const Location& where)
    : root_("/vsizip/{" + path.string() + "}/"), where_(where) {
  initialise_gis();
  require_zip(path, where);
}

XmlTree WorkbookFile::part(const std::string& name) const {
  const QuietErrors quiet;
  GByte* bytes = nullptr;
  vsi_l_offset size = 0;
  if (VSIIngestFile(nullptr, (root_ + name).c_str(), &bytes, &size, kLargestPart) == FALSE) return nullptr;
  const std::unique_ptr<GByte, VsiFree> owned(bytes);
  XmlTree tree(CPLParseXMLString(reinterpret_cast<const char*>(bytes)));
  if (!tree) {
    const std::string reason = CPLGetLastErrorMsg();
    throw InputError(
        "unreadable",
        {"part '" + name + "' of the workbook is damaged: " + reason, "工作簿的 '" + name + "' 部分已损坏:" + reason},
        where_, {"Open it in a spreadsheet program and save it again", "请用表格软件打开并重新保存"});
  }
  CPLStripXMLNamespace(tree.get(), nullptr, TRUE);
  return tree;
}

XmlTree WorkbookFile::required_part(const std::string& name) const {
  XmlTree tree = part(name);
  if (tree) return tree;
  throw InputError("unreadable",
                   {"the workbook has no part '" + name + "', or it cannot be unpacked",
                    "工作簿缺少 '" + name + "' 部分,或无法解压"},
                   where_, {"Open it in a spreadsheet program and save it again", "请用表格软件打开并重新保存"});
}

WorkbookContents read_contents(const WorkbookFile& file) {
  WorkbookContents contents;
  const XmlTree workbook = file.required_part("xl/workbook.xml");
  const XmlTree relations = file.required_part("xl/_rels/workbook.xml.rels");
  std::map<std::string, std::string> targets;
  for (const CPLXMLNode* relation : children(CPLGetXMLNode(relations.get(), "=Relationships"), "Relationship")) {
    targets[value_in(relation, "Id")] = part_of_target(value_in(relation, "Target"));
  }
  const CPLXMLNode* root = CPLGetXMLNode(workbook.get(), "=workbook");
  const std::string from_1904 = value_in(root, "workbookPr.date1904");
  contents.from_1904 = from_1904 == "1" || from_1904 == "true";
  for (const CPLXMLNode* sheet : children(CPLGetXMLNode(root, "sheets"), "sheet")) {
    const std::string relation = value_in(sheet, "id");
    const std::string state = value_in(sheet, "state");
    contents.sheets.push_back({value_in(sheet, "name"), targets[relation.empty() ? value_in(sheet, "r:id") : relation],
                               !state.empty() && state != "visible"});
  }
  if (const XmlTree texts = file.part("xl/sharedStrings.xml")) {
    for (const CPLXMLNode* item : children(CPLGetXMLNode(texts.get(), "=sst"), "si")) {
      contents.shared_texts.push_back(rich_text(item));
    }
  }
  if (const XmlTree styles = file.part("xl/styles.xml")) contents.formats = read_formats(styles.get());
  return contents;
}

}  // namespace sise
