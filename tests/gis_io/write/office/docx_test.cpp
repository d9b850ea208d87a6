// Letters as documents: a sound package whose parts are XML, the same bytes each time.
#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gis_io/environment.hpp"
#include "gis_io/write/office/docx.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;

namespace {

/// A part of a package; empty where there is none.
std::string part(const std::filesystem::path& package, const std::string& name) {
  const std::string path = "/vsizip/{" + package.string() + "}/" + name;
  VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
  if (file == nullptr) return {};
  std::string content(1 << 20, '\0');
  content.resize(VSIFReadL(content.data(), 1, content.size(), file));
  VSIFCloseL(file);
  return content;
}

using Xml = std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)>;

Xml parsed(const std::string& text) { return {CPLParseXMLString(text.c_str()), &CPLDestroyXMLNode}; }

/// Style and text of each paragraph, in order.
std::vector<std::pair<std::string, std::string>> paragraphs(const std::string& document) {
  const Xml xml = parsed(document);
  std::vector<std::pair<std::string, std::string>> found;
  const CPLXMLNode* body = CPLGetXMLNode(xml.get(), "=w:document.w:body");
  BOOST_REQUIRE(body != nullptr);
  for (const CPLXMLNode* p = body->psChild; p != nullptr; p = p->psNext) {
    if (std::string(p->pszValue) == "w:p")
      found.emplace_back(CPLGetXMLValue(p, "w:pPr.w:pStyle.w:val", ""), CPLGetXMLValue(p, "w:r.w:t", ""));
  }
  return found;
}

const std::string kLetter =
    "# 关于“P<1>”的意见\n\n## 结论\n\n不予同意。\n\n- 风险 & 限值 < 3×10⁻⁶\n- second\n\n## 依据\nplain\n";

}  // namespace

BOOST_AUTO_TEST_CASE(a_letter_keeps_its_lines_and_their_styles) {
  initialise_gis();
  const testing::TempFolder folder;
  const auto path = folder / "letter_zh.docx";
  write_docx(path, kLetter, Language::zh);
  const auto lines = paragraphs(part(path, "word/document.xml"));
  const std::vector<std::pair<std::string, std::string>> wanted{
      {"Title", "关于“P<1>”的意见"}, {"Heading1", "结论"}, {"", "不予同意。"}, {"ListBullet", "风险 & 限值 < 3×10⁻⁶"},
      {"ListBullet", "second"},      {"Heading1", "依据"}, {"", "plain"}};
  BOOST_TEST((lines == wanted));
}

BOOST_AUTO_TEST_CASE(every_part_that_is_named_is_there_and_is_xml) {
  initialise_gis();
  const testing::TempFolder folder;
  const auto path = folder / "letter.docx";
  write_docx(path, kLetter, Language::en);
  for (const char* name : {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml",
                           "word/numbering.xml", "word/_rels/document.xml.rels"}) {
    const std::string text = part(path, name);
    BOOST_TEST(!text.empty(), name);
    BOOST_TEST(parsed(text) != nullptr, name);
  }
  const Xml types = parsed(part(path, "[Content_Types].xml"));
  int overrides = 0;
  for (const CPLXMLNode* one = CPLGetXMLNode(types.get(), "=Types")->psChild; one != nullptr; one = one->psNext) {
    if (std::string(one->pszValue) != "Override") continue;
    ++overrides;
    BOOST_TEST(!part(path, std::string(CPLGetXMLValue(one, "PartName", "/")).substr(1)).empty());
  }
  BOOST_TEST(overrides == 3);
  // Every style that a paragraph names is defined.
  const std::string styles = part(path, "word/styles.xml");
  for (const auto& [style, text] : paragraphs(part(path, "word/document.xml"))) {
    if (!style.empty()) BOOST_TEST(styles.find("w:styleId=\"" + style + "\"") != std::string::npos, style);
  }
}

BOOST_AUTO_TEST_CASE(the_same_letter_is_the_same_bytes) {
  initialise_gis();
  const testing::TempFolder folder;
  write_docx(folder / "a.docx", kLetter, Language::en);
  write_docx(folder / "b.docx", kLetter, Language::en);
  BOOST_TEST(testing::content_of(folder / "a.docx") == testing::content_of(folder / "b.docx"));
}
