#include "gis_io/read/register/firm_name.hpp"

#include <algorithm>
#include <array>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 6> kFormerWords{"原名称:", "原名:", "曾用名:", "原名称", "曾用名", "原名"};
constexpr std::array<std::string_view, 8> kPlaceholders{"无", "暂无", "/", "-", "--", "空", "未知", "null"};

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

/// Takes "(原名称:乙厂)" out of a name.
void take_former(FirmName& firm) {
  for (const std::string_view word : kFormerWords) {
    const std::string opening = "(" + std::string(word);
    const std::size_t begin = firm.name.find(opening);
    if (begin == std::string::npos) continue;
    const std::size_t end = firm.name.find(')', begin);
    if (end == std::string::npos) continue;
    const std::size_t name = begin + opening.size();
    if (end > name) firm.former.push_back(firm.name.substr(name, end - name));
    firm.name.erase(begin, end - begin + 1);
  }
}

/// Whether the name ends with the same words twice, the ending being at least 公司 long.
bool ends_twice(const std::string& name) {
  constexpr std::string_view kCompany = "公司";
  if (!name.ends_with(kCompany)) return false;
  for (std::size_t length = kCompany.size() + 3; 2 * length <= name.size(); length += 3) {
    const std::string_view ending = std::string_view(name).substr(name.size() - length);
    if (std::string_view(name).substr(0, name.size() - length).ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

FirmName firm_name(std::string_view written) {
  FirmName firm;
  firm.name = without_blanks(normalised(written));
  firm.placeholder = std::find(kPlaceholders.begin(), kPlaceholders.end(), firm.name) != kPlaceholders.end();
  if (firm.placeholder) {
    firm.name.clear();
    return firm;
  }
  take_former(firm);
  firm.doubled_suffix = ends_twice(firm.name);
  return firm;
}

}  // namespace sise
