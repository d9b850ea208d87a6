// The parts of a workbook file (.xlsx: a zip of XML, ISO/IEC 29500), as far as values need them.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/base/error.hpp"

struct CPLXMLNode;  // GDAL's

namespace sise {

struct XmlDeleter {
  void operator()(CPLXMLNode* node) const;
};
using XmlTree = std::unique_ptr<CPLXMLNode, XmlDeleter>;

/// Opens parts of one workbook. Throws InputError("unreadable") for what is no workbook, is locked by a password, or has
/// a damaged part.
class WorkbookFile {
 public:
  WorkbookFile(const std::filesystem::path& path, const Location& where);

  /// "xl/workbook.xml" without XML namespaces; null where there is no such part.
  [[nodiscard]] XmlTree part(const std::string& name) const;
  [[nodiscard]] XmlTree required_part(const std::string& name) const;

 private:
  std::string root_;  ///< GDAL's virtual path of the zip
  Location where_;
};

struct SheetEntry {
  std::string name;
  std::string part;  ///< "xl/worksheets/sheet1.xml"
  bool hidden = false;
};

/// What all sheets of a workbook share.
struct WorkbookContents {
  std::vector<SheetEntry> sheets;
  std::vector<std::string> shared_texts;
  std::vector<std::string> formats;  ///< of each cell style: "yyyy-mm-dd", "General" ...
  bool from_1904 = false;
};
[[nodiscard]] WorkbookContents read_contents(const WorkbookFile& file);

/// The elements of one name below a node, in their order.
[[nodiscard]] std::vector<const CPLXMLNode*> children(const CPLXMLNode* node, const char* name);
/// An attribute or the text of a child; empty where there is none.
[[nodiscard]] std::string value_in(const CPLXMLNode* node, const char* path);
/// The text of <si> or <is>: plain or in runs, without phonetic guides.
[[nodiscard]] std::string rich_text(const CPLXMLNode* node);

}  // namespace sise
