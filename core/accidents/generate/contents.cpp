#include "core/accidents/generate/contents.hpp"

#include <string>
#include <string_view>

#include "models/substances/written_name.hpp"

namespace sise {
namespace {

/// "甲醇/乙醇混合物": the substances of a mixture, where every part of its name is one and they differ. Empty: it is none.
std::vector<Content> parts_of_mixture(const Content& whole, const SubstanceTable& table) {
  if (!whole.substance.empty() || whole.written.empty() || !whole.hazard_classes.empty()) return {};
  std::vector<Content> parts;
  for (const WrittenPart& part : written_name(whole.written).parts) {
    std::string name = part.name;
    for (const std::string_view word : {"混合物", "混合液", "混合气", "混合", "mixture"}) {
      if (name.ends_with(word)) name.resize(name.size() - word.size());
    }
    const Substance* known = table.find(name);
    if (known == nullptr) return {};
    parts.push_back({known->id, whole.written, whole.inventory_kg, {}});
  }
  const bool differ = parts.size() > 1 && parts.front().substance != parts.back().substance;
  return differ ? parts : std::vector<Content>{};
}

std::vector<Content> stated_contents(const Unit& unit, const std::vector<UnitContent>& contents) {
  std::vector<Content> all;
  const bool own = !unit.substance_text.empty() || !unit.substance.empty() || unit.inventory_kg;
  bool others = false;
  for (const UnitContent& one : contents) others = others || one.unit_id == unit.id;
  if (own || !others) all.push_back({unit.substance, unit.substance_text, unit.inventory_kg, unit.hazard_classes});
  for (const UnitContent& one : contents) {
    if (one.unit_id == unit.id)
      all.push_back({one.substance, one.substance_text, one.inventory_kg, one.hazard_classes});
  }
  return all;
}

/// Shares that nobody states may be anything: every substance of a mixture counts as if all of it were that.
std::vector<Content> without_mixtures(const std::vector<Content>& contents, const UnitRecord& record) {
  std::vector<Content> all;
  for (const Content& one : contents) {
    const std::vector<Content> parts = parts_of_mixture(one, record.context().substances);
    if (parts.empty()) {
      all.push_back(one);
      continue;
    }
    record.remark("mixture_of_unknown_shares",
                  {"'" + one.written +
                       "' is a mixture whose shares are not stated: each substance counts as if all of it were that",
                   "'" + one.written + "' 为组分未说明的混合物: 各组分均按全量计算"});
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all;
}

}  // namespace

std::vector<Content> contents_of(const UnitRecord& record, const std::vector<UnitContent>& contents) {
  return without_mixtures(stated_contents(record.unit(), contents), record);
}

}  // namespace sise
