// Names of firms as people type them, brought into one form.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sise {

struct FirmName {
  std::string name;                 ///< half-width brackets, no blanks, former names taken out
  std::vector<std::string> former;  ///< "(原名称:乙厂)" and the like
  bool doubled_suffix = false;      ///< "丙配件有限公司配件有限公司"
  bool placeholder = false;         ///< 无, 暂无, /, - ...; the name is then empty
};

[[nodiscard]] FirmName firm_name(std::string_view written);

}  // namespace sise
