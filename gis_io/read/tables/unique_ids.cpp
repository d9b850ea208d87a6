#include "gis_io/read/tables/unique_ids.hpp"

#include "gis_io/read/text/normalise.hpp"

namespace sise {

void UniqueIds::add(const std::string& id, const Location& where, Problems& problems) {
  const auto [it, fresh] = seen_.try_emplace(normalised(id), where);
  if (fresh) return;
  const std::string line = it->second.line > 0 ? std::to_string(it->second.line) : it->second.feature;
  problems.error(
      "duplicate_id",
      {"'" + id + "' occurs more than once (first: " + line + ")", "'" + id + "' 重复出现(首次:" + line + ")"}, where,
      {"Give every row a name of its own", "请为每一行使用不同的名称"});
}

}  // namespace sise
